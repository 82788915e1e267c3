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
    func add(_ entries: [CommittedEntry], chain: HashChain) {
        state.withLock { state in
            let segment = state.snapshot.segments.last
            for entry in entries {
                segment?.add(entry.position, at: state.snapshot.length)
                state.snapshot.length += UInt64(entry.lineLength)
            }
            state.recent.add(entries)
            state.snapshot.chain = chain
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
