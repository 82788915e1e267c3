public import PledgedCore

/// What applying quarantined events again did.
public struct RetryReply: Hashable, Codable, Sendable {
    /// An event that cannot be applied.
    public struct Quarantined: Hashable, Codable, Sendable {
        public var position: LogPosition
        public var type: Event.Name
        /// The article it is about; nil for a rejected file that could not be read.
        public var article: ArticleID?
        /// Why it cannot be applied.
        public var reason: String

        public init(position: LogPosition, type: Event.Name, article: ArticleID?, reason: String) {
            self.position = position
            self.type = type
            self.article = article
            self.reason = reason
        }
    }

    /// How many of ``quarantined`` are listed at most.
    public static let listedMax = 100

    /// How many events were quarantined before.
    public var before: Int
    /// How many are now.
    public var after: Int
    /// The first of those that are now, at most ``listedMax``.
    public var quarantined: [Quarantined]
    /// The last event that the views reflect, nil where the log is empty.
    public var position: LogPosition?
    /// How long it took.
    public var microseconds: Int64

    public init(
        before: Int,
        after: Int,
        quarantined: [Quarantined],
        position: LogPosition?,
        microseconds: Int64
    ) {
        self.before = before
        self.after = after
        self.quarantined = quarantined
        self.position = position
        self.microseconds = microseconds
    }
}
