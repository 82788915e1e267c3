public import PledgedCore

/// What became of one dropped file.
public struct Outcome: Hashable, Sendable {
    public let kind: OutcomeKind
    /// Given where the file was rejected.
    public let reason: RejectionReason?
    /// For people; it is what a `.reason` file beside a rejected file says.
    public let sentence: String
    /// The article that the file holds, where it holds one.
    public let article: ArticleID?

    public init(kind: OutcomeKind, reason: RejectionReason?, sentence: String, article: ArticleID?) {
        self.kind = kind
        self.reason = reason
        self.sentence = sentence
        self.article = article
    }
}
