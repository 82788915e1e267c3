public import PledgedCore

/// `GET /events`: the events of the log, old ones first, then live.
public struct EventsRequest: APIRequest {
    public static let path = "/events"
    public static let parameters = ["after", "type", "article", "limit", "live"]

    /// The last position that the reader has; events after it are sent.
    ///
    /// Nil begins at the start of the log. In a stream the `Last-Event-ID` header, where given, wins over this: a
    /// browser that reconnects sends its first URL again, along with the last id that it saw.
    public var after: LogPosition?
    /// The events wanted; empty means all.
    public var types: [Event.Name]
    /// Only events about this article.
    public var article: ArticleID?
    /// Stop after this many events; 1 to ``PageRequest/limitMax`` for a page, without upper bound for a stream.
    ///
    /// Nil means ``PageRequest/limitDefault`` for a page and no end for a stream.
    public var limit: Int?
    /// Whether a stream goes on after the replay; nil means yes.
    ///
    /// A page is never live.
    public var live: Bool?

    public init(
        after: LogPosition? = nil,
        types: [Event.Name] = [],
        article: ArticleID? = nil,
        limit: Int? = nil,
        live: Bool? = nil
    ) {
        self.after = after
        self.types = types
        self.article = article
        self.limit = limit
        self.live = live
    }

    public init(query: [QueryItem]) throws(RequestError) {
        let reader = try QueryReader(query, known: Self.parameters)
        after = try reader.position("after")
        types = try Self.names(try reader.texts("type"))
        article = try reader.article("article")
        limit = try reader.number("limit", in: 1...Int.max)
        live = try reader.flag("live")
    }

    public var query: [QueryItem] {
        var writer = QueryWriter()
        writer.add("after", after.map { String($0.offset) })
        writer.add("type", types.isEmpty ? nil : types.map(\.rawValue).joined(separator: ","))
        writer.add("article", article)
        writer.add("limit", limit)
        writer.add("live", live)
        return writer.items
    }

    private static func names(_ texts: [String]) throws(RequestError) -> [Event.Name] {
        var names: [Event.Name] = []
        for text in texts {
            let name = try name(text)
            if !names.contains(name) { names.append(name) }
        }
        return names
    }

    /// Reads `pledge.stated` or `pledged.pledge.stated`.
    private static func name(_ text: String) throws(RequestError) -> Event.Name {
        let bare = text.hasPrefix(CloudEvent.typePrefix) ? String(text.dropFirst(CloudEvent.typePrefix.count)) : text
        guard let name = Event.Name(rawValue: bare) else {
            let known = Event.Name.allCases.map(\.rawValue)
            let nearest = NearestWord.nearest(to: bare, in: known)
            let expected = "any of \(known.joined(separator: ", "))"
            throw .malformedValue(parameter: "type", value: text, expected: expected, nearest: nearest)
        }
        return name
    }
}
