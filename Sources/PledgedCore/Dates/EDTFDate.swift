/// A date exactly as precise as the text it was read from, in EDTF (ISO 8601-2): a year `2030`, a month `2024-05`, a
/// day `2024-07-09`, a season `2024-21`, a quarter `2026-34`, or a span of two of them, `2021/2030`, open at an end
/// with `..`.
public struct EDTFDate: Hashable, Sendable {
    /// One end of a span, or a date by itself.
    public enum Point: Hashable, Sendable {
        case year(Int)
        case month(year: Int, month: Int)
        /// 21 spring, 22 summer, 23 autumn, 24 winter (northern).
        case season(year: Int, season: Int)
        /// 33 first to 36 fourth quarter.
        case quarter(year: Int, quarter: Int)
        case day(CalendarDate)
        /// `..`, an end left open.
        case open
    }

    public let start: Point
    /// The far end of a span; nil for a date by itself.
    public let end: Point?

    /// - Parameters:
    ///   - start: the date, or the near end of a span.
    ///   - end: the far end, or nil.
    public init(_ start: Point, to end: Point? = nil) {
        self.start = start
        self.end = end
    }

    public static func day(_ date: CalendarDate) -> EDTFDate { EDTFDate(.day(date)) }
    public static func year(_ year: Int) -> EDTFDate { EDTFDate(.year(year)) }
    public static func month(_ month: Int, of year: Int) -> EDTFDate { EDTFDate(.month(year: year, month: month)) }

    /// The first day that the date covers; nil where it is open.
    public var firstDay: CalendarDate? { start.firstDay }
    /// The last day that the date covers; nil where it is open.
    public var lastDay: CalendarDate? { (end ?? start).lastDay }

    public enum ParseError: Error, Hashable, CustomStringConvertible {
        case malformed(String)
        case outOfRange(String)

        public var description: String {
            switch self {
            case .malformed(let text):
                "'\(text)' is not an EDTF date. Write 2030, 2024-05, 2024-07-09, 2026-34 or 2021/2030."
            case .outOfRange(let text): "'\(text)' names a day, month or season that no calendar has."
            }
        }
    }

    /// Reads the forms listed above, and no others.
    public init(parsing text: String) throws(ParseError) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let first = parts.first else { throw .malformed(text) }
        start = try Point(parsing: first, whole: text)
        end = parts.count == 2 ? try Point(parsing: parts[1], whole: text) : nil
        if end == nil, start == .open { throw .malformed(text) }
    }
}

extension EDTFDate.Point {
    init(parsing part: Substring, whole: String) throws(EDTFDate.ParseError) {
        if part == ".." {
            self = .open
            return
        }
        let fields = part.split(separator: "-", omittingEmptySubsequences: false)
        var numbers: [Int] = []
        for (index, field) in fields.enumerated() {
            let isDigits = field.utf8.allSatisfy { (48...57).contains($0) }
            guard isDigits, field.utf8.count == (index == 0 ? 4 : 2), let number = Int(field) else {
                throw .malformed(whole)
            }
            numbers.append(number)
        }
        switch numbers.count {
        case 1 where numbers[0] > 0: self = .year(numbers[0])
        case 2:
            let (year, second) = (numbers[0], numbers[1])
            switch second {
            case 1...12: self = .month(year: year, month: second)
            case 21...24: self = .season(year: year, season: second)
            case 33...36: self = .quarter(year: year, quarter: second)
            default: throw .outOfRange(whole)
            }
        case 3:
            guard let date = CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]) else {
                throw .outOfRange(whole)
            }
            self = .day(date)
        default: throw .malformed(whole)
        }
    }

    var firstDay: CalendarDate? {
        switch self {
        case .year(let year): CalendarDate(year: year, month: 1, day: 1)
        case .month(let year, let month): CalendarDate(year: year, month: month, day: 1)
        // Winter of a year begins in its December; spring in March (northern, meteorological seasons).
        case .season(let year, let season): CalendarDate(year: year, month: (season - 20) * 3, day: 1)
        case .quarter(let year, let quarter): CalendarDate(year: year, month: (quarter - 33) * 3 + 1, day: 1)
        case .day(let date): date
        case .open: nil
        }
    }

    var lastDay: CalendarDate? {
        switch self {
        case .year: firstDay?.adding(months: 12).adding(days: -1)
        case .month: firstDay?.adding(months: 1).adding(days: -1)
        case .season, .quarter: firstDay?.adding(months: 3).adding(days: -1)
        case .day(let date): date
        case .open: nil
        }
    }
}

extension EDTFDate: CustomStringConvertible {
    public var description: String { end.map { "\(start)/\($0)" } ?? "\(start)" }
}

extension EDTFDate.Point: CustomStringConvertible {
    public var description: String {
        switch self {
        case .year(let year): padded(year, 4)
        case .month(let year, let second), .season(let year, let second), .quarter(let year, let second):
            "\(padded(year, 4))-\(padded(second, 2))"
        case .day(let date): date.description
        case .open: ".."
        }
    }
}

extension EDTFDate: Codable {
    public init(from decoder: any Decoder) throws {
        try self.init(parsing: decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension CalendarDate: Codable {
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard case .day(let date) = try EDTFDate(parsing: text).start else { throw EDTFDate.ParseError.malformed(text) }
        self = date
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
