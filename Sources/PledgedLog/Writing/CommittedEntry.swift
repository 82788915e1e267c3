import PledgedCore

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
