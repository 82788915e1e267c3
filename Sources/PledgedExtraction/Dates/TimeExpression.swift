public import PledgedCore
public import PledgedLanguage

/// Words that say when: "on Tuesday", "by the end of 2030", "over the next four years".
public struct TimeExpression: Hashable, Sendable {
    /// What the date is reckoned from.
    public enum Basis: Sendable {
        /// It stands by itself: "9 July 2024".
        case absolute
        /// The article's date: "last year", "in May".
        case relative
        /// A date that the text named before: "that year", "two months later".
        case anaphoric
    }

    /// How the happening lies to the date.
    public enum Relation: Sendable {
        /// At it or in it: "in 2024", "on Tuesday", or no preposition.
        case at
        /// Not after it: "by", "before", "until", "no later than", "within".
        case by
        /// At it and later: "from", "since", "starting".
        case from
        /// "after".
        case after
        /// For the length of it: "over", "during", "throughout", "between".
        case over
        /// Meant for it: "the budget for 2025".
        case purpose
    }

    /// The words of time, without their preposition.
    public var span: Span
    /// The words of time with their preposition.
    public var phrase: Span
    /// Nil where the words are too vague, or lean on an article date that is not known.
    public var date: EDTFDate?
    public var basis: Basis
    public var relation: Relation
    /// Whether it is a length of time ("over three years", "the past decade"), which `date` then covers.
    public var isDuration: Bool
    /// Whether it says which thing, not when: "the 1991 agreement", "last year's budget".
    public var isAttributive: Bool
    /// Whether the date lies behind the article's, ahead of it, or, nil, neither for sure.
    public var direction: TimeDirection?

    public init(
        span: Span,
        phrase: Span,
        date: EDTFDate?,
        basis: Basis,
        relation: Relation,
        isDuration: Bool = false,
        isAttributive: Bool = false,
        direction: TimeDirection? = nil
    ) {
        self.span = span
        self.phrase = phrase
        self.date = date
        self.basis = basis
        self.relation = relation
        self.isDuration = isDuration
        self.isAttributive = isAttributive
        self.direction = direction
    }

    /// Whether a promise in the same clause is due then: "by 2030", or a date ahead.
    public var isDeadline: Bool {
        switch relation {
        case .by: true
        case .at, .over, .from: direction == .future
        case .after, .purpose: false
        }
    }
}

public enum TimeDirection: Sendable {
    case past, future
}
