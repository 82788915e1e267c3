public import PledgedCore

/// A decision that is in the log and in the views.
public struct DecisionReply: Hashable, Codable, Sendable {
    /// As the event is called: `pledge.resolved`.
    public var decision: Event.Name
    /// Where the event lies.
    public var position: LogPosition
    /// What was decided, for people.
    public var sentence: String

    public init(decision: Event.Name, position: LogPosition, sentence: String) {
        self.decision = decision
        self.position = position
        self.sentence = sentence
    }
}
