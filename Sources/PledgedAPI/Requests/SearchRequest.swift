public import PledgedCore

/// `GET /search`: full-text search in the articles; answered with ``ListReply`` of `SearchRow`.
public struct SearchRequest: APIRequest {
    public static let path = "/search"
    public static let parameters = ["q", "as-of", "limit", "offset", "page"]

    public var search: SearchQuery

    public init(_ search: SearchQuery) { self.search = search }

    public init(query: [QueryItem]) throws(RequestError) {
        let reader = try QueryReader(query, known: Self.parameters)
        guard let words = try reader.text("q") else {
            throw .missingParameter("q", expected: "the words to look for")
        }
        search = SearchQuery(words: words)
        search.asOf = try reader.moment()
        search.page = try reader.page()
    }

    public var query: [QueryItem] {
        var writer = QueryWriter()
        writer.add("q", search.words)
        writer.add("as-of", search.asOf)
        writer.add(search.page)
        return writer.items
    }
}
