/// A half-open stretch of a document, counted in tokens.
public struct Span: Hashable, Sendable, Comparable {
    public let start: Int
    public let end: Int

    /// The tokens from `start` up to, not including, `end`; both at least 0, `start` not after `end`.
    public init(_ start: Int, _ end: Int) {
        precondition(0 <= start && start <= end)
        self.start = start
        self.end = end
    }

    public init(_ range: Range<Int>) { self.init(range.lowerBound, range.upperBound) }

    public var range: Range<Int> { start..<end }
    public var count: Int { end - start }
    public var isEmpty: Bool { start == end }

    public func contains(_ token: Int) -> Bool { start <= token && token < end }
    public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }
    public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

    /// The shortest span that holds both.
    public func union(_ other: Span) -> Span { Span(min(start, other.start), max(end, other.end)) }

    public static func < (a: Self, b: Self) -> Bool { (a.start, a.end) < (b.start, b.end) }
}
