import PledgedCore
import Synchronization

/// Tells any number of readers how far the log reaches; who is slow hears only the newest.
final class Growth: Sendable {
    private struct State {
        var end: LogPosition
        var listeners: [UInt64: AsyncStream<LogPosition>.Continuation] = [:]
        var nextListener: UInt64 = 0
        var isFinished = false
    }

    private let state: Mutex<State>

    init(end: LogPosition) { state = Mutex(State(end: end)) }

    deinit { finish() }

    /// How many are told.
    var listeners: Int { state.withLock { $0.listeners.count } }

    /// Tells `end` first, or a newer one.
    func stream(from end: LogPosition) -> AsyncStream<LogPosition> {
        let (stream, continuation) = AsyncStream.makeStream(of: LogPosition.self, bufferingPolicy: .bufferingNewest(1))
        let listener: UInt64? = state.withLock { state in
            // Under the lock, so that this end cannot push out a newer one.
            continuation.yield(max(end, state.end))
            if state.isFinished { return nil }
            state.nextListener += 1
            state.listeners[state.nextListener] = continuation
            return state.nextListener
        }
        guard let listener else {
            continuation.finish()
            return stream
        }
        continuation.onTermination = { [weak self] _ in
            _ = self?.state.withLock { $0.listeners.removeValue(forKey: listener) }
        }
        return stream
    }

    func advance(to end: LogPosition) {
        state.withLock { state in
            state.end = end
            for listener in state.listeners.values { listener.yield(end) }
        }
    }

    func finish() {
        let listeners = state.withLock { state in
            state.isFinished = true
            defer { state.listeners = [:] }
            return state.listeners
        }
        for listener in listeners.values { listener.finish() }
    }
}
