public import PledgedCore

/// What taking an article's words out of the log did.
public struct RedactReply: Hashable, Codable, Sendable {
    public var article: ArticleID
    /// Entries of the log that were overwritten.
    public var entries: Int
    /// Of the event `article.redacted`.
    public var position: LogPosition
    /// Names under which the article was dropped: the files themselves, wherever they are now, were not touched.
    public var files: [String]
    /// How long it took.
    public var microseconds: Int64

    public init(article: ArticleID, entries: Int, position: LogPosition, files: [String], microseconds: Int64) {
        self.article = article
        self.entries = entries
        self.position = position
        self.files = files
        self.microseconds = microseconds
    }
}
