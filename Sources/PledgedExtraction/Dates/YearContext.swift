import PledgedLanguage

/// Whether a number of four digits is a year, judged by its neighbours.
struct YearContext {
    private let grammar: TimeGrammar
    private let index: Int

    init(_ grammar: TimeGrammar, _ index: Int) {
        self.grammar = grammar
        self.index = index
    }

    var isYear: Bool {
        guard !Self.units.contains(grammar.folded(index + 1)) else { return false }
        // "on 1800 342 445": the beginning of a longer figure.
        if grammar.range.contains(index + 1), grammar.tokens[index + 1].isNumber { return false }
        // "a 2000-year-old festival", written with the hyphen or without.
        if case .unit = grammar.word(grammar.folded(index + 1) == "-" ? index + 2 : index + 1) { return false }
        let before = grammar.folded(index - 1)
        if [.edge, .end].contains(grammar.word(index - 1)) { return true }
        if Self.timePrepositions.contains(before) { return isRecent || Self.certain.contains(before) }
        guard isRecent else { return false }
        if Self.loosePrepositions.contains(before), before != "and" || !isPartOfList { return !isCountOfThings }
        if Self.determiners.contains(before) { return !isCountOfThings && isFollowedByNoun }
        if before == "and", grammar.folded(index - 2) == "now" { return true }
        return isPartOfList || isBracketed || isOpening
    }

    private var number: Int {
        guard case .number(let number) = grammar.word(index) else { return 0 }
        return number
    }

    /// The years that news speaks of without "in".
    private var isRecent: Bool { (1800...2100).contains(number) }

    /// "2024 workers": a plural noun that the number counts.
    private var isCountOfThings: Bool {
        let next = grammar.lower(index + 1)
        guard grammar.range.contains(index + 1), grammar.tokens[index + 1].isWord else { return false }
        return next.utf8.count > 3 && next.hasSuffix("s") && !next.hasSuffix("ss") && !next.hasSuffix("'s")
            && !Self.heldInYears.contains(next)
    }

    private var isFollowedByNoun: Bool {
        let next = index + 1
        return grammar.range.contains(next) && (grammar.tokens[next].isWord || grammar.folded(next) == "-")
    }

    /// "2021, 2022 and 2023", "2026-2030", "2024/2025".
    private var isPartOfList: Bool {
        let joint = grammar.folded(index - 1)
        guard [",", "and", "or", "-", "/", "&"].contains(joint) else { return false }
        if case .number(let other) = grammar.word(index - 2) { return (1800...2100).contains(other) }
        if joint == "," || joint == "-", case .month = grammar.word(index - 2) { return true }
        if joint == "-" { return Self.dashedYears.contains(grammar.lower(index - 2)) }
        return false
    }

    private var isBracketed: Bool {
        let (before, after) = (grammar.folded(index - 1), grammar.folded(index + 1))
        return before == "(" && [")", "-", ",", "to"].contains(after)
    }

    /// "2024 saw a record": the number opens the sentence and a verb follows.
    private var isOpening: Bool {
        index == grammar.range.lowerBound
            && ["was", "saw", "will", "is", "marked", "brought"].contains(grammar.lower(index + 1))
    }

    private static let certain: Set<String> = ["in", "since", "until", "till", "before", "circa", "year", "anno"]
    private static let timePrepositions: Set<String> = [
        "in", "by", "since", "until", "till", "before", "after", "from", "during", "throughout", "through", "circa",
        "year", "mid", "post", "pre", "late", "early", "starting", "beginning", "around", "calendar", "than", "between",
        "period", "years", "horizon",
    ]
    private static let loosePrepositions: Set<String> = ["of", "to", "for", "about", "on", "into", "over", "and", "or"]
    private static let determiners: Set<String> = [
        "the", "its", "their", "a", "his", "her", "our", "this", "that", "'s", "'", "’", "s", "original", "previous",
        "new", "earlier", "joint", "initial", "own", "national",
    ]
    private static let dashedYears: Set<String> = ["mid", "end", "post", "pre", "early", "late", "start"]
    /// Plural nouns that belong to a year rather than being counted.
    static let heldInYears: Set<String> = [
        "elections", "results", "targets", "goals", "sales", "earnings", "figures", "levels", "talks", "olympics",
        "games", "plans", "protests", "floods", "accords", "profits", "revenues", "exports", "imports", "prices",
        "emissions", "guidelines", "reforms", "sanctions", "was", "has", "commitments", "pledges", "awards", "finals",
    ]
    private static let units: Set<String> = [
        "%", "percent", "per", "million", "billion", "trillion", "thousand", "dollars", "euros", "yen", "won", "km",
        "kilometres", "kilometers", "metres", "meters", "tonnes", "tons", "mw", "gw", "megawatts", "kg", "feet",
        "people", "workers", "employees", "engineers", "students", "hectares", "acres", "units", "jobs", "nm", "bn",
        "m",
        "hours", "days", "weeks", "months", "years", "points", "vnd", "usd",
    ]
}
