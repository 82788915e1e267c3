import Synchronization

/// Keeps every moment at which the power may go: what lies on the disk, and what somebody has been told by then.
final class Recorder: Sendable {
    struct Moment: Sendable {
        let files: SimulatedDisk.Files
        let told: Told
    }

    private struct State {
        var told: Told
        var moments: [Moment] = []
    }

    private let state: Mutex<State>

    init(_ told: Told = Told()) { state = Mutex(State(told: told)) }

    var told: Told { state.withLock { $0.told } }
    var moments: [Moment] { state.withLock { $0.moments } }

    func note(_ files: SimulatedDisk.Files) {
        state.withLock { $0.moments.append(Moment(files: files, told: $0.told)) }
    }

    func tell(_ change: (inout Told) -> Void) { state.withLock { change(&$0.told) } }
}
