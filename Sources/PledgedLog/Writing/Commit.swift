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
        entries.map { $0.position..<$0.end }
    }
}

/// What readers get of an entry when it has become durable.
struct CommittedEntry: Sendable {
    let position: LogPosition
    let recorded: Timestamp
    let draft: EntryDraft
    /// In bytes, with the line feed.
    let lineLength: Int

    /// The position after the last event.
    var end: LogPosition { position.advanced(by: draft.events.count) }

    func event(_ number: Int) -> RecordedEvent {
        RecordedEvent(
            position: position.advanced(by: number),
            recorded: recorded,
            article: draft.article,
            event: draft.events[number]
        )
    }
}

extension HashChain {
    /// Chains the entries of one append.
    mutating func commit(_ drafts: [EntryDraft], durable: LogPosition, recorded: Timestamp) -> Commit {
        let before = self
        var entries: [CommittedEntry] = []
        entries.reserveCapacity(drafts.count)
        let time = recorded.description
        let bytesMax = drafts.reduce(0) { $0 + $1.lineLengthMax }
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: bytesMax) { room, count in
            var lines = unsafe LineWriter(room)
            for draft in drafts {
                let (first, start) = (position, lines.count)
                add(draft, durable: durable, recorded: time, to: &lines)
                entries.append(
                    CommittedEntry(position: first, recorded: recorded, draft: draft, lineLength: lines.count - start)
                )
            }
            count = lines.count
        }
        return Commit(before: before, after: self, bytes: bytes, entries: entries)
    }
}
