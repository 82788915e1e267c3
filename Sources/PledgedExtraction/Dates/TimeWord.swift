import PledgedCore

/// What a word, looked at by itself, can mean in an expression of time.
enum TimeWord: Hashable, Sendable {
    /// 1 to 12; `isShort` where the form is a word or name of its own too ("Mar", "Jan").
    case month(Int, isShort: Bool)
    case weekday(Weekday, isShort: Bool)
    /// 21 spring to 24 winter.
    case season(Int)
    case unit(TimeUnit, isPlural: Bool)
    /// Days after the article's: "yesterday" is -1.
    case day(Int)
    /// "last" -1, "this" 0, "next" 1.
    case shift(Int)
    /// "that", "same": a date named before.
    case anaphor(Int)
    case ordinal(Int)
    case cardinal(Int)
    /// "several", "a few": how many is not said.
    case several
    /// "early", "late", "mid", "later".
    case edge
    /// "end", "start", "middle", which need "of".
    case end
    case half
    case daypart
    case fiscal
    case school
    /// "Q3"; with the year where written together, as in "3Q25".
    case quarterCode(Int, year: Int?)
    case halfCode(Int, year: Int?)
    case fiscalYear(Int)
    /// A whole number in digits without commas.
    case number(Int)
    case date(CalendarDate)
    /// "2026/27".
    case years(Int, Int)
    /// The first year of a decade: 2030 for "the 2030s".
    case decade(Int)
}
