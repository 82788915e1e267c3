import PledgedCore

/// How many facts were read from an article.
struct FactCounts: Hashable, Codable, Sendable {
    let actors: Int
    let pledges: Int
    let requests: Int
    let happenings: Int

    init(_ read: ArticleRead) {
        (actors, pledges, requests, happenings) = (read.actors, read.pledges, read.requests, read.happenings)
    }

    var sentence: String {
        [
            Figures.count(actors, "actor"), Figures.count(pledges, "pledge"), Figures.count(requests, "request"),
            Figures.count(happenings, "happening"),
        ].joined(separator: ", ")
    }
}
