import PledgedCore
import PledgedLanguage

extension TimeGrammar {
    /// An expression without edge or range.
    func point(at index: Int) -> TimePhrase? {
        if lower(index) == "the" || lower(index) == "its" || lower(index) == "their" {
            return afterArticle(index + 1)
        }
        switch word(index) {
        case .date(let date): return TimePhrase(value: .date(date), end: index + 1)
        case .years(let first, let last): return TimePhrase(value: .years(first, last), end: index + 1)
        case .decade(let start): return TimePhrase(value: .decade(start), end: index + 1)
        case .day(let offset): return dayName(index, offset)
        case .weekday(let day, let isShort): return weekday(index, day, isShort: isShort)
        case .month(let month, let isShort): return self.month(index, month, isShort: isShort)
        case .season(let season): return seasonOfYear(index, season)
        case .quarterCode, .halfCode: return codedPeriod(index)
        case .ordinal: return afterArticle(index)
        case .shift(let offset): return shifted(index, offset)
        case .anaphor(let offset): return anaphoric(index, offset)
        case .fiscal, .fiscalYear: return businessYear(index)
        case .school: return schoolYear(index)
        case .number: return dayOfMonth(index) ?? plainYear(index) ?? counted(index)
        case .cardinal: return counted(index)
        case .several: return vague(index)
        default:
            if lower(index) == "a" || lower(index) == "an" { return counted(index) }
            // "by then", "until then".
            let isThen = lower(index) == "then" && ["by", "until", "before", "since"].contains(lower(index - 1))
            return isThen ? TimePhrase(value: .mentioned, end: index + 1) : nil
        }
    }

    /// "the third quarter of 2027", "the fall of 2024", "the 9th of July", "the next four years", "the 2030s".
    private func afterArticle(_ index: Int) -> TimePhrase? {
        switch word(index) {
        case .ordinal(let number):
            return quarterOrHalf(index, number) ?? dayOfMonth(index) ?? firstMonths(index, number)
        case .season(let season): return seasonOfYear(index, season)
        case .decade(let start): return TimePhrase(value: .decade(start), end: index + 1)
        case .shift(let offset): return shifted(index, offset)
        case .anaphor(let offset): return anaphoric(index, offset)
        case .fiscal, .fiscalYear: return businessYear(index)
        case .number: return plainYear(index)
        case .quarterCode, .halfCode: return codedPeriod(index)
        case .unit(let unit, isPlural: false) where ["before", "after"].contains(lower(index + 1)):
            // "the year before"; "the day before yesterday" counts from the article.
            if unit == .day, case .day(let offset) = word(index + 2) {
                return TimePhrase(value: .unit(.day, offset: offset * 2), end: index + 3)
            }
            // "the day after airing" leans on what no calendar knows.
            guard !range.contains(index + 2) || tokens[index + 2].isPunctuation else { return nil }
            let isBefore = lower(index + 1) == "before"
            return TimePhrase(value: .anaphoricUnit(unit, offset: isBefore ? -1 : 1), end: index + 2)
        case .school: return schoolYear(index)
        case .month(let month, let isShort): return self.month(index, month, isShort: isShort)
        default:
            if lower(index) == "latter", word(index + 1) == .half { return quarterOrHalf(index, 2) }
            return nil
        }
    }

    private func dayName(_ index: Int, _ offset: Int) -> TimePhrase {
        let end = word(index + 1) == .daypart ? index + 2 : index + 1
        return TimePhrase(value: .unit(.day, offset: offset), end: end)
    }

    /// "Tuesday", "Tuesday night", "Tuesday last week", "Tuesday, July 9", "Tuesday 9 July".
    private func weekday(_ index: Int, _ day: Weekday, isShort: Bool) -> TimePhrase? {
        var end = index + 1
        while word(end) == .daypart { end += 1 }
        let afterComma = [",", "the", "("].contains(lower(end)) ? end + 1 : end
        if let date = fullDate(afterComma) {
            return TimePhrase(
                value: date.value,
                end: lower(end) == "(" && lower(date.end) == ")" ? date.end + 1 : date.end
            )
        }
        guard !isShort || tokens[index].has(.abbreviation) else { return nil }
        if case .shift(let week) = word(end), word(end + 1) == .unit(.week, isPlural: false) {
            return TimePhrase(value: .weekday(day, .week(week)), end: end + 2)
        }
        return TimePhrase(value: .weekday(day, .none), end: end)
    }

    private func fullDate(_ index: Int) -> TimePhrase? {
        switch word(index) {
        case .number, .ordinal: return dayOfMonth(index)
        case .month(let month, _):
            guard let found = self.month(index, month, isShort: false), case .dayOfMonth = found.value else {
                return nil
            }
            return found
        case .date(let date): return TimePhrase(value: .date(date), end: index + 1)
        default: return nil
        }
    }

    /// "July 9, 2024", "July 2024", "July", "July last year".
    private func month(_ index: Int, _ month: Int, isShort: Bool) -> TimePhrase? {
        if let day = dayNumber(index + 1), !isClock(index + 2), !isCount(index + 1) {
            let (year, end) = yearReference(at: index + 2, afterComma: true) ?? (.none, index + 2)
            return TimePhrase(value: .dayOfMonth(day: day, month: month, year), end: end)
        }
        if let (year, end) = yearReference(at: index + 1, afterComma: true) {
            return TimePhrase(value: .month(month, year), end: end)
        }
        guard !isShort || tokens[index].has(.abbreviation), isMonthAlone(index, month) else { return nil }
        return TimePhrase(value: .month(month, .none), end: index + 1)
    }

    /// "May" and "March" open sentences as verbs, and "April" and "June" are given names.
    private func isMonthAlone(_ index: Int, _ month: Int) -> Bool {
        let isOpener = index == range.lowerBound
        if isOpener, [3, 5].contains(month) { return false }
        let next = index + 1
        let isName = range.contains(next) && tokens[next].isWord && tokens[next].isCapitalized && word(next) == nil
        return !(isName && !tokens[next].isAllCapitals && (isOpener || lower(index - 1) != "in"))
    }

    private func isClock(_ index: Int) -> Bool { ["am", "pm", "a.m.", "p.m.", ":"].contains(lower(index)) }

    /// "in June 20 students": a plural noun behind the number, with no comma between.
    private func isCount(_ index: Int) -> Bool {
        let next = index + 1
        guard range.contains(next), tokens[next].isWord, !tokens[next].isCapitalized, word(next) == nil else {
            return ["million", "billion", "per", "%", "percent"].contains(lower(next))
        }
        let form = tokens[next].lower
        return form.utf8.count > 4 && form.hasSuffix("s") && !form.hasSuffix("ss") && !Self.verbs.contains(form)
    }

    private static let verbs: Set<String> = ["marks", "brings", "shows", "gives", "makes", "remains", "comes", "takes"]

    /// "9 July 2024", "9-11 July", "the 9th of July".
    private func dayOfMonth(_ index: Int) -> TimePhrase? {
        guard let first = dayNumber(index) else { return nil }
        var (last, next): (Int?, Int) = (nil, index + 1)
        if ["-", "and", "to"].contains(folded(next)), let day = dayNumber(next + 1), day > first {
            (last, next) = (day, next + 2)
        }
        if lower(next) == "of" { next += 1 }
        if last == nil, let short = hyphenated(first, next) { return short }
        guard case .month(let month, _) = word(next) else { return nil }
        let (year, end) = yearReference(at: next + 1, afterComma: true) ?? (.none, next + 1)
        let value = TimeValue.dayOfMonth(day: first, month: month, year)
        guard let last else { return TimePhrase(value: value, end: end) }
        return TimePhrase(value: .range(value, .dayOfMonth(day: last, month: month, year)), end: end)
    }

    /// "19-Nov-12".
    private func hyphenated(_ day: Int, _ index: Int) -> TimePhrase? {
        guard folded(index) == "-", case .month(let month, _) = word(index + 1), folded(index + 2) == "-",
            case .number(let year) = word(index + 3), year < 100 || Self.isYear(year)
        else { return nil }
        let full = year < 100 ? 2000 + year : year
        return TimePhrase(value: .dayOfMonth(day: day, month: month, .explicit(full)), end: index + 4)
    }

    /// "summer 2025", "the fall of 2024"; alone only behind a preposition.
    private func seasonOfYear(_ index: Int, _ season: Int) -> TimePhrase? {
        if let (year, end) = yearReference(at: index + 1) { return TimePhrase(value: .season(season, year), end: end) }
        let before = lower(index - 1) == "the" ? lower(index - 2) : lower(index - 1)
        guard ["in", "by", "until", "this", "during", "before", "from", "since"].contains(before),
            !(range.contains(index + 1) && tokens[index + 1].isWord && word(index + 1) == nil
                && lower(index + 1) == "in")
        else { return nil }
        return TimePhrase(value: .season(season, .none), end: index + 1)
    }

    /// "third quarter of 2027", "first half", "third-quarter".
    func quarterOrHalf(_ index: Int, _ number: Int) -> TimePhrase? {
        var next = index + 1
        if folded(next) == "-" { next += 1 }
        if word(next) == .fiscal { next += 1 }
        let isQuarter = word(next) == .unit(.quarter, isPlural: false)
        guard isQuarter && number <= 4 || word(next) == .half && number <= 2 else { return nil }
        if case .unit(let unit, _) = word(next + 2), lower(next + 1) == "of", unit != .year { return nil }
        let (year, end) = yearReference(at: next + 1) ?? (.none, next + 1)
        // "the second half" of what? Without a year it may be a football match: a preposition must stand before.
        if !isQuarter, year == .none, lower(next + 1) == "of" || !isAfterPreposition(index) { return nil }
        return TimePhrase(value: isQuarter ? .quarter(number, year) : .half(number, year), end: end)
    }

    /// "the first nine months of 2024".
    private func firstMonths(_ index: Int, _ number: Int) -> TimePhrase? {
        guard number == 1, let (count, next) = count(at: index + 1), let count, (2...11).contains(count),
            word(next) == .unit(.month, isPlural: true)
        else { return nil }
        let (year, end) = yearReference(at: next + 1) ?? (.offset(0), next + 1)
        return TimePhrase(value: .range(.month(1, year), .month(count, year)), end: end)
    }

    /// "the three months to June 2024", "the year ended March".
    func monthsThrough(_ index: Int) -> TimePhrase? {
        let isYear = word(index) == .unit(.year, isPlural: false)
        let (count, next) = isYear ? (12, index) : count(at: index) ?? (nil, index)
        guard let count, isYear || word(next) == .unit(.month, isPlural: true),
            ["to", "through", "ended", "ending"].contains(lower(next + 1))
        else { return nil }
        let place = word(next + 2) == .end ? next + 3 : next + 2
        let day = dayNumber(place) == nil ? place : place + 1
        guard case .month(let month, _) = word(lower(day) == "of" ? day + 1 : day), count <= 12 else { return nil }
        var end = (lower(day) == "of" ? day + 1 : day) + 1
        if dayNumber(end) != nil { end += 1 }
        let (year, stop) = yearReference(at: end, afterComma: true) ?? (.none, end)
        return TimePhrase(value: .monthsThrough(count: count, month: month, year), end: stop)
    }

    private func isAfterPreposition(_ index: Int) -> Bool {
        ["in", "by", "during", "until", "from", "for", "before", "over", "since"].contains(beforeArticle(index))
    }

    /// "Q3 next year", "3Q25", "H1 2026".
    private func codedPeriod(_ index: Int) -> TimePhrase? {
        let joined = folded(index + 1) == "-" || lower(index + 1) == "," ? index + 2 : index + 1
        let (found, end) = yearReference(at: joined) ?? yearReference(at: index + 1) ?? (.none, index + 1)
        switch word(index) {
        case .quarterCode(let number, let year):
            return TimePhrase(
                value: .quarter(number, year.map { .explicit($0) } ?? found),
                end: year == nil ? end : index + 1
            )
        case .halfCode(let number, let year):
            guard year != nil || found != .none || ["in", "by", "during"].contains(lower(index - 1)) else { return nil }
            return TimePhrase(
                value: .half(number, year.map { .explicit($0) } ?? found),
                end: year == nil ? end : index + 1
            )
        default: return nil
        }
    }
}
