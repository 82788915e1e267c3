public import PledgedCore

/// Some changes of pledges, in the order in which they happened.
public struct ChangesReply: Hashable, Codable, Sendable {
    public var items: [ChangeRow]
    /// Where the next page begins: give it as `after`.
    public var cursor: ChangeCursor
    /// Whether these are all that there are by now.
    public var isComplete: Bool
    /// The last event that the changes reflect, nil where the log is empty.
    public var position: LogPosition?

    public init(items: [ChangeRow], cursor: ChangeCursor, isComplete: Bool, position: LogPosition?) {
        self.items = items
        self.cursor = cursor
        self.isComplete = isComplete
        self.position = position
    }
}
