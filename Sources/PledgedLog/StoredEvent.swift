public import PledgedCore

/// An event as it lies in the log, what it holds still JSON: for who passes it on.
public struct StoredEvent: Hashable, Sendable {
    public let position: LogPosition
    /// When its entry was appended.
    public let recorded: Timestamp
    /// The article it is about; nil for a rejected file that could not be read.
    public let article: ArticleID?
    public let name: Event.Name
    /// What the event holds: a JSON object in UTF-8, its keys sorted.
    public let data: ArraySlice<UInt8>

    package init(_ recorded: RecordedEvent, data: ArraySlice<UInt8>) {
        position = recorded.position
        self.recorded = recorded.recorded
        article = recorded.article
        name = recorded.event.name
        self.data = data
    }

    init(_ part: EventSplitter.Part, at position: LogPosition, in frame: EntryFrame) {
        self.position = position
        recorded = frame.recorded
        article = frame.article
        name = part.name
        data = part.data
    }
}
