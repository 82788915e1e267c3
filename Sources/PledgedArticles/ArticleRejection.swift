public import PledgedCore

/// Why a dropped file is no article that can be read.
public struct ArticleRejection: Error, Hashable, Sendable {
    public let reason: RejectionReason
    /// What happened and what to do about it, for people.
    public let sentence: String

    public init(reason: RejectionReason, sentence: String) {
        self.reason = reason
        self.sentence = sentence
    }
}

extension ArticleRejection: CustomStringConvertible {
    public var description: String { sentence }
}
