public import PledgedCore

/// What one reader found in one article.
///
/// Equal for equal articles and readers, on every machine. Labels in pledges and happenings are those of ``actors``.
public struct Reading: Hashable, Sendable {
    /// In order of first mention; the n-th is labelled A*n*.
    public var actors: [NamedActor]
    /// In text order, requests among them.
    public var pledges: [Pledge]
    /// In order of date, then of text.
    public var happenings: [Happening]
    /// The version of the reader that found it.
    public var reader: String

    public init(
        actors: [NamedActor] = [],
        pledges: [Pledge] = [],
        happenings: [Happening] = [],
        reader: String
    ) {
        self.actors = actors
        self.pledges = pledges
        self.happenings = happenings
        self.reader = reader
    }

    /// The facts, as they go into the log: actors, pledges and requests, happenings, and the closing count.
    public var events: [Event] {
        let requests = pledges.count { $0.kind == .request }
        let read = ArticleRead(
            reader: reader,
            actors: actors.count,
            pledges: pledges.count - requests,
            requests: requests,
            happenings: happenings.count
        )
        return actors.map(Event.actorNamed) + pledges.map(Event.stated) + happenings.map(Event.happeningReported)
            + [.articleRead(read)]
    }
}
