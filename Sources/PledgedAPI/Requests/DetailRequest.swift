public import PledgedCore

/// The parameters of `GET /pledges/{id}`, answered with `PledgeDetail`, and `GET /actors/{id}`, with `ActorDetail`.
public struct DetailRequest: Hashable, Sendable {
    public static let parameters = ["as-of"]

    /// What was known then; nil for now.
    public var asOf: AsOf?

    public init(asOf: AsOf? = nil) { self.asOf = asOf }

    /// Reads a query.
    ///
    /// - Throws: ``RequestError`` for an unknown, repeated or malformed parameter.
    public init(query: [QueryItem]) throws(RequestError) {
        asOf = try QueryReader(query, known: Self.parameters).moment()
    }

    /// The query that ``init(query:)`` reads as this.
    public var query: [QueryItem] {
        var writer = QueryWriter()
        writer.add("as-of", asOf)
        return writer.items
    }
}
