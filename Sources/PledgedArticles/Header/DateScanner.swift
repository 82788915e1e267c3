import PledgedCore

/// Finds the dates among lexemes.
///
/// "10 July 2024", "Sept. 5, 2024", "2024-07-10T08:00", "2024.06.13", "06.02.2024", "July 10"
struct DateScanner {
    /// A date, and the lexemes that state it.
    struct Finding: Hashable {
        let date: StatedDate
        let lexemes: Range<Int>

        /// The first three letters of the day's weekday; nil where no day is stated.
        fileprivate var weekday: String? {
            guard case .day(let day) = date else { return nil }
            return String("\(day.weekday)".prefix(3))
        }
    }

    let lexemes: [Lexeme]

    /// Every date, in order.
    func findings() -> [Finding] {
        var (findings, index) = ([Finding](), 0)
        while index < lexemes.count {
            if let finding = finding(at: index) {
                findings.append(finding)
                index = finding.lexemes.upperBound
            } else {
                index += 1
            }
        }
        return findings
    }

    /// The date that begins with the lexeme at `index`, the longest form first.
    func finding(at index: Int) -> Finding? {
        // Digits that hang on letters or other digits are a number of something, not a date.
        guard index < lexemes.count, !isGlued(before: index) else { return nil }
        return numeric(at: index) ?? compact(at: index) ?? monthFirst(at: index) ?? dayFirst(at: index)
            ?? yearFirst(at: index) ?? eastAsian(at: index)
    }

    /// `2024-07-10`, `2024/7/10`, `2024.07.10`, `10.07.2024`, `7/10/2024`, `2024-07`.
    private func numeric(at index: Int) -> Finding? {
        guard let first = number(at: index), let separator = mark(at: index + 1, of: "-/."),
            isTight(index...(index + 2)), let second = number(at: index + 2)
        else { return nil }
        if mark(at: index + 3, of: separator) != nil, isTight((index + 2)...(index + 4)),
            let third = number(at: index + 4)
        {
            return numeric(first, second, third, separator, at: index)
        }
        guard separator == "-", Self.years.contains(first), (1...12).contains(second), digits(at: index + 2) == 2 else {
            return nil
        }
        return Finding(date: .month(year: first, month: second), lexemes: index..<(index + 3))
    }

    private func numeric(_ first: Int, _ second: Int, _ third: Int, _ separator: String, at index: Int) -> Finding? {
        let range = index..<(index + 5)
        if Self.years.contains(first) { return day(first, second, third, range) }
        guard Self.years.contains(third) else { return nil }
        let (american, european) = (day(third, first, second, range), day(third, second, first, range))
        // Dots and hyphens are European; with slashes the month comes first, unless it can't or the weekday says no.
        guard separator == "/", let american, let european else {
            return separator == "/" ? american ?? european : european ?? american
        }
        return weekday(before: index).map { $0 == european.weekday && $0 != american.weekday } ?? false
            ? european : american
    }

    /// The weekday stated right before `index`, as in "Wednesday, 10/07/2024".
    private func weekday(before index: Int) -> String? {
        let name = lexemes[..<index].suffix(2).last { $0.kind == .word }?.folded.prefix(3)
        return name.flatMap { CalendarWords.isWeekday(String($0)) ? String($0) : nil }
    }

    /// `20240710`.
    private func compact(at index: Int) -> Finding? {
        guard digits(at: index) == 8, let value = number(at: index) else { return nil }
        guard Self.years.contains(value / 10_000) else { return nil }
        return day(value / 10_000, value / 100 % 100, value % 100, index..<(index + 1))
    }

    /// `July 10, 2024`, `Jul. 10th 2024`, `July 2024`, `July 10`.
    private func monthFirst(at index: Int) -> Finding? {
        guard let month = month(at: index) else { return nil }
        var next = skip(".", at: index + 1)
        guard let day = number(at: next) else {
            next = skip(",", at: next)
            return monthOfYear(month, index: index, yearAt: next)
        }
        if Self.years.contains(day) { return monthOfYear(month, index: index, yearAt: next) }
        guard digits(at: next) <= 2 else { return nil }
        next = skipOrdinal(at: next + 1)
        return withYear(month, day, index: index, next: next)
    }

    /// `10 July 2024`, `10th of July, 2024`, `10-Jul-2024`, `10 July`.
    private func dayFirst(at index: Int) -> Finding? {
        guard let day = number(at: index), digits(at: index) <= 2 else { return nil }
        var next = skipOrdinal(at: index + 1)
        if next < lexemes.count, lexemes[next].folded == "of" { next += 1 }
        next = skip("-/.", at: next)
        guard let month = month(at: next) else { return nil }
        // In "10 July - Lorandia" the dash parts the date from the story.
        let isJoined = mark(at: next + 1, of: "-/") != nil && isTight(next...(next + 2))
        let finding = withYear(month, day, index: index, next: isJoined ? next + 2 : skip(".", at: next + 1))
        // The full stop after "30 December" ends more than a word; the one after "30 Dec." does not.
        guard let finding, case .dayOfYear = finding.date, lexemes[next].text.count > 4 else { return finding }
        return Finding(date: finding.date, lexemes: index..<(next + 1))
    }

    /// `2024 July 10`, `2024-Jul-10`.
    private func yearFirst(at index: Int) -> Finding? {
        guard let year = number(at: index), Self.years.contains(year) else { return nil }
        let next = skip("-", at: index + 1)
        guard let month = month(at: next) else { return nil }
        let last = skip("-", at: skip(".", at: next + 1))
        guard let day = number(at: last), digits(at: last) <= 2 else { return nil }
        return self.day(year, month, day, index..<(last + 1))
    }

    /// `2024年7月10日`.
    private func eastAsian(at index: Int) -> Finding? {
        guard index + 5 < lexemes.count, ["年", "년"].contains(lexemes[index + 1].text),
            let year = number(at: index), let month = number(at: index + 2), let day = number(at: index + 4)
        else { return nil }
        return self.day(year, month, day, index..<(index + 6))
    }

    /// A day and month with the year that follows, at once or, as in `Jul 10 08:15:00 UTC 2024`, after a time.
    private func withYear(_ month: Int, _ day: Int, index: Int, next: Int) -> Finding? {
        guard (1...CalendarDate.daysInMonth(month, of: 2024)).contains(day) else { return nil }
        let near = skip(",", at: next)
        if let year = number(at: near), Self.years.contains(year), digits(at: near) == 4, !isGlued(after: near) {
            return self.day(year, month, day, index..<(near + 1))
        }
        let far = skipTime(at: near)
        if far > near, let year = number(at: far), Self.years.contains(year) {
            return self.day(year, month, day, index..<(far + 1))
        }
        let end = near > next ? next : near
        return Finding(date: .dayOfYear(month: month, day: day), lexemes: index..<end)
    }

    private func monthOfYear(_ month: Int, index: Int, yearAt: Int) -> Finding? {
        guard let year = number(at: yearAt), Self.years.contains(year) else { return nil }
        return Finding(date: .month(year: year, month: month), lexemes: index..<(yearAt + 1))
    }

    private func day(_ year: Int, _ month: Int, _ day: Int, _ lexemes: Range<Int>) -> Finding? {
        CalendarDate(year: year, month: month, day: day).map { Finding(date: .day($0), lexemes: lexemes) }
    }

    private func month(at index: Int) -> Int? {
        guard index < lexemes.count, lexemes[index].kind == .word else { return nil }
        let word = lexemes[index]
        // "may 10" and "march 10" are verbs.
        guard word.isCapitalised || !["may", "march", "mar"].contains(word.text) else { return nil }
        return CalendarWords.month(word.folded)
    }

    private func number(at index: Int) -> Int? { index < lexemes.count ? lexemes[index].number : nil }

    private func digits(at index: Int) -> Int {
        index < lexemes.count && lexemes[index].kind == .number ? lexemes[index].text.utf8.count : 0
    }

    private func mark(at index: Int, of marks: String) -> String? {
        index < lexemes.count && lexemes[index].isMark(marks) ? lexemes[index].text : nil
    }

    private func skip(_ marks: String, at index: Int) -> Int { mark(at: index, of: marks) == nil ? index : index + 1 }

    private func skipOrdinal(at index: Int) -> Int {
        let isOrdinal = index < lexemes.count && ["st", "nd", "rd", "th"].contains(lexemes[index].folded)
        return isOrdinal && isTight((index - 1)...index) ? index + 1 : index
    }

    /// Past `08:15:00 UTC`.
    private func skipTime(at index: Int) -> Int {
        guard number(at: index) != nil, mark(at: index + 1, of: ":") != nil else { return index }
        var next = index + 1
        while mark(at: next, of: ":") != nil, number(at: next + 1) != nil { next += 2 }
        let isZone = next < lexemes.count && lexemes[next].isUpperCase
        return isZone ? next + 1 : next
    }

    /// No white space between these lexemes.
    private func isTight(_ indices: ClosedRange<Int>) -> Bool {
        guard indices.upperBound < lexemes.count else { return false }
        return indices.dropLast().allSatisfy { lexemes[$0].range.upperBound == lexemes[$0 + 1].range.lowerBound }
    }

    /// "$2024-…", "A10.07": part of something longer.
    private func isGlued(before index: Int) -> Bool {
        guard index > 0, lexemes[index].kind == .number, isTight((index - 1)...index) else { return false }
        let isMinutes = lexemes[index - 1].isMark(":") && index > 1 && lexemes[index - 2].kind == .number
        return isMinutes || lexemes[index - 1].isMark("$€£¥.%+#")
            || (lexemes[index - 1].kind == .word && lexemes[index - 1].text != "T")
    }

    /// "1,200" and "2024.5" are no years.
    private func isGlued(after index: Int) -> Bool {
        guard index + 2 < lexemes.count, isTight(index...(index + 2)) else { return false }
        return lexemes[index + 1].isMark(",.") && lexemes[index + 2].kind == .number
    }

    private static let years = 1900...2100
}
