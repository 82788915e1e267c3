/// One article, as the views know it.
public struct ArticleRow: Hashable, Codable, Sendable {
    public var id: ArticleID
    /// Where its `article.received` lies.
    public var position: LogPosition
    public var received: Timestamp
    public var file: String
    public var header: ArticleHeader
    public var notes: [ArticleNote]
    public var revises: ArticleID?
    /// The later article that corrects this one; its facts are then no longer shown.
    public var supersededBy: ArticleID?
    /// Where the `article.redacted` lies by which its words were taken out of the log: it has no title then.
    ///
    /// Also as of a moment before, of which the words are no longer known either.
    public var redacted: LogPosition?
    public var actors: Int
    public var pledges: Int
    public var requests: Int
    public var happenings: Int

    public init(
        id: ArticleID,
        position: LogPosition,
        received: Timestamp,
        file: String,
        header: ArticleHeader,
        notes: [ArticleNote],
        revises: ArticleID?,
        supersededBy: ArticleID?,
        redacted: LogPosition?,
        actors: Int,
        pledges: Int,
        requests: Int,
        happenings: Int
    ) {
        self.id = id
        self.position = position
        self.received = received
        self.file = file
        self.header = header
        self.notes = notes
        self.revises = revises
        self.supersededBy = supersededBy
        self.redacted = redacted
        self.actors = actors
        self.pledges = pledges
        self.requests = requests
        self.happenings = happenings
    }
}

/// A real-world party across articles, under the number that the views gave it.
public struct ActorRow: Hashable, Codable, Sendable {
    public var id: Int64
    public var kind: ActorKind
    public var name: String
    /// Every form in which any article named it, most used first.
    public var aliases: [String]
    /// Titles by which articles called a person, latest first.
    public var roles: [String]
    public var articles: Int
    /// How many pledges bind it, each counted once however often it is told.
    public var pledges: Int
    /// How many requests were put to it, likewise.
    public var asked: Int
    /// Dates of the first and the last article that names it.
    public var firstSeen: CalendarDate?
    public var lastSeen: CalendarDate?

    public init(
        id: Int64,
        kind: ActorKind,
        name: String,
        aliases: [String],
        roles: [String],
        articles: Int,
        pledges: Int,
        asked: Int,
        firstSeen: CalendarDate?,
        lastSeen: CalendarDate?
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.aliases = aliases
        self.roles = roles
        self.articles = articles
        self.pledges = pledges
        self.asked = asked
        self.firstSeen = firstSeen
        self.lastSeen = lastSeen
    }
}

/// An actor as another row refers to it.
public struct ActorReference: Hashable, Codable, Sendable {
    public var id: Int64
    public var name: String

    public init(id: Int64, name: String) {
        self.id = id
        self.name = name
    }
}

/// One pledge or request: a real-world undertaking, however many articles tell it.
///
/// Parties, words and quote are those of the telling that was said first; quantity and deadline the latest that any
/// telling gives.
public struct PledgeRow: Hashable, Codable, Sendable {
    /// The position of the event that stated it first.
    public var id: LogPosition
    public var kind: Pledge.Kind
    public var by: [ActorReference]
    public var byText: String?
    public var to: [ActorReference]
    public var speaker: ActorReference?
    public var action: String
    public var quantity: Quantity?
    public var deadline: EDTFDate?
    /// The first day on which it was said, and the last.
    public var said: CalendarDate?
    public var lastSaid: CalendarDate?
    /// One of the seven that exclude each other, on the day of the question.
    public var status: PledgeStatus
    /// How often it was told; from 2 on it is restated.
    public var tellings: Int
    /// How often a number, date or scope changed.
    public var revisions: Int
    /// The article of the telling that was said first.
    public var article: ArticleID
    public var cue: String
    public var quote: String
    public var span: TextSpan
    public var confidence: Int

    public init(
        id: LogPosition,
        kind: Pledge.Kind,
        by: [ActorReference],
        byText: String?,
        to: [ActorReference],
        speaker: ActorReference?,
        action: String,
        quantity: Quantity?,
        deadline: EDTFDate?,
        said: CalendarDate?,
        lastSaid: CalendarDate?,
        status: PledgeStatus,
        tellings: Int,
        revisions: Int,
        article: ArticleID,
        cue: String,
        quote: String,
        span: TextSpan,
        confidence: Int
    ) {
        self.id = id
        self.kind = kind
        self.by = by
        self.byText = byText
        self.to = to
        self.speaker = speaker
        self.action = action
        self.quantity = quantity
        self.deadline = deadline
        self.said = said
        self.lastSaid = lastSaid
        self.status = status
        self.tellings = tellings
        self.revisions = revisions
        self.article = article
        self.cue = cue
        self.quote = quote
        self.span = span
        self.confidence = confidence
    }
}

/// One dated happening or deadline.
public struct TimelineRow: Hashable, Codable, Sendable {
    /// The position of the event that reported it.
    public var id: LogPosition
    public var article: ArticleID
    public var date: EDTFDate
    public var place: String?
    public var actors: [ActorReference]
    public var quote: String
    public var span: TextSpan

    public init(
        id: LogPosition,
        article: ArticleID,
        date: EDTFDate,
        place: String?,
        actors: [ActorReference],
        quote: String,
        span: TextSpan
    ) {
        self.id = id
        self.article = article
        self.date = date
        self.place = place
        self.actors = actors
        self.quote = quote
        self.span = span
    }
}

/// What became of one drop.
public struct OutcomeRow: Hashable, Codable, Sendable {
    public var file: DroppedFile
    public var kind: OutcomeKind
    /// Where the event that says so lies.
    public var position: LogPosition
    public var recorded: Timestamp
    /// The article that the bytes are: for a duplicate the first one.
    ///
    /// Nil for a rejected file.
    public var article: ArticleID?
    /// For a revision the article that it supersedes.
    public var revises: ArticleID?
    public var reason: RejectionReason?
    /// What happened, and for a rejection what to do, for people.
    public var sentence: String

    public init(
        file: DroppedFile,
        kind: OutcomeKind,
        position: LogPosition,
        recorded: Timestamp,
        article: ArticleID?,
        revises: ArticleID?,
        reason: RejectionReason?,
        sentence: String
    ) {
        self.file = file
        self.kind = kind
        self.position = position
        self.recorded = recorded
        self.article = article
        self.revises = revises
        self.reason = reason
        self.sentence = sentence
    }
}

/// One hit of a full-text search.
public struct SearchRow: Hashable, Codable, Sendable {
    public var article: ArticleID
    public var title: String?
    public var date: CalendarDate?
    /// A stretch around the hit, with the words found between `[` and `]`.
    public var snippet: String

    public init(article: ArticleID, title: String?, date: CalendarDate?, snippet: String) {
        self.article = article
        self.title = title
        self.date = date
        self.snippet = snippet
    }
}
