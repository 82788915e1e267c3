/// A request to one route, as a value: read from a query by the server, written as one by the client.
public protocol APIRequest: Hashable, Sendable {
    /// The route's path, such as `/events`.
    static var path: String { get }
    /// The names of all parameters that the route knows.
    static var parameters: [String] { get }

    /// Reads a query.
    ///
    /// - Throws: ``RequestError`` for an unknown, repeated, missing or malformed parameter.
    init(query: [QueryItem]) throws(RequestError)
    /// The query that ``init(query:)`` reads as this.
    var query: [QueryItem] { get }
}

extension APIRequest {
    /// Path and query, as they go into a request line.
    public var target: String { query.isEmpty ? Self.path : "\(Self.path)?\(QueryString.format(query))" }
}
