public import PledgedCore

/// `GET /changes`: what changed among the pledges, old changes first; a page, answered with ``ChangesReply``, or a stream.
public struct ChangesRequest: APIRequest {
    public static let path = "/changes"
    public static let parameters = ["after", "limit"]

    /// From where on changes are wanted.
    public enum Start: Hashable, Sendable {
        /// Behind this change; see ``ChangesReply/cursor``.
        case cursor(ChangeCursor)
        /// Behind what this event brought.
        case position(LogPosition)
    }

    /// Nil for all changes.
    ///
    /// In a stream the `Last-Event-ID` header, where given, wins over this: a browser that reconnects sends its first URL
    /// again, along with the last id that it saw.
    public var after: Start?
    /// Stop after this many changes; 1 to ``PageRequest/limitMax`` for a page, without upper bound for a stream.
    ///
    /// Nil means ``PageRequest/limitDefault`` for a page and no end for a stream.
    public var limit: Int?

    public init(after: Start? = nil, limit: Int? = nil) {
        self.after = after
        self.limit = limit
    }

    public init(query: [QueryItem]) throws(RequestError) {
        let reader = try QueryReader(query, known: Self.parameters)
        after = try reader.start("after")
        limit = try reader.number("limit", in: 1...Int.max)
    }

    public var query: [QueryItem] {
        var writer = QueryWriter()
        writer.add("after", after)
        writer.add("limit", limit)
        return writer.items
    }
}

extension ChangesRequest.Start: CustomStringConvertible {
    /// Reads ``description``, a position padded or not; nil for anything else.
    public init?(parsing text: String) {
        if let cursor = ChangeCursor(parsing: text) {
            self = .cursor(cursor)
        } else if let position = LogPosition(parsing: text) {
            self = .position(position)
        } else {
            return nil
        }
    }

    /// As a query has it: `2026-03-31/41873/41870` or `41873`.
    public var description: String {
        switch self {
        case .cursor(let cursor): cursor.description
        case .position(let position): String(position.offset)
        }
    }
}
