public import PledgedCore
public import PledgedLanguage

/// A number in the text with what it counts: "up to US$8.1 billion", "50,000 qualified engineers", "a third".
public struct QuantityExpression: Hashable, Sendable {
    public enum Bound: Sendable {
        case exact
        /// "about", "some", "nearly".
        case about
        /// "at least", "more than", "no fewer than".
        case atLeast
        /// "up to", "at most", "less than".
        case atMost
    }

    /// From the words that bound it to the counted noun.
    public var span: Span
    /// The number itself, multiplier included ("8.1 billion").
    public var number: Span
    public var value: Double
    /// ISO 4217 code, "%", or the counted noun as written; nil where nothing says what is counted.
    public var unit: String?
    public var bound: Bound
    /// The upper end where the text gives a range, of which `value` is the lower end.
    public var upperValue: Double?
    /// Per cent or a fraction: part of a whole.
    public var isShare: Bool
    /// The same sum in another currency, in brackets or behind "or about".
    public var isConversion: Bool
    /// Where a change begins: 570 in "from 570 to 700 students".
    public var isOrigin: Bool
    /// A length of time: "five years", "90 days".
    public var isDuration: Bool

    public init(
        span: Span,
        number: Span,
        value: Double,
        unit: String?,
        bound: Bound = .exact,
        upperValue: Double? = nil,
        isShare: Bool = false,
        isConversion: Bool = false,
        isOrigin: Bool = false,
        isDuration: Bool = false
    ) {
        self.span = span
        self.number = number
        self.value = value
        self.unit = unit
        self.bound = bound
        self.upperValue = upperValue
        self.isShare = isShare
        self.isConversion = isConversion
        self.isOrigin = isOrigin
        self.isDuration = isDuration
    }

    /// Nil where nothing says what is counted.
    public var quantity: Quantity? { unit.map { Quantity(value: value, unit: $0) } }

    /// Whether it is a sum of money.
    public var isMoney: Bool { unit.map { CurrencyLexicon.isCode($0) } ?? false }
}
