import PledgedCore
import PledgedIntake
import Synchronization

/// An admission that keeps what it is given, and decides as the daemon does.
final class RecordingAdmission: Admission {
    struct Failure: Error, CustomStringConvertible {
        var description: String { "No space left on device." }
    }

    struct State: Sendable {
        /// The first offer of every drop, in order.
        var admitted: [IncomingFile] = []
        var outcomes: [DroppedFile: Outcome] = [:]
        var known: Set<[UInt8]> = []
        /// How often a drop was offered that had its outcome.
        var repeats = 0
        var batches: [Int] = []
        var isFull = false
        var refusals = 0
        /// What is done before a batch gets its outcomes, with the number of the batch.
        var interlude: (@Sendable (Int) throws -> Void)?
    }

    private let state = Mutex(State())

    func admit(_ files: [IncomingFile]) async throws -> [Outcome] {
        let (interlude, number) = try state.withLock { state in
            guard !state.isFull else {
                state.refusals += 1
                throw Failure()
            }
            state.batches.append(files.count)
            return (state.interlude, state.batches.count)
        }
        try interlude?(number)
        return state.withLock { state in files.map { state.outcome(of: $0) } }
    }

    var now: State { state.withLock { $0 } }

    func set(isFull: Bool) { state.withLock { $0.isFull = isFull } }

    func beforeOutcomes(_ interlude: @escaping @Sendable (Int) throws -> Void) {
        state.withLock { $0.interlude = interlude }
    }
}

extension RecordingAdmission.State {
    /// The names admitted so far, in order.
    var names: [String] { admitted.map(\.file.name) }

    /// What was read from the file `name`, each time.
    func contents(of name: String) -> [String] {
        admitted.filter { $0.file.name == name }.map { incoming in
            switch incoming.content {
            case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
            case .refused(let refusal): refusal.reason.rawValue
            }
        }
    }

    fileprivate mutating func outcome(of incoming: IncomingFile) -> Outcome {
        if let outcome = outcomes[incoming.file] {
            repeats += 1
            return outcome
        }
        admitted.append(incoming)
        let outcome = decide(incoming)
        outcomes[incoming.file] = outcome
        return outcome
    }

    private mutating func decide(_ incoming: IncomingFile) -> Outcome {
        switch incoming.content {
        case .refused(let refusal):
            return Outcome(kind: .rejected, reason: refusal.reason, sentence: refusal.sentence, article: nil)
        case .bytes(let bytes) where bytes.isEmpty:
            return Outcome(kind: .rejected, reason: .empty, sentence: "It is empty.", article: nil)
        case .bytes(let bytes):
            let isNew = known.insert(bytes).inserted
            return Outcome(kind: isNew ? .accepted : .duplicate, reason: nil, sentence: "It was read.", article: nil)
        }
    }
}
