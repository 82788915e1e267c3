/// An event with the place that the log gave it.
public struct RecordedEvent: Hashable, Sendable {
    public let position: LogPosition
    /// When its entry was appended.
    public let recorded: Timestamp
    /// The article it is about; nil for a rejected file that could not be read.
    public let article: ArticleID?
    public let event: Event

    public init(position: LogPosition, recorded: Timestamp, article: ArticleID?, event: Event) {
        self.position = position
        self.recorded = recorded
        self.article = article
        self.event = event
    }
}
