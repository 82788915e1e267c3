public import PledgedCore

/// `POST /readings`, on the admin socket: reads articles again that another reader read; answered with ``RereadReply``.
public struct RereadRequest: APIRequest {
    public static let path = "/readings"
    public static let parameters = ["article", "dry-run"]

    /// Only this article, superseded or not; nil for all that are not superseded.
    public var article: ArticleID?
    /// Whether to say what would change and append nothing; nil means no.
    public var isDryRun: Bool?

    public init(article: ArticleID? = nil, isDryRun: Bool? = nil) {
        self.article = article
        self.isDryRun = isDryRun
    }

    public init(query: [QueryItem]) throws(RequestError) {
        let reader = try QueryReader(query, known: Self.parameters)
        article = try reader.article("article")
        isDryRun = try reader.flag("dry-run")
    }

    public var query: [QueryItem] {
        var writer = QueryWriter()
        writer.add("article", article)
        writer.add("dry-run", isDryRun)
        return writer.items
    }
}
