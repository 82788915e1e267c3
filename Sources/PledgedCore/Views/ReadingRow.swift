/// The newest reading of an article.
public struct ReadingRow: Hashable, Sendable {
    public var article: ArticleID
    /// Of its `article.received`.
    public var received: LogPosition
    /// Of the reading's first event.
    public var first: LogPosition
    /// Of its `article.read`; the reading's events are those from ``first`` to this, and no others lie between.
    public var last: LogPosition
    /// The version of the reader.
    public var reader: String

    public init(article: ArticleID, received: LogPosition, first: LogPosition, last: LogPosition, reader: String) {
        self.article = article
        self.received = received
        self.first = first
        self.last = last
        self.reader = reader
    }
}
