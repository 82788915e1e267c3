import PledgedCore

/// A date as far as the text states it.
enum StatedDate: Hashable, Sendable {
    case day(CalendarDate)
    /// "July 10": a dateline leaves the year to the reader.
    case dayOfYear(month: Int, day: Int)
    case month(year: Int, month: Int)

    var year: Int? {
        switch self {
        case .day(let date): date.year
        case .month(let year, _): year
        case .dayOfYear: nil
        }
    }
}
