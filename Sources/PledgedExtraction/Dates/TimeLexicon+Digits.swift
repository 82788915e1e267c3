import PledgedCore
import PledgedLanguage

extension TimeLexicon {
    /// The meaning of a token with a digit in it.
    static func digits(_ token: Token) -> TimeWord? {
        let bytes = Array(token.folded.utf8)
        if token.has(.word) { return code(bytes) }
        if let number = number(bytes[...]) { return bytes.count <= 6 ? .number(number) : nil }
        return date(bytes)
    }

    /// "Q3", "3Q25", "H2", "FY2026", "1990s", "9th".
    private static func code(_ bytes: [UInt8]) -> TimeWord? {
        let letters = bytes.drop { isDigit($0) }.prefix { !isDigit($0) }
        let front = bytes.prefix { isDigit($0) }
        let back = bytes[letters.endIndex...]
        switch String(decoding: letters, as: UTF8.self) {
        case "q": return period(front, back, countMax: 4).map { .quarterCode($0.number, year: $0.year) }
        case "h": return period(front, back, countMax: 2).map { .halfCode($0.number, year: $0.year) }
        case "fy" where front.isEmpty: return year(back).map { .fiscalYear($0) }
        case "s", "'s":
            guard back.isEmpty, front.count == 4, let start = number(front), start % 10 == 0 else { return nil }
            return .decade(start)
        case "st", "nd", "rd", "th":
            guard back.isEmpty, let number = number(front), number <= 31 else { return nil }
            return .ordinal(number)
        default: return nil
        }
    }

    /// "q3", "3q", "3q25": which part of the year, and the year.
    private static func period(
        _ front: ArraySlice<UInt8>,
        _ back: ArraySlice<UInt8>,
        countMax: Int
    ) -> (number: Int, year: Int?)? {
        guard let part = number(front.isEmpty ? back : front), (1...countMax).contains(part) else { return nil }
        if front.isEmpty || back.isEmpty { return (part, nil) }
        return year(back).map { (part, $0) }
    }

    /// "2026" or "26".
    private static func year(_ digits: ArraySlice<UInt8>) -> Int? {
        guard let number = number(digits) else { return nil }
        if digits.count == 4 { return (1900...2100).contains(number) ? number : nil }
        return digits.count == 2 ? 2000 + number : nil
    }

    /// "2025-05-08", "2024.06.13", "2025/05/08", "13/06/2024", "06/13/2024".
    private static func date(_ bytes: [UInt8]) -> TimeWord? {
        let fields = bytes.split { !isDigit($0) }
        if fields.count == 2 { return years(bytes, fields) }
        let separators = Set(bytes.filter { !isDigit($0) })
        guard separators.count == 1, fields.count == 3, let first = separators.first, first != UInt8(ascii: ","),
            first != UInt8(ascii: ":"), let a = number(fields[0]), let b = number(fields[1]), let c = number(fields[2])
        else { return nil }
        if fields[0].count == 4 { return CalendarDate(year: a, month: b, day: c).map { .date($0) } }
        guard fields[2].count == 4, first != UInt8(ascii: ".") || b <= 12 else { return nil }
        // Day and month come in either order: only what one reading allows is certain.
        let (dayFirst, monthFirst) = (
            CalendarDate(year: c, month: b, day: a), CalendarDate(year: c, month: a, day: b)
        )
        guard dayFirst == nil || monthFirst == nil || dayFirst == monthFirst else { return nil }
        return (dayFirst ?? monthFirst).map { .date($0) }
    }

    /// "2026/27", "2026/2027".
    private static func years(_ bytes: [UInt8], _ fields: [ArraySlice<UInt8>]) -> TimeWord? {
        guard bytes.contains(UInt8(ascii: "/")), fields[0].count == 4, let first = number(fields[0]),
            let last = number(fields[1]), fields[1].count == 2 ? last == (first + 1) % 100 : last == first + 1
        else { return nil }
        return .years(first, first + 1)
    }

    static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.count <= 9 else { return nil }
        var value = 0
        for byte in digits {
            guard isDigit(byte) else { return nil }
            value = value * 10 + Int(byte - 48)
        }
        return value
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
}
