public import PledgedCore

/// `GET /actors`: the real-world parties that articles name; answered with ``ListReply`` of `ActorRow`.
public struct ActorsRequest: APIRequest {
    public static let path = "/actors"
    public static let parameters = ["kind", "name", "article", "as-of", "limit", "offset", "page"]

    public var actors: ActorQuery

    public init(_ actors: ActorQuery = ActorQuery()) { self.actors = actors }

    public init(query: [QueryItem]) throws(RequestError) {
        let reader = try QueryReader(query, known: Self.parameters)
        actors = ActorQuery()
        actors.kind = try reader.choice("kind")
        actors.name = try reader.text("name")
        actors.article = try reader.article("article")
        actors.asOf = try reader.moment()
        actors.page = try reader.page()
    }

    public var query: [QueryItem] {
        var writer = QueryWriter()
        writer.add("kind", actors.kind?.rawValue)
        writer.add("name", actors.name)
        writer.add("article", actors.article)
        writer.add("as-of", actors.asOf)
        writer.add(actors.page)
        return writer.items
    }
}
