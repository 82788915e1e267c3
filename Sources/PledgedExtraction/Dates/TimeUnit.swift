/// A unit of the calendar, finest first.
enum TimeUnit: Int, Hashable, Sendable, Comparable {
    case hour, day, week, month, quarter, year, decade, century

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
