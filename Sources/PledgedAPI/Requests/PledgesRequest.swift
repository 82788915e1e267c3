public import PledgedCore

/// `GET /pledges`: pledges and requests; answered with ``ListReply`` of `PledgeRow`.
public struct PledgesRequest: APIRequest {
    public static let path = "/pledges"
    public static let parameters = [
        "kind", "by", "to", "article", "about", "status", "due-before", "due-from", "said-from", "said-to",
        "min-quantity", "unit", "sort", "as-of", "limit", "offset", "page",
    ]

    public var pledges: PledgeQuery

    public init(_ pledges: PledgeQuery = PledgeQuery()) { self.pledges = pledges }

    public init(query: [QueryItem]) throws(RequestError) {
        let reader = try QueryReader(query, known: Self.parameters)
        pledges = PledgeQuery()
        pledges.kind = try reader.choice("kind")
        pledges.status = try reader.choices("status")
        pledges.by = try reader.text("by")
        pledges.to = try reader.text("to")
        pledges.article = try reader.article("article")
        pledges.about = try reader.text("about")
        pledges.dueBefore = try reader.lastDay("due-before")
        pledges.dueFrom = try reader.firstDay("due-from")
        pledges.saidFrom = try reader.firstDay("said-from")
        pledges.saidTo = try reader.lastDay("said-to")
        pledges.minQuantity = try reader.amount("min-quantity")
        pledges.unit = try reader.text("unit")
        pledges.sort = try reader.choice("sort") ?? .said
        pledges.asOf = try reader.moment()
        pledges.page = try reader.page()
    }

    public var query: [QueryItem] {
        var writer = QueryWriter()
        writer.add("kind", pledges.kind?.rawValue)
        writer.add("by", pledges.by)
        writer.add("to", pledges.to)
        writer.add("article", pledges.article)
        writer.add("about", pledges.about)
        writer.add("status", list: pledges.status.map(\.rawValue))
        writer.add("due-before", pledges.dueBefore)
        writer.add("due-from", pledges.dueFrom)
        writer.add("said-from", pledges.saidFrom)
        writer.add("said-to", pledges.saidTo)
        writer.add("min-quantity", amount: pledges.minQuantity)
        writer.add("unit", pledges.unit)
        writer.add("sort", pledges.sort == .said ? nil : pledges.sort.rawValue)
        writer.add("as-of", pledges.asOf)
        writer.add(pledges.page)
        return writer.items
    }
}
