public import PledgedCore

/// Part of a list.
public struct ListReply<Item: Codable & Sendable>: Codable, Sendable {
    public var items: [Item]
    /// How many there are in all, on this page and others.
    public var total: Int
    /// The last event that the items reflect, nil where the log is empty.
    ///
    /// Give it to `/events` as `after` to see what changed since, without gap or overlap. The `Pledged-Position`
    /// header holds the same.
    public var position: LogPosition?

    public init(items: [Item], total: Int, position: LogPosition?) {
        self.items = items
        self.total = total
        self.position = position
    }
}

extension ListReply: Equatable where Item: Equatable {}
extension ListReply: Hashable where Item: Hashable {}
