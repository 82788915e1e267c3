public import PledgedCore

/// `GET /articles`: the articles let in; answered with ``ListReply`` of `ArticleRow`.
public struct ArticlesRequest: APIRequest {
    public static let path = "/articles"
    public static let parameters = ["source", "from", "to", "superseded", "as-of", "limit", "offset", "page"]

    public var articles: ArticleQuery

    public init(_ articles: ArticleQuery = ArticleQuery()) { self.articles = articles }

    public init(query: [QueryItem]) throws(RequestError) {
        let reader = try QueryReader(query, known: Self.parameters)
        articles = ArticleQuery()
        articles.source = try reader.text("source")
        articles.from = try reader.firstDay("from")
        articles.to = try reader.lastDay("to")
        articles.includesSuperseded = try reader.flag("superseded") ?? false
        articles.asOf = try reader.moment()
        articles.page = try reader.page()
    }

    public var query: [QueryItem] {
        var writer = QueryWriter()
        writer.add("source", articles.source)
        writer.add("from", articles.from)
        writer.add("to", articles.to)
        writer.add("superseded", articles.includesSuperseded ? true : nil)
        writer.add("as-of", articles.asOf)
        writer.add(articles.page)
        return writer.items
    }
}
