/// A name in the text.
public struct Name: Hashable, Sendable {
    public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
        case person, organization, place, country

        private static let labels = ["PER", "ORG", "LOC", "CTRY"]

        /// "PER", "ORG", "LOC" or "CTRY".
        public var label: String { Self.labels[Int(rawValue)] }

        /// The kind that corpora write so; nil for no such kind.
        public init?(label: String) {
            guard let index = Self.labels.firstIndex(of: label) else { return nil }
            self.init(rawValue: UInt8(index))
        }
    }

    /// Titles, a leading "the" and a trailing "'s" lie outside.
    public let span: Span
    public let kind: Kind

    public init(_ span: Span, _ kind: Kind) {
        self.span = span
        self.kind = kind
    }
}
