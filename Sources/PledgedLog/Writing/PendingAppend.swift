import Dispatch
import PledgedCore
import Synchronization

/// The entries of one append, on their way from who encodes them to the writer.
///
/// A large append comes in pieces, so that the first are hashed while the others are still encoded.
final class PendingAppend: Sendable {
    /// Gets the position of the first event when all are durable, or why they are not.
    typealias Reply = CheckedContinuation<Result<LogPosition, LogError>, Never>

    enum Piece: Sendable {
        /// Others follow at once.
        case more([EntryDraft])
        case last([EntryDraft], Reply)
        /// What was to follow cannot be encoded, so that nothing is to be written, and nobody waits.
        case withdrawn

        var drafts: [EntryDraft] {
            switch self {
            case .more(let drafts), .last(let drafts, _): drafts
            case .withdrawn: []
            }
        }
    }

    let recorded: Timestamp
    private let pieces = Mutex<[Piece]>([])
    private let arrivals = DispatchSemaphore(value: 0)

    init(recorded: Timestamp) { self.recorded = recorded }

    func add(_ piece: Piece) {
        pieces.withLock { $0.append(piece) }
        arrivals.signal()
    }

    /// The next piece, as soon as it is there.
    func next() -> Piece {
        arrivals.wait()
        return pieces.withLock { $0.removeFirst() }
    }
}
