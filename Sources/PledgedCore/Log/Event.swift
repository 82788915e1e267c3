/// A fact in the past tense.
///
/// Names on disk (``name``) are never reused for another meaning.
public enum Event: Hashable, Sendable {
    case articleReceived(ArticleReceived)
    case actorNamed(NamedActor)
    case pledgeStated(Pledge)
    /// A pledge of kind `request`.
    case requestStated(Pledge)
    case happeningReported(Happening)
    case articleRead(ArticleRead)
    case articleDuplicated(ArticleDuplicated)
    case articleRejected(ArticleRejected)
    case articleRedacted(ArticleRedacted)
    /// A person's decision; each kind of ``Decision/Choice`` has a name of its own.
    case decided(Decision)
    /// Only ever read, never appended.
    case unknown(UnknownEvent)

    public var name: Name {
        switch self {
        case .articleReceived: .articleReceived
        case .actorNamed: .actorNamed
        case .pledgeStated: .pledgeStated
        case .requestStated: .requestStated
        case .happeningReported: .happeningReported
        case .articleRead: .articleRead
        case .articleDuplicated: .articleDuplicated
        case .articleRejected: .articleRejected
        case .decided(let decision): decision.eventName
        case .articleRedacted: .articleRedacted
        case .unknown(let event): event.name
        }
    }

    /// The event that states `pledge`: a request apart from what binds its own party.
    public static func stated(_ pledge: Pledge) -> Event {
        pledge.kind == .request ? .requestStated(pledge) : .pledgeStated(pledge)
    }
}

/// An article was let in.
public struct ArticleReceived: Hashable, Codable, Sendable {
    public var article: Article
    public var file: DroppedFile
    /// The article that this one corrects, and supersedes.
    public var revises: ArticleID?

    public init(article: Article, file: DroppedFile, revises: ArticleID? = nil) {
        self.article = article
        self.file = file
        self.revises = revises
    }
}

/// A reading of an article is complete.
public struct ArticleRead: Hashable, Codable, Sendable {
    /// Names the reader: model, rules and lexicon.
    public var reader: String
    public var actors: Int
    public var pledges: Int
    public var requests: Int
    public var happenings: Int
    /// How long the reading took, in microseconds; nil where nobody measured.
    public var microseconds: Int64?

    public init(reader: String, actors: Int, pledges: Int, requests: Int, happenings: Int, microseconds: Int64? = nil) {
        self.reader = reader
        self.actors = actors
        self.pledges = pledges
        self.requests = requests
        self.happenings = happenings
        self.microseconds = microseconds
    }
}

/// A file held bytes that the log knows already.
public struct ArticleDuplicated: Hashable, Codable, Sendable {
    public var file: DroppedFile
    public var original: ArticleID
    /// Where the original's `article.received` lies.
    public var originalPosition: LogPosition

    public init(file: DroppedFile, original: ArticleID, originalPosition: LogPosition) {
        self.file = file
        self.original = original
        self.originalPosition = originalPosition
    }
}

/// A file was turned away.
public struct ArticleRejected: Hashable, Codable, Sendable {
    public var file: DroppedFile
    /// Of the file's bytes, where they could be read.
    public var digest: ArticleID?
    public var reason: RejectionReason
    /// What happened and what to do about it, for people.
    public var sentence: String

    public init(file: DroppedFile, digest: ArticleID?, reason: RejectionReason, sentence: String) {
        self.file = file
        self.digest = digest
        self.reason = reason
        self.sentence = sentence
    }
}

/// An article's words were taken out of the log: they are overwritten by spaces wherever they lay.
///
/// What the log says of who, to whom, how much and by when stays.
public struct ArticleRedacted: Hashable, Codable, Sendable {
    /// One entry that was overwritten.
    public struct Entry: Hashable, Codable, Sendable {
        /// Of its first event.
        public var position: LogPosition
        /// The hash that it has in the log, which is that of what it held before: 64 hexadecimal digits.
        public var hash: String
        /// SHA-256 of the entry as it is now: 64 hexadecimal digits.
        public var digest: String

        public init(position: LogPosition, hash: String, digest: String) {
            self.position = position
            self.hash = hash
            self.digest = digest
        }
    }

    /// Who asked, by the kernel's word: "uid 0"; nil where nobody knows.
    public var by: String?
    /// In the order of their positions.
    public var entries: [Entry]
    /// Why, for people.
    public var reason: String

    public init(by: String?, entries: [Entry], reason: String) {
        self.by = by
        self.entries = entries
        self.reason = reason
    }
}
