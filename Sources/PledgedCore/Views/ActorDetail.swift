/// One actor with its roles, what it pledged and was asked, with whom it appears.
public struct ActorDetail: Hashable, Codable, Sendable {
    public var actor: ActorRow
    /// A person's titles as spans in time, latest first.
    public var roles: [RoleRow]
    /// What binds it, what was said last first; at most ``listMax``.
    public var pledged: [PledgeRow]
    /// What others asked of it, likewise.
    public var asked: [PledgeRow]
    /// Who is named in the same articles, most often first; at most ``listMax``.
    public var with: [CompanionRow]
    /// What people decided about it, in the order of the log.
    public var decisions: [DecisionRow]

    public static let listMax = 50

    public init(
        actor: ActorRow,
        roles: [RoleRow],
        pledged: [PledgeRow],
        asked: [PledgeRow],
        with: [CompanionRow],
        decisions: [DecisionRow]
    ) {
        self.actor = actor
        self.roles = roles
        self.pledged = pledged
        self.asked = asked
        self.with = with
        self.decisions = decisions
    }
}

/// A title under which articles name a person, from the first of them to the last.
public struct RoleRow: Hashable, Codable, Sendable {
    public var role: String
    public var affiliation: ActorReference?
    public var firstSeen: CalendarDate?
    public var lastSeen: CalendarDate?
    public var articles: Int
    /// The first article that says so.
    public var source: ArticleID

    public init(
        role: String,
        affiliation: ActorReference?,
        firstSeen: CalendarDate?,
        lastSeen: CalendarDate?,
        articles: Int,
        source: ArticleID
    ) {
        self.role = role
        self.affiliation = affiliation
        self.firstSeen = firstSeen
        self.lastSeen = lastSeen
        self.articles = articles
        self.source = source
    }
}

/// An actor that articles name beside another.
public struct CompanionRow: Hashable, Codable, Sendable {
    public var actor: ActorReference
    public var articles: Int

    public init(actor: ActorReference, articles: Int) {
        self.actor = actor
        self.articles = articles
    }
}
