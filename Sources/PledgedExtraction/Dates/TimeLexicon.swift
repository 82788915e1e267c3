import PledgedCore
import PledgedLanguage

/// What single words mean in expressions of time.
enum TimeLexicon {
    /// The meaning of a token; nil for words that have nothing to do with time.
    static func word(_ token: Token) -> TimeWord? {
        if token.has(.digits) { return digits(token) }
        guard token.isWord, let word = words[token.lower] else { return nil }
        switch word {
        case .month, .weekday: return token.isCapitalized ? word : nil
        default: return word
        }
    }

    private static let words: [String: TimeWord] = {
        var words: [String: TimeWord] = [:]
        for (index, names) in months.enumerated() { add(names, .month(index + 1, isShort: false), to: &words) }
        for (name, month) in shortMonths { words[name] = .month(month, isShort: true) }
        for (index, day) in Weekday.allCases.enumerated() {
            add(weekdays[index], .weekday(day, isShort: false), to: &words)
            add(shortWeekdays[index], .weekday(day, isShort: true), to: &words)
        }
        for (index, names) in seasons.enumerated() { add(names, .season(21 + index), to: &words) }
        for (unit, singular, plural) in units {
            add(singular, .unit(unit, isPlural: false), to: &words)
            add(plural, .unit(unit, isPlural: true), to: &words)
        }
        for (index, name) in cardinals.enumerated() { words[name] = .cardinal(index + 1) }
        for (name, number) in tens { words[name] = .cardinal(number) }
        for (index, name) in ordinals.enumerated() { words[name] = .ordinal(index + 1) }
        for (word, names) in others { add(names, word, to: &words) }
        return words
    }()

    private static func add(_ names: String, _ word: TimeWord, to words: inout [String: TimeWord]) {
        for name in names.split(separator: " ") { words[String(name)] = word }
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september sept sept.", "october",
        "november", "december",
    ]
    private static let shortMonths = [
        ("jan.", 1), ("feb.", 2), ("mar.", 3), ("apr.", 4), ("jun.", 6), ("jul.", 7), ("aug.", 8), ("sep.", 9),
        ("oct.", 10), ("nov.", 11), ("dec.", 12), ("jan", 1), ("feb", 2), ("mar", 3), ("apr", 4), ("jun", 6),
        ("jul", 7), ("aug", 8), ("sep", 9), ("oct", 10), ("nov", 11), ("dec", 12),
    ]
    private static let weekdays = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
    private static let shortWeekdays = [
        "mon. mon", "tue. tues. tue tues", "wed. wed", "thu. thur. thurs. thu thurs", "fri. fri", "sat. sat",
        "sun. sun",
    ]
    private static let seasons = ["spring", "summer", "autumn fall", "winter"]
    private static let units: [(TimeUnit, String, String)] = [
        (.hour, "hour", "hours"), (.day, "day", "days"), (.week, "week", "weeks"), (.month, "month", "months"),
        (.quarter, "quarter", "quarters"), (.year, "year", "years yrs"), (.decade, "decade", "decades"),
        (.century, "century", "centuries"),
    ]
    static let cardinals = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ]
    private static let tens = [
        ("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60), ("ninety", 90), ("hundred", 100),
    ]
    private static let ordinals = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth", "thirteenth", "fourteenth", "fifteenth",
    ]
    private static let others: [(TimeWord, String)] = [
        (.day(-1), "yesterday overnight"), (.day(0), "today tonight"), (.day(1), "tomorrow"),
        (.shift(-1), "last past previous"), (.shift(0), "this current"), (.shift(1), "next coming upcoming"),
        (.anaphor(0), "that same"), (.anaphor(1), "following"), (.anaphor(-1), "preceding"),
        (.several, "several few some many recent various"),
        (.edge, "early late mid later earlier"), (.end, "end start beginning middle close turn"), (.half, "half"),
        (.daypart, "morning afternoon evening night noon midnight"), (.fiscal, "fiscal financial fy marketing budget"),
        (.school, "school academic crop"),
    ]
}
