public import PledgedCore

/// `GET /timeline`: dated happenings and deadlines; answered with ``ListReply`` of `TimelineRow`.
public struct TimelineRequest: APIRequest {
    public static let path = "/timeline"
    public static let parameters = ["from", "to", "actor", "article", "as-of", "limit", "offset", "page"]

    public var timeline: TimelineQuery

    public init(_ timeline: TimelineQuery = TimelineQuery()) { self.timeline = timeline }

    public init(query: [QueryItem]) throws(RequestError) {
        let reader = try QueryReader(query, known: Self.parameters)
        timeline = TimelineQuery()
        timeline.from = try reader.firstDay("from")
        timeline.to = try reader.lastDay("to")
        timeline.actor = try reader.text("actor")
        timeline.article = try reader.article("article")
        timeline.asOf = try reader.moment()
        timeline.page = try reader.page()
    }

    public var query: [QueryItem] {
        var writer = QueryWriter()
        writer.add("from", timeline.from)
        writer.add("to", timeline.to)
        writer.add("actor", timeline.actor)
        writer.add("article", timeline.article)
        writer.add("as-of", timeline.asOf)
        writer.add(timeline.page)
        return writer.items
    }
}
