/// The place of one event in the log, counted from the first ever written, which has 0; dense, never reused.
public struct LogPosition: Hashable, Sendable, Comparable {
    public let offset: UInt64

    public init(offset: UInt64) { self.offset = offset }

    public static let start = LogPosition(offset: 0)

    public var next: LogPosition { LogPosition(offset: offset + 1) }

    public func advanced(by count: Int) -> LogPosition { LogPosition(offset: offset + UInt64(count)) }

    public static func < (a: Self, b: Self) -> Bool { a.offset < b.offset }
}

extension LogPosition: CustomStringConvertible {
    /// Twenty digits, so that text order is log order.
    public var description: String {
        let digits = String(offset)
        return String(repeating: "0", count: 20 - digits.utf8.count) + digits
    }

    /// Reads decimal digits, padded or not.
    public init?(parsing text: some StringProtocol) {
        guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }), let offset = UInt64(text) else {
            return nil
        }
        self.offset = offset
    }
}

extension LogPosition: Codable {
    public init(from decoder: any Decoder) throws {
        offset = try decoder.singleValueContainer().decode(UInt64.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(offset)
    }
}
