/// Why a dropped file was turned away.
public struct Rejection: Error, Hashable, Sendable {
    public let reason: RejectionReason
    /// What happened and what to do about it, for people.
    public let sentence: String

    public init(reason: RejectionReason, sentence: String) {
        self.reason = reason
        self.sentence = sentence
    }
}
