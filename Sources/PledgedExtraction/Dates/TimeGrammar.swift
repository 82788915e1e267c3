import PledgedLanguage

/// Reads expressions of time in one sentence, by recursive descent over what its words mean.
struct TimeGrammar {
    let tokens: [Token]
    /// The sentence.
    let range: Range<Int>
    /// One for each token of the sentence.
    private let words: [TimeWord?]

    init(_ tokens: [Token], _ range: Range<Int>, words: [TimeWord?]) {
        self.tokens = tokens
        self.range = range
        self.words = words
    }

    func word(_ index: Int) -> TimeWord? { range.contains(index) ? words[index - range.lowerBound] : nil }
    func lower(_ index: Int) -> String { range.contains(index) ? tokens[index].lower : "" }
    func folded(_ index: Int) -> String { range.contains(index) ? tokens[index].folded : "" }

    /// Whether an expression may begin at `index`: quick, so that most words cost next to nothing.
    func canBegin(_ index: Int) -> Bool { word(index) != nil || word(index + 1) != nil || lower(index) == "then" }

    /// The longest expression that begins at `index`, ranges and edges ("the end of …") included.
    func phrase(at index: Int) -> TimePhrase? {
        guard let first = edged(at: index) else { return nil }
        return ranged(first, from: index) ?? first
    }

    // MARK: Edges

    /// "the end of June", "early next year", "mid-2026", "year-end".
    private func edged(at index: Int, depth: Int = 0) -> TimePhrase? {
        let start = lower(index) == "the" || lower(index) == "very" ? index + 1 : index
        guard depth < Self.edgesMax, let next = edgeEnd(start) else {
            return monthsThrough(start) ?? yearEnd(at: start) ?? point(at: index)
        }
        if ["mid", "middle"].contains(lower(start)),
            word(next) == .unit(.century, isPlural: false)
                || lower(next) == "the" && word(next + 1) == .unit(.century, isPlural: false)
        {
            return TimePhrase(value: .midCentury, end: lower(next) == "the" ? next + 2 : next + 1)
        }
        return wholeUnit(at: next) ?? edged(at: next, depth: depth + 1)
    }

    /// "by the end of early next year" has two; more are nonsense.
    private static let edgesMax = 3

    /// The token behind "the end of", "early", "late in", "mid-"; nil where none of these begins here.
    private func edgeEnd(_ start: Int) -> Int? {
        let isEnd = word(start) == .end
        guard isEnd || word(start) == .edge else { return nil }
        var next = start + 1
        while next < start + 4, word(next) == .edge || (lower(next) == "or" && word(next + 1) == .edge) { next += 1 }
        if ["part", "days", "weeks", "months", "half", "stages"].contains(lower(next)) { next += 1 }
        if ["of", "-"].contains(folded(next)) { return next + 1 }
        // "end 2026" and "end June" are written, "start June" is an order.
        if isEnd { return lower(start) == "end" && lower(start - 1) != "to" ? next : nil }
        return ["in", "on"].contains(lower(next)) ? next + 1 : next
    }

    /// "the year", "the decade", of which the edge was named just before.
    private func wholeUnit(at index: Int) -> TimePhrase? {
        let hasArticle = lower(index) == "the"
        let start = hasArticle ? index + 1 : index
        guard case .unit(let unit, isPlural: false) = word(start), hasArticle || unit == .year else { return nil }
        switch unit {
        case .year:
            if let (year, end) = yearNumber(at: start + 1) { return TimePhrase(value: .year(year), end: end) }
            return TimePhrase(value: .year(.offset(0)), end: start + 1)
        case .decade: return TimePhrase(value: .endOfDecade(offset: 0), end: start + 1)
        case .century: return TimePhrase(value: .endOfCentury, end: start + 1)
        case .month, .week, .quarter: return TimePhrase(value: .unit(unit, offset: 0), end: start + 1)
        case .day, .hour: return nil
        }
    }

    /// "year-end", "year end 2026", "year's end"; "the year is out".
    private func yearEnd(at index: Int) -> TimePhrase? {
        guard case .unit(let unit, isPlural: false) = word(index), unit == .year || unit == .month else { return nil }
        if ["is", "was", "ends", "ended", "closes"].contains(lower(index + 1)), lower(index - 1) == "the" {
            let isOut = ["out", "over", "up"].contains(lower(index + 2))
            let isEnd = lower(index + 1).hasPrefix("end") || lower(index + 1) == "closes"
            return isOut || isEnd ? TimePhrase(value: .unit(unit, offset: 0), end: index + (isOut ? 3 : 2)) : nil
        }
        let next = ["-", "'s"].contains(folded(index + 1)) ? index + 2 : index + 1
        guard lower(next) == "end" else { return nil }
        if unit == .year, let (year, end) = yearNumber(at: next + 1) { return TimePhrase(value: .year(year), end: end) }
        return TimePhrase(value: .unit(unit, offset: 0), end: next + 1)
    }

    // MARK: Ranges

    /// "January to March", "from 2026 to 2030", "between July 2003 and December 2004", "2021-30".
    private func ranged(_ first: TimePhrase, from index: Int) -> TimePhrase? {
        guard !first.isDuration else { return nil }
        let joint = folded(first.end)
        let isJoined = ["to", "-", "through", "until", "till", "--"].contains(joint)
        let isBetween = joint == "and" && lower(index - 1) == "between"
        guard isJoined || isBetween else { return nil }
        if joint == "-", let pair = yearPair(first) { return pair }
        guard first.value.canBeginRange, let second = edged(at: first.end + 1), second.value.canEnd(first.value) else {
            return sameMonth(first)
        }
        return TimePhrase(value: .range(first.value, second.value), end: second.end, isDuration: false)
    }

    /// "2021-30".
    private func yearPair(_ first: TimePhrase) -> TimePhrase? {
        guard case .year(.explicit(let year)) = first.value, case .number(let short) = word(first.end + 1), short < 100,
            lower(first.end + 1).utf8.count == 2
        else { return nil }
        let last = year / 100 * 100 + short
        guard last > year else { return nil }
        return TimePhrase(value: .range(.year(.explicit(year)), .year(.explicit(last))), end: first.end + 2)
    }

    /// "November 22-23".
    private func sameMonth(_ first: TimePhrase) -> TimePhrase? {
        guard case .dayOfMonth(let day, let month, let year) = first.value, let last = dayNumber(first.end + 1),
            last > day,
            tokens[first.end].bytes.upperBound == tokens[first.end + 1].bytes.lowerBound
                || lower(first.end) != "-"
        else { return nil }
        var (sharedYear, end) = (year, first.end + 2)
        if year == .none, let (found, next) = yearReference(at: end, afterComma: true) {
            (sharedYear, end) = (found, next)
        }
        let from = TimeValue.dayOfMonth(day: day, month: month, sharedYear)
        return TimePhrase(value: .range(from, .dayOfMonth(day: last, month: month, sharedYear)), end: end)
    }

    // MARK: Numbers

    func dayNumber(_ index: Int) -> Int? {
        switch word(index) {
        case .number(let day) where (1...31).contains(day) && tokens[index].isNumber && lower(index).utf8.count <= 2:
            day
        case .ordinal(let day) where tokens[index].has(.digits): day
        default: nil
        }
    }

    /// A year in digits, with what makes it one: "2026", "fiscal 2026", "FY2026".
    func yearNumber(at index: Int) -> (YearReference, Int)? {
        switch word(index) {
        case .number(let year) where TimeGrammar.isYear(year) && lower(index).utf8.count == 4:
            return (.explicit(year), index + 1)
        case .fiscalYear(let year): return (.explicit(year), index + 1)
        case .fiscal:
            let next = word(index + 1) == .unit(.year, isPlural: false) ? index + 2 : index + 1
            guard case .number(let year) = word(next), lower(next).utf8.count == 4 || lower(index) == "fy" else {
                return nil
            }
            let full = year < 100 ? 2000 + year : year
            return TimeGrammar.isYear(full) ? (.explicit(full), next + 1) : nil
        default: return nil
        }
    }

    static func isYear(_ number: Int) -> Bool { (1000...2199).contains(number) }

    /// The year that goes with a day, month, quarter or season: "2026", "of next year", "last year", "that year".
    func yearReference(at index: Int, afterComma: Bool = false) -> (YearReference, Int)? {
        var start = index
        if afterComma, [",", "-"].contains(folded(start)) {
            let isYear = folded(start) == "," && yearNumber(at: start + 1) != nil
            let isRelative =
                word(start + 2) == .unit(.year, isPlural: false)
                && tokens[start].has(.spaceBefore) == (folded(start) == "-")
            if isYear || isRelative { start += 1 }
        }
        if ["of", "in"].contains(lower(start)) { start += 1 }
        if let found = yearNumber(at: start) { return found }
        let hasArticle = lower(start) == "the"
        if hasArticle { start += 1 }
        let unit = ["fiscal", "financial", "calendar"].contains(lower(start + 1)) ? start + 2 : start + 1
        if word(unit) == .unit(.year, isPlural: false) {
            switch word(start) {
            case .shift(let offset): return (.offset(offset), unit + 1)
            case .anaphor(let offset): return (.anaphoric(offset), unit + 1)
            default: break
            }
        }
        if hasArticle, start > index + 1, word(start) == .unit(.year, isPlural: false) {
            return (.offset(0), start + 1)
        }
        return nil
    }
}

extension TimeValue {
    fileprivate var canBeginRange: Bool {
        switch self {
        case .date, .dayOfMonth, .month, .quarter, .season, .year, .weekday, .half: true
        default: false
        }
    }

    /// Whether it is of the same kind as `first`, or the year that "January to" lacks.
    fileprivate func canEnd(_ first: TimeValue) -> Bool {
        switch (first, self) {
        case (.date, .date), (.dayOfMonth, .dayOfMonth), (.month, .month), (.quarter, .quarter), (.season, .season),
            (.year, .year), (.weekday, .weekday), (.half, .half), (.month, .dayOfMonth), (.year, .month),
            (.month, .year), (.dayOfMonth, .month):
            true
        default: false
        }
    }
}
