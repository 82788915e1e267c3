/// A half-open stretch of an article's stored text, in UTF-8 bytes.
public struct TextSpan: Hashable, Codable, Sendable, Comparable {
    public let start: Int
    public let end: Int

    public init(_ range: Range<Int>) {
        start = range.lowerBound
        end = range.upperBound
    }

    public var range: Range<Int> { start..<end }

    public static func < (a: Self, b: Self) -> Bool { (a.start, a.end) < (b.start, b.end) }
}

/// The very words a fact was read from: where they lie and what they are.
public struct Anchor: Hashable, Codable, Sendable {
    public let span: TextSpan
    /// The stored text at `span`, byte for byte.
    public let quote: String

    public init(span: TextSpan, quote: String) {
        self.span = span
        self.quote = quote
    }
}
