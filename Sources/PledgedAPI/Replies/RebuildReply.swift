public import PledgedCore

/// What a rebuild of the views did.
public struct RebuildReply: Hashable, Codable, Sendable {
    /// The last event that the new views reflect, nil where the log is empty.
    public var position: LogPosition?
    /// How many events were applied.
    public var events: Int
    /// Of the new views' content.
    public var digest: String
    /// How long it took.
    public var microseconds: Int64

    public init(position: LogPosition?, events: Int, digest: String, microseconds: Int64) {
        self.position = position
        self.events = events
        self.digest = digest
        self.microseconds = microseconds
    }
}
