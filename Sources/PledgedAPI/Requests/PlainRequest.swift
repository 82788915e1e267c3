/// The parameters of a route that takes none.
public struct PlainRequest: Hashable, Sendable {
    /// - Throws: ``RequestError/unknownParameter(_:nearest:known:)`` for any parameter at all.
    public init(query: [QueryItem]) throws(RequestError) { _ = try QueryReader(query, known: []) }
}
