import PledgedCore

/// The entries of one append, chained to what came before and ready to be written.
struct Commit: Sendable {
    /// Where the chain stood before; a commit whose predecessor failed does not fit the log any more.
    let before: HashChain
    let after: HashChain
    /// The entries' lines.
    let bytes: [UInt8]
    let entries: [CommittedEntry]

    var ranges: [Range<LogPosition>] {
        entries.map { $0.position..<$0.position.advanced(by: $0.events.count) }
    }
}

/// What readers get of an entry when it has become durable.
struct CommittedEntry: Sendable {
    let position: LogPosition
    let events: [RecordedEvent]
    /// What each of them holds, as JSON.
    let data: [ArraySlice<UInt8>]
    /// In bytes, with the line feed.
    let lineLength: Int
}

extension HashChain {
    /// Chains the entries of one append.
    mutating func commit(_ drafts: [EntryDraft], durable: LogPosition, recorded: Timestamp) -> Commit {
        let before = self
        var bytes: [UInt8] = []
        bytes.reserveCapacity(drafts.reduce(0) { $0 + $1.lineLengthMax })
        var entries: [CommittedEntry] = []
        entries.reserveCapacity(drafts.count)
        for draft in drafts {
            let (first, start) = (position, bytes.count)
            add(draft, durable: durable, recorded: recorded, to: &bytes)
            let events = draft.events.enumerated().map { index, event in
                RecordedEvent(
                    position: first.advanced(by: index),
                    recorded: recorded,
                    article: draft.article,
                    event: event
                )
            }
            let entry = CommittedEntry(position: first, events: events, data: draft.data, lineLength: bytes.count - start)
            entries.append(entry)
        }
        return Commit(before: before, after: self, bytes: bytes, entries: entries)
    }
}
