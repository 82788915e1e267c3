/// What a word depends on, and how.
public struct Arc: Hashable, Sendable {
    /// The token it depends on, counted in the document; nil for the root of a sentence.
    public let head: Int?
    public let relation: Relation

    public init(head: Int?, relation: Relation) {
        self.head = head
        self.relation = relation
    }
}
