/// Which part of a list is wanted.
public struct PageRequest: Hashable, Sendable {
    public static let limitMax = 1000
    public static let limitDefault = 100

    /// 1 to ``limitMax`` rows.
    public var limit: Int
    /// Rows to skip.
    public var offset: Int

    public init(limit: Int = PageRequest.limitDefault, offset: Int = 0) {
        self.limit = min(max(limit, 1), Self.limitMax)
        self.offset = max(offset, 0)
    }
}

/// Part of a list, and how long the whole is.
public struct Page<Row: Sendable>: Sendable {
    public var rows: [Row]
    public var total: Int
    /// Everything before this position is in the rows.
    public var position: LogPosition

    public init(rows: [Row], total: Int, position: LogPosition) {
        self.rows = rows
        self.total = total
        self.position = position
    }
}

/// Which articles: every condition that is given must hold.
public struct ArticleQuery: Hashable, Sendable {
    /// The wire's name, without regard to case or diacritics.
    public var source: String?
    /// Published on this day or later; on this day or earlier.
    public var from: CalendarDate?
    public var to: CalendarDate?
    /// Whether superseded articles are listed as well.
    public var includesSuperseded = false
    /// What was known then; nil for now.
    public var asOf: AsOf?
    public var page = PageRequest()

    public init() {}
}

/// Which actors: every condition that is given must hold.
public struct ActorQuery: Hashable, Sendable {
    public var kind: ActorKind?
    /// Part of any of its names, without regard to case or diacritics.
    public var name: String?
    public var article: ArticleID?
    /// What was known then; nil for now.
    public var asOf: AsOf?
    public var page = PageRequest()

    public init() {}
}

/// Which pledges: every condition that is given must hold.
public struct PledgeQuery: Hashable, Sendable {
    public var kind: Pledge.Kind?
    /// Any of these; where there are none, all but ``PledgeStatus/dismissed``.
    public var status: [PledgeStatus] = []
    /// An actor's number, or part of a name, without regard to case or diacritics.
    public var by: String?
    public var to: String?
    public var article: ArticleID?
    /// Words in the quote, without regard to case or diacritics.
    public var about: String?
    /// Due on this day or earlier, on this day or later.
    public var dueBefore: CalendarDate?
    public var dueFrom: CalendarDate?
    /// Said on this day or later, on this day or earlier.
    public var saidFrom: CalendarDate?
    public var saidTo: CalendarDate?
    /// At least so many.
    public var minQuantity: Double?
    /// Part of the counted noun, an ISO 4217 code or `%`, without regard to case or diacritics.
    public var unit: String?
    public var sort = Sort.said
    /// What was known then; nil for now.
    public var asOf: AsOf?
    public var page = PageRequest()

    public init() {}
}

extension PledgeQuery {
    /// In which order pledges are listed; equal ones by their ids, highest first.
    public enum Sort: String, Codable, Sendable, CaseIterable {
        /// What was said last first; what was said nobody knows when last.
        case said
        /// What is due first first; what has no deadline last.
        case due
        /// The largest number first; what has none last.
        case quantity
        /// What was told most often first.
        case tellings
        /// What the reader is surest of first.
        case confidence
    }
}

/// Which timeline entries: every condition that is given must hold.
public struct TimelineQuery: Hashable, Sendable {
    /// Entries whose date touches the days from `from` to `to`.
    public var from: CalendarDate?
    public var to: CalendarDate?
    /// An actor's number, or part of a name, without regard to case or diacritics.
    public var actor: String?
    public var article: ArticleID?
    /// What was known then; nil for now.
    public var asOf: AsOf?
    public var page = PageRequest()

    public init() {}
}

/// Words to look for in the articles' texts and titles.
public struct SearchQuery: Hashable, Sendable {
    /// All words must occur; "words in quotes" together.
    public var words: String
    /// What was known then; nil for now.
    public var asOf: AsOf?
    public var page = PageRequest()

    public init(words: String) { self.words = words }
}

/// Which changes of pledges.
public struct ChangeQuery: Hashable, Sendable {
    /// Only changes behind this place; nil for all.
    public var after: ChangeCursor?
    /// 1 to ``PageRequest/limitMax`` rows.
    public var limit: Int

    public init(after: ChangeCursor? = nil, limit: Int = PageRequest.limitDefault) {
        self.after = after
        self.limit = min(max(limit, 1), PageRequest.limitMax)
    }
}
