internal import GRDB
public import PledgedCore

/// Part of the changes of pledges.
public struct ChangesPage: Hashable, Sendable {
    public var rows: [ChangeRow]
    /// Where to go on.
    public var cursor: ChangeCursor
    /// Whether there are no more by now.
    public var isComplete: Bool
    /// Everything before this position is in the rows, or was before them.
    public var position: LogPosition
}

extension ViewStore {
    /// What changed in the pledges behind a place, in the order of the days on which it happened.
    ///
    /// Pledges are given as they were after the change, their parties under the names that they have by now. What a day brings, that a pledge became due or overdue, is found
    /// when it is asked for, up to `today`, and stored nowhere; a pledge of which one reads when it is due already brings
    /// no such change, its status says so.
    ///
    /// - Parameters:
    ///   - query: behind which place, and how many.
    ///   - today: UTC.
    /// - Returns: The changes, and where to go on.
    /// - Throws: ``ViewError`` where the file cannot be read.
    public func changes(_ query: ChangeQuery, today: CalendarDate) throws(ViewError) -> ChangesPage {
        try read { try ChangeReader($0, today: today).page(query) }
    }

    /// The place behind the event at `position`.
    ///
    /// - Throws: ``ViewError`` with code `beyondEnd` for a position that the views do not reach.
    public func changeCursor(at position: LogPosition) throws(ViewError) -> ChangeCursor {
        try read { database in
            let end = try Projection().position(in: database)
            guard position < end else { throw ViewError.beyondEnd(position, end) }
            return try ChangeReader(database, today: CalendarDate(daysSinceEpoch: 0)).cursor(behind: position)
        }
    }
}
