public import PledgedCore

/// `POST /redactions`, on the admin socket: takes an article's words out of the log; answered with ``RedactReply``.
public struct RedactRequest: APIRequest {
    public static let path = "/redactions"
    public static let parameters = ["article", "reason"]

    /// Whose words.
    public var article: ArticleID
    /// Why, for people; it stands in the log.
    public var reason: String

    public init(article: ArticleID, reason: String) {
        self.article = article
        self.reason = reason
    }

    public init(query: [QueryItem]) throws(RequestError) {
        let reader = try QueryReader(query, known: Self.parameters)
        guard let article = try reader.article("article") else {
            throw .missingParameter("article", expected: "the id of the article whose words to take out")
        }
        guard let reason = try reader.text("reason") else {
            throw .missingParameter("reason", expected: "why, in words that stand in the log")
        }
        self.article = article
        self.reason = reason
    }

    public var query: [QueryItem] {
        var writer = QueryWriter()
        writer.add("article", article)
        writer.add("reason", reason)
        return writer.items
    }
}
