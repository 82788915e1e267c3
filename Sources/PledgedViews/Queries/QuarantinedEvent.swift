public import PledgedCore

/// An event that could not be applied to the views, and why.
public struct QuarantinedEvent: Hashable, Sendable {
    public let position: LogPosition
    public let name: Event.Name
    public let article: ArticleID?
    /// One sentence or more.
    public let reason: String
}
