/// A moment of the past at which the views are to be seen: what was known then.
public enum AsOf: Hashable, Sendable {
    /// After the event at this position, as if none had come after it.
    ///
    /// An article's events are one entry of the log; a position within an entry shows its facts up to there.
    case position(LogPosition)
    /// At the end of this day, UTC, by the clock of the daemon that recorded the events.
    case day(CalendarDate)
}

extension AsOf: CustomStringConvertible {
    /// As a query has it: `41873` or `2026-03-31`.
    public var description: String {
        switch self {
        case .position(let position): String(position.offset)
        case .day(let day): day.description
        }
    }
}
