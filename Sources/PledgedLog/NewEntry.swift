public import PledgedCore

/// What is to be appended whole or not at all: one article's events.
public struct NewEntry: Hashable, Sendable {
    /// The article that the events are about; nil for a rejected file that could not be read.
    public var article: ArticleID?
    /// In order; at least one.
    public var events: [Event]

    public init(article: ArticleID?, events: [Event]) {
        self.article = article
        self.events = events
    }
}
