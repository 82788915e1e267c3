public import PledgedCore

/// Why the intake turned a file away before anyone looked into its bytes.
public struct Refusal: Error, Hashable, Sendable {
    public let reason: RejectionReason
    /// What happened and what to do about it, for people.
    public let sentence: String

    public init(reason: RejectionReason, sentence: String) {
        self.reason = reason
        self.sentence = sentence
    }
}
