import PledgedCore
import PledgedLanguage

extension TimeGrammar {
    /// "last year", "next March", "this Friday", "the past three years", "next school year", "last night".
    func shifted(_ index: Int, _ offset: Int) -> TimePhrase? {
        let next = index + 1
        switch word(next) {
        // "this past week", "this coming Friday".
        case .shift(let closer) where offset == 0 && closer != 0: return shifted(next, closer)
        case .unit(let unit, isPlural: false): return shiftedUnit(index, unit, offset)
        case .unit(_, isPlural: true):
            return offset == 0 ? nil : TimePhrase(value: .vague, end: next + 1, isDuration: true)
        case .month(let month, _):
            guard dayNumber(next + 1) == nil else { return nil }
            return TimePhrase(value: .month(month, .occurrence(offset)), end: next + 1)
        case .weekday(let day, _):
            let end = word(next + 1) == .daypart ? next + 2 : next + 1
            let week: WeekReference = offset == 0 ? .week(0) : offset < 0 ? .previous : .coming
            return TimePhrase(value: .weekday(day, week), end: end)
        case .season(let season): return TimePhrase(value: .season(season, .occurrence(offset)), end: next + 1)
        case .daypart:
            let days = offset < 0 ? -1 : 0
            return offset > 0 ? nil : TimePhrase(value: .unit(.day, offset: days), end: next + 1)
        case .fiscal, .school: return shiftedBusinessYear(next, offset)
        case .half: return offset == 0 ? nil : TimePhrase(value: .vague, end: next + 1)
        case .number, .cardinal: return shiftedLength(next, offset)
        case .several: return shiftedLength(next, offset)
        default:
            let isHyphen = lower(next) == "couple" || lower(next) == "dozen" || lower(next) == "half"
            return isHyphen ? shiftedLength(next, offset) : calendarYear(next, offset)
        }
    }

    private func calendarYear(_ index: Int, _ offset: Int) -> TimePhrase? {
        if lower(index) == "weekend" { return TimePhrase(value: .weekend(offset: offset), end: index + 1) }
        guard lower(index) == "calendar", word(index + 1) == .unit(.year, isPlural: false) else { return nil }
        return TimePhrase(value: .year(.offset(offset)), end: index + 2)
    }

    private func shiftedUnit(_ index: Int, _ unit: TimeUnit, _ offset: Int) -> TimePhrase? {
        let end = index + 2
        // "over the past year", "for the next month": a length.
        let isLength = ["over", "for", "during", "within", "throughout"].contains(beforeArticle(index))
        if isLength, lower(index) == "past" || lower(index) == "coming" || (lower(index) == "next" && unit != .year) {
            return TimePhrase(value: .length(offset < 0 ? -1 : 1, unit), end: end, isDuration: true)
        }
        switch unit {
        case .hour: return nil
        case .day: return lower(index) == "next" ? TimePhrase(value: .anaphoricUnit(.day, offset: 1), end: end) : nil
        case .decade:
            if offset == 0 { return TimePhrase(value: .endOfDecade(offset: 0), end: end) }
            return TimePhrase(value: .length(offset, .decade), end: end, isDuration: true)
        case .century:
            return offset == 0 ? TimePhrase(value: .endOfCentury, end: end) : TimePhrase(value: .vague, end: end)
        case .year:
            return TimePhrase(value: .year(.offset(offset)), end: end)
        case .week, .month, .quarter: return TimePhrase(value: .unit(unit, offset: offset), end: end)
        }
    }

    /// The word before `index`, or before an article there.
    func beforeArticle(_ index: Int) -> String {
        ["the", "its", "their", "a"].contains(lower(index - 1)) ? lower(index - 2) : lower(index - 1)
    }

    /// "the next four years", "the past few decades", "this fiscal year".
    private func shiftedLength(_ index: Int, _ offset: Int) -> TimePhrase? {
        guard let (count, next) = count(at: index), case .unit(let unit, _) = word(next) else { return nil }
        guard let count, offset != 0 else { return TimePhrase(value: .vague, end: next + 1, isDuration: true) }
        return TimePhrase(value: .length(count * offset, unit), end: next + 1, isDuration: true)
    }

    private func shiftedBusinessYear(_ index: Int, _ offset: Int) -> TimePhrase? {
        let isSchool = word(index) == .school
        if word(index + 1) == .unit(.year, isPlural: false) {
            return TimePhrase(value: isSchool ? .schoolYear(offset: offset) : .year(.offset(offset)), end: index + 2)
        }
        if word(index + 1) == .unit(.quarter, isPlural: false) {
            return TimePhrase(value: .unit(.quarter, offset: offset), end: index + 2)
        }
        return nil
    }

    /// "that year", "the same month", "the following day", "the preceding quarter".
    func anaphoric(_ index: Int, _ offset: Int) -> TimePhrase? {
        guard case .unit(let unit, isPlural: false) = word(index + 1), unit != .hour else { return nil }
        return TimePhrase(value: .anaphoricUnit(unit, offset: offset), end: index + 2)
    }

    /// "fiscal 2030", "FY2026", "fiscal year 2025-26", "the fiscal year".
    func businessYear(_ index: Int) -> TimePhrase? {
        guard let (year, end) = yearNumber(at: index) else { return nil }
        return yearSpan(year, end) ?? TimePhrase(value: .year(year), end: end)
    }

    /// "2025-26" and "2025/26" as one business year.
    private func yearSpan(_ year: YearReference, _ end: Int) -> TimePhrase? {
        guard case .explicit(let first) = year, folded(end) == "-" || lower(end) == "/",
            case .number(let last) = word(end + 1)
        else { return nil }
        let full = last < 100 ? first / 100 * 100 + last : last
        return full == first + 1 ? TimePhrase(value: .years(first, full), end: end + 2) : nil
    }

    /// "academic year 2025-26", "school year".
    func schoolYear(_ index: Int) -> TimePhrase? {
        guard word(index + 1) == .unit(.year, isPlural: false), let (year, end) = yearNumber(at: index + 2) else {
            return nil
        }
        return yearSpan(year, end) ?? TimePhrase(value: .year(year), end: end)
    }

    /// A number that the words around it make a year.
    func plainYear(_ index: Int) -> TimePhrase? {
        guard case .number(let year) = word(index), Self.isYear(year), lower(index).utf8.count == 4,
            YearContext(self, index).isYear
        else { return nil }
        var end = index + 1
        if let span = yearSpan(.explicit(year), end), isSchoolYear(span.end) {
            return TimePhrase(value: span.value, end: span.end + 2)
        }
        if isSchoolYear(end) { end += 2 }
        return TimePhrase(value: .year(.explicit(year)), end: end)
    }

    private func isSchoolYear(_ index: Int) -> Bool {
        (word(index) == .school || word(index) == .fiscal) && word(index + 1) == .unit(.year, isPlural: false)
    }

    /// "three years ago", "a week later", "within 90 days", "in 18 months", "over five years".
    func counted(_ index: Int) -> TimePhrase? {
        guard let (count, next) = count(at: index), case .unit(let unit, _) = word(next), folded(next - 1) != "-" else {
            return nil
        }
        guard let count else { return TimePhrase(value: .vague, end: next + 1, isDuration: true) }
        let end = next + 1
        // "a decade ago", "two centuries earlier": nobody counts the years.
        if unit >= .decade, ["ago", "earlier", "before", "later"].contains(lower(end)) {
            return TimePhrase(value: .vague, end: end + 1)
        }
        if ["earlier", "later"].contains(lower(end)), lower(end + 1) == "than" { return nil }
        switch lower(end) {
        case "ago": return TimePhrase(value: .distance(-count, unit, isAnaphoric: false), end: end + 1)
        case "before", "after":
            // "two years after graduation" leans on what no calendar knows.
            let isAlone = !range.contains(end + 1) || tokens[end + 1].isPunctuation
            guard isAlone || ["that", "then"].contains(lower(end + 1)) else { break }
            let sign = lower(end) == "before" ? -1 : 1
            return TimePhrase(value: .distance(sign * count, unit, isAnaphoric: true), end: isAlone ? end + 1 : end + 2)
        case "earlier", "previously":
            let isThat = ["that", "then"].contains(lower(end + 1))
            return TimePhrase(value: .distance(-count, unit, isAnaphoric: true), end: end + (isThat ? 2 : 1))
        case "later", "afterwards", "on":
            guard lower(end) != "on" || !range.contains(end + 1) || tokens[end + 1].isPunctuation else { break }
            let isThat = ["that", "then"].contains(lower(end + 1))
            return TimePhrase(value: .distance(count, unit, isAnaphoric: true), end: end + (isThat ? 2 : 1))
        case "from" where lower(end + 1) == "now":
            return TimePhrase(value: .distance(count, unit, isAnaphoric: false), end: end + 2)
        case "hence": return TimePhrase(value: .distance(count, unit, isAnaphoric: false), end: end + 1)
        case "'s", "'", "’":
            guard lower(end + 1) == "time" else { return nil }
            return TimePhrase(value: .distance(count, unit, isAnaphoric: false), end: end + 2)
        default: break
        }
        return measured(index, count, unit, end)
    }

    /// A bare length, which its preposition places: "within two years", "in 18 months", "over five years".
    private func measured(_ index: Int, _ count: Int, _ unit: TimeUnit, _ end: Int) -> TimePhrase? {
        switch beforeCount(index) {
        case "within", "inside": return TimePhrase(value: .distance(count, unit, isAnaphoric: false), end: end)
        case "in":
            guard lower(index - 1) == "in" || lower(index - 1) != "a" else { return nil }
            return TimePhrase(value: .distance(count, unit, isAnaphoric: false), end: end, isDuration: true)
        case "over", "during", "across", "through":
            return TimePhrase(value: .length(count, unit), end: end, isDuration: true)
        default: return nil
        }
    }

    /// The word before a count, "about" and its like passed over.
    private func beforeCount(_ index: Int) -> String {
        var before = index - 1
        while before > index - 4,
            ["about", "around", "nearly", "roughly", "approximately", "just", "another", "some"].contains(
                lower(before)
            )
        {
            before -= 1
        }
        return lower(before)
    }

    func vague(_ index: Int) -> TimePhrase? {
        guard case .unit(let unit, isPlural: true) = word(index + 1), unit != .hour else { return nil }
        return TimePhrase(value: .vague, end: index + 2, isDuration: true)
    }

    /// A number of units: nil where the words leave it open ("a few").
    ///
    /// Of "three to five" the greater.
    func count(at index: Int) -> (Int?, Int)? {
        guard let (count, next) = single(at: index), let count, ["to", "or"].contains(lower(next)),
            let (greater, end) = single(at: next + 1), let greater, greater > count, case .unit = word(end)
        else { return single(at: index) }
        return (greater, end)
    }

    private func single(at index: Int) -> (Int?, Int)? {
        switch word(index) {
        case .number(let count) where count < 1000: return (count, index + 1)
        case .cardinal(let count):
            if folded(index + 1) == "-", case .cardinal(let ones) = word(index + 2), count >= 20, ones < 10 {
                return (count + ones, index + 3)
            }
            return (count, index + 1)
        case .several: return (nil, index + 1)
        default: break
        }
        guard ["a", "an", "couple", "dozen", "the"].contains(lower(index)) else { return nil }
        let next = lower(index) == "a" || lower(index) == "an" ? index + 1 : index
        if lower(next) == "couple" { return (2, lower(next + 1) == "of" ? next + 2 : next + 1) }
        if lower(next) == "dozen" { return (12, next + 1) }
        if word(next) == .several { return (nil, next + 1) }
        if lower(next) == "full" || lower(next) == "further" { return (1, next + 1) }
        return next > index ? (1, next) : nil
    }
}
