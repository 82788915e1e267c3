/// A reading with the reason for each of its facts.
public struct ExplainedReading: Hashable, Sendable {
    /// Just what ``Reader/read(_:)`` gives.
    public var reading: Reading
    /// One for each of the reading's actors, in the same order.
    public var actors: [Explanation]
    /// One for each of the reading's pledges and requests, in the same order.
    public var pledges: [Explanation]
    /// One for each of the reading's happenings, in the same order.
    public var happenings: [Explanation]
}
