/// One pledge with every telling of it, what changed from one to the next, and what people decided.
public struct PledgeDetail: Hashable, Codable, Sendable {
    public var pledge: PledgeRow
    /// In the order in which they were said.
    public var tellings: [TellingRow]
    public var revisions: [RevisionRow]
    /// In the order of the log.
    public var decisions: [DecisionRow]
    /// Later happenings that may show that it was kept; a proposal, which decides nothing.
    public var evidence: [TimelineRow]

    public init(
        pledge: PledgeRow,
        tellings: [TellingRow],
        revisions: [RevisionRow],
        decisions: [DecisionRow],
        evidence: [TimelineRow]
    ) {
        self.pledge = pledge
        self.tellings = tellings
        self.revisions = revisions
        self.decisions = decisions
        self.evidence = evidence
    }
}

/// A pledge as one article tells it.
public struct TellingRow: Hashable, Codable, Sendable {
    /// The position of the event that stated it.
    public var id: LogPosition
    public var article: ArticleID
    public var title: String?
    public var source: String?
    /// The article's day.
    public var date: CalendarDate?
    public var kind: Pledge.Kind
    public var by: [ActorReference]
    public var byText: String?
    public var to: [ActorReference]
    public var speaker: ActorReference?
    public var action: String
    public var quantity: Quantity?
    public var deadline: EDTFDate?
    public var said: CalendarDate?
    public var cue: String
    public var quote: String
    public var span: TextSpan
    public var confidence: Int
    /// Why it counts as a telling of this pledge; nil for the first one.
    public var match: MatchExplanation?

    public init(
        id: LogPosition,
        article: ArticleID,
        title: String?,
        source: String?,
        date: CalendarDate?,
        kind: Pledge.Kind,
        by: [ActorReference],
        byText: String?,
        to: [ActorReference],
        speaker: ActorReference?,
        action: String,
        quantity: Quantity?,
        deadline: EDTFDate?,
        said: CalendarDate?,
        cue: String,
        quote: String,
        span: TextSpan,
        confidence: Int,
        match: MatchExplanation? = nil
    ) {
        self.id = id
        self.article = article
        self.title = title
        self.source = source
        self.date = date
        self.kind = kind
        self.by = by
        self.byText = byText
        self.to = to
        self.speaker = speaker
        self.action = action
        self.quantity = quantity
        self.deadline = deadline
        self.said = said
        self.cue = cue
        self.quote = quote
        self.span = span
        self.confidence = confidence
        self.match = match
    }
}

/// Why two tellings were taken for one pledge.
public struct MatchExplanation: Hashable, Codable, Sendable {
    /// The telling that it was joined to.
    public var with: LogPosition
    /// Words, stemmed, that both have.
    public var words: [String]
    /// Per cent of the shorter one's words, by weight.
    public var overlap: Int
    /// What else speaks for it, for people: "the same number of engineers", "joined by anna".
    public var reasons: [String]

    public init(with: LogPosition, words: [String], overlap: Int, reasons: [String]) {
        self.with = with
        self.words = words
        self.overlap = overlap
        self.reasons = reasons
    }
}

/// What one telling changed: another number, date or scope for the same undertaking.
public struct RevisionRow: Hashable, Codable, Sendable {
    public enum Field: String, Codable, Sendable, CaseIterable {
        case quantity, deadline, scope
    }

    public var field: Field
    /// As people write it: "50,000 engineers", "2030".
    public var old: String
    public var new: String
    /// The telling that brought the new value.
    public var telling: LogPosition
    public var article: ArticleID
    public var said: CalendarDate?
    public var speaker: ActorReference?

    public init(
        field: Field,
        old: String,
        new: String,
        telling: LogPosition,
        article: ArticleID,
        said: CalendarDate?,
        speaker: ActorReference?
    ) {
        self.field = field
        self.old = old
        self.new = new
        self.telling = telling
        self.article = article
        self.said = said
        self.speaker = speaker
    }
}

/// A person's decision.
public struct DecisionRow: Hashable, Codable, Sendable {
    public var position: LogPosition
    public var recorded: Timestamp
    /// What was decided, as the event is called: `pledge.resolved`.
    public var decision: Event.Name
    /// For `pledge.resolved`.
    public var resolution: Resolution?
    /// For `actor.renamed`.
    public var name: String?
    public var who: String
    public var reason: String

    public init(
        position: LogPosition,
        recorded: Timestamp,
        decision: Event.Name,
        resolution: Resolution?,
        name: String?,
        who: String,
        reason: String
    ) {
        self.position = position
        self.recorded = recorded
        self.decision = decision
        self.resolution = resolution
        self.name = name
        self.who = who
        self.reason = reason
    }
}
