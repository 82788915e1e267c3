import PledgedTesting
import Synchronization
import SystemPackage

@testable import PledgedIntake

/// A kernel that announces what happens in the drop folder badly: twice, merged, late, or not at all but for "overflow".
struct SimulatedWatch: FolderWatch {
    /// What is announced, and to be announced.
    final class Announcements: Sendable {
        private struct State {
            var random: SeededGenerator
            var isArmed = false
            var queue: [FolderEvent] = []
            var late: [FolderEvent] = []
            var overflows = 0
        }

        private let state: Mutex<State>

        init(seed: UInt64) { state = Mutex(State(random: SeededGenerator(seed: seed))) }

        var overflows: Int { state.withLock { $0.overflows } }

        func arm(_ isArmed: Bool) {
            state.withLock { state in
                state.isArmed = isArmed
                (state.queue, state.late) = ([], [])
            }
        }

        func add(_ events: [FolderEvent]) {
            state.withLock { state in
                guard state.isArmed else { return }
                for event in events { Self.add(event, &state) }
                guard Int.random(in: 0..<100, using: &state.random) < 8 else { return }
                // The kernel keeps the oldest, and says of the rest that there was more.
                let kept = Int.random(in: 0...state.queue.count, using: &state.random)
                state.queue = Array(state.queue.prefix(kept)) + [.overflowed]
                state.late = []
                state.overflows += 1
            }
        }

        private static func add(_ event: FolderEvent, _ state: inout State) {
            switch Int.random(in: 0..<100, using: &state.random) {
            case 0..<15: state.queue += [event, event]
            case 15..<30: if state.queue.last != event { state.queue.append(event) }
            case 30..<45: state.late.append(event)
            default:
                // What was late stays in order.
                if state.late.isEmpty { state.queue.append(event) } else { state.late.append(event) }
            }
        }

        func next() -> FolderEvent? {
            state.withLock { state in
                guard state.queue.isEmpty else { return state.queue.removeFirst() }
                (state.queue, state.late) = (state.late, [])
                return nil
            }
        }
    }

    let announcements: Announcements
    let clock: SimulatedClock

    mutating func arm(_ folder: Folder, at realPath: String) { announcements.arm(true) }
    mutating func disarm() { announcements.arm(false) }
    func wait(atMost duration: Duration) { clock.advance(by: duration) }
    mutating func next() -> FolderEvent? { announcements.next() }
}
