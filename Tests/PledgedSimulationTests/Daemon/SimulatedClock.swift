import Synchronization

@testable import PledgedIntake

/// A clock that goes on when it is told to, and that somebody sets.
final class SimulatedClock: IntakeClock {
    private struct State {
        var elapsed = Duration.zero
        /// 2026-01-01T00:00:00Z.
        var wall: Int64 = 1_767_225_600_000_000_000
    }

    private let state = Mutex(State())

    var elapsed: Duration { state.withLock { $0.elapsed } }
    var wall: Int64 { state.withLock { $0.wall } }

    func advance(by duration: Duration) {
        state.withLock { state in
            state.elapsed += duration
            state.wall += Int64(duration / .nanoseconds(1))
        }
    }

    /// Sets the clock forward or back.
    func jump(bySeconds seconds: Int64) { state.withLock { $0.wall += seconds * 1_000_000_000 } }

    /// A time to date a file with, never the same twice.
    func stamp() -> Int64 {
        state.withLock { state in
            state.wall += 1
            return state.wall
        }
    }
}
