/// An instant in UTC, to the microsecond.
public struct Timestamp: Hashable, Sendable, Comparable {
    /// Microseconds after 1970-01-01T00:00:00Z.
    public let microseconds: Int64

    public init(microseconds: Int64) { self.microseconds = microseconds }

    public var date: CalendarDate { CalendarDate(daysSinceEpoch: Int(Self.floorDivide(microseconds, by: Self.day))) }

    public static func < (a: Self, b: Self) -> Bool { a.microseconds < b.microseconds }

    private static let day: Int64 = 86_400_000_000

    private static func floorDivide(_ value: Int64, by divisor: Int64) -> Int64 {
        let quotient = value / divisor
        return value % divisor < 0 ? quotient - 1 : quotient
    }

    /// Reads what ``description`` writes: `2024-07-09T08:15:00.123456Z`; the fraction may be absent or shorter.
    public init?(parsing text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"), bytes.last == UInt8(ascii: "Z") else { return nil }
        guard bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":") else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            bytes[range].reduce(into: Int?.some(0)) { sum, byte in
                sum = (48...57).contains(byte) ? sum.map { $0 * 10 + Int(byte - 48) } : nil
            }
        }
        guard bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
            let date = CalendarDate(year: year, month: month, day: day),
            let hour = number(11..<13), hour < 24, let minute = number(14..<16), minute < 60,
            let second = number(17..<19), second < 60
        else { return nil }
        var fraction = 0
        if bytes.count > 20 {
            let digits = 20..<(bytes.count - 1)
            guard bytes[19] == UInt8(ascii: "."), (1...6).contains(digits.count), let value = number(digits) else {
                return nil
            }
            fraction = (digits.count..<6).reduce(value) { value, _ in value * 10 }
        }
        let seconds = Int64(date.daysSinceEpoch) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
        self.init(microseconds: seconds * 1_000_000 + Int64(fraction))
    }
}

extension Timestamp: CustomStringConvertible {
    /// RFC 3339 in UTC with six digits of a second, so that text order is time order.
    public var description: String {
        let date = date
        let rest = Int(microseconds - Int64(date.daysSinceEpoch) * Self.day)
        let (seconds, fraction) = (rest / 1_000_000, rest % 1_000_000)
        // By hand, for the log writes one with each append.
        var text = JSONWriter(capacity: 64)
        text.plain(date.description)
        text.plain("T")
        text.digits(seconds / 3600, 2)
        text.plain(":")
        text.digits(seconds / 60 % 60, 2)
        text.plain(":")
        text.digits(seconds % 60, 2)
        text.plain(".")
        text.digits(fraction, 6)
        text.plain("Z")
        return String(decoding: text.bytes, as: UTF8.self)
    }
}

extension Timestamp: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Timestamp(parsing: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is not a UTC time.")
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
