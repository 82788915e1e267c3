import PledgedCore

/// A year as the words give it.
enum YearReference: Hashable, Sendable {
    /// None: the nearest that fits.
    case none
    case explicit(Int)
    /// "last year" -1, "this year" 0, "next year" 1.
    case offset(Int)
    /// "that year" 0, "the following year" 1: counted from a year named before.
    case anaphoric(Int)
    /// "last March" -1, "this March" 0, "next March" 1.
    case occurrence(Int)
}

/// The week of a weekday, as the words give it.
enum WeekReference: Hashable, Sendable {
    /// None: the nearest that fits.
    case none
    /// "last Friday".
    case previous
    /// "next Friday".
    case coming
    /// "Friday last week" -1, "this Friday" 0.
    case week(Int)
}

/// What an expression of time says, before it is held against the article's date.
indirect enum TimeValue: Hashable, Sendable {
    case date(CalendarDate)
    case dayOfMonth(day: Int, month: Int, YearReference)
    case month(Int, YearReference)
    /// 1 to 4.
    case quarter(Int, YearReference)
    /// 1 or 2.
    case half(Int, YearReference)
    /// 21 to 24.
    case season(Int, YearReference)
    case year(YearReference)
    /// A school or business year that covers parts of two.
    case years(Int, Int)
    case schoolYear(offset: Int)
    /// The first year of ten.
    case decade(Int)
    /// "the end of the decade".
    case endOfDecade(offset: Int)
    case endOfCentury
    case midCentury
    case weekday(Weekday, WeekReference)
    /// "the three months to June", "the year ended March 2025".
    case monthsThrough(count: Int, month: Int, YearReference)
    /// "by then": the date named last.
    case mentioned
    /// Saturday and Sunday; "last weekend" -1.
    case weekend(offset: Int)
    /// "last month" is (month, -1), "yesterday" (day, -1).
    case unit(TimeUnit, offset: Int)
    /// "that month" is (month, 0), "the following day" (day, 1).
    case anaphoricUnit(TimeUnit, offset: Int)
    /// "three years ago" is (-3, year); anaphoric for "three years earlier".
    case distance(Int, TimeUnit, isAnaphoric: Bool)
    /// "the next four years" is (4, year).
    case length(Int, TimeUnit)
    case range(TimeValue, TimeValue)
    /// Time, but nobody can say when: "the past few decades", "recent months".
    case vague
}
