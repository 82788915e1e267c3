public import PledgedCore

/// `GET /pledges`: pledges and requests; answered with ``ListReply`` of `PledgeRow`.
public struct PledgesRequest: APIRequest {
    public static let path = "/pledges"
    public static let parameters = [
        "kind", "by", "to", "article", "about", "due-before", "said-from", "limit", "offset",
    ]

    public var pledges: PledgeQuery

    public init(_ pledges: PledgeQuery = PledgeQuery()) { self.pledges = pledges }

    public init(query: [QueryItem]) throws(RequestError) {
        let reader = try QueryReader(query, known: Self.parameters)
        pledges = PledgeQuery()
        pledges.kind = try reader.choice("kind")
        pledges.by = try reader.text("by")
        pledges.to = try reader.text("to")
        pledges.article = try reader.article("article")
        pledges.about = try reader.text("about")
        pledges.dueBefore = try reader.day("due-before")
        pledges.saidFrom = try reader.day("said-from")
        pledges.page = try reader.page()
    }

    public var query: [QueryItem] {
        var writer = QueryWriter()
        writer.add("kind", pledges.kind?.rawValue)
        writer.add("by", pledges.by)
        writer.add("to", pledges.to)
        writer.add("article", pledges.article)
        writer.add("about", pledges.about)
        writer.add("due-before", pledges.dueBefore)
        writer.add("said-from", pledges.saidFrom)
        writer.add(pledges.page)
        return writer.items
    }
}
