import PledgedCore
import Synchronization

/// What readers may see: everything durable, and nothing else.
final class Published: Sendable {
    struct Snapshot: Sendable {
        /// In order, never empty; the last is the one that is being written.
        var segments: [Segment]
        /// The durable bytes of the last segment.
        var length: UInt64
        /// Where the durable part of the log ends.
        var chain: HashChain
    }

    private struct State {
        var snapshot: Snapshot
        var recent: RecentEvents
    }

    private let state: Mutex<State>
    let redactions: Redactions

    init(_ snapshot: Snapshot, recentBytesMax: Int, redactions: Redactions) {
        self.redactions = redactions
        state = Mutex(State(snapshot: snapshot, recent: RecentEvents(bytesMax: recentBytesMax)))
    }

    var snapshot: Snapshot { state.withLock { $0.snapshot } }
    var chain: HashChain { state.withLock { $0.snapshot.chain } }

    func recent(from position: LogPosition, countMax: Int) -> [RecordedEvent]? {
        state.withLock { $0.recent.events(from: position, countMax: countMax) }
    }

    func recentStored(from position: LogPosition, countMax: Int) -> [StoredEvent]? {
        state.withLock { $0.recent.stored(from: position, countMax: countMax) }
    }

    /// Has what was appended read from the disk again, redacted.
    func forgetRecent() { state.withLock { $0.recent.forget() } }

    /// Shows entries that have become durable at the end of the last segment.
    ///
    /// - Parameters:
    ///   - entries: In order.
    ///   - chain: Where it is behind them.
    /// - Returns: Entries that are no longer kept in memory, to be freed when nobody waits.
    func add(_ entries: [CommittedEntry], chain: HashChain) -> [CommittedEntry] {
        state.withLock { state in
            state.snapshot.segments.last?.add(entries, at: state.snapshot.length)
            state.snapshot.length += UInt64(entries.reduce(0) { $0 + $1.lineLength })
            state.snapshot.chain = chain
            return state.recent.add(entries)
        }
    }

    /// Begins a new last segment.
    func roll() {
        state.withLock { state in
            let chain = state.snapshot.chain
            let segment = Segment(
                SegmentName(first: chain.position),
                after: chain,
                index: SparseIndex(),
                redactions: redactions
            )
            state.snapshot.segments.append(segment)
            state.snapshot.length = 0
        }
    }
}
