/// What a person decided about pledges or actors, with who and why: a fact like any other, which no rebuild and no
/// reading anew undoes.
public struct Decision: Hashable, Sendable {
    /// What was decided.
    public enum Choice: Hashable, Sendable {
        /// The pledge came to an end.
        case resolve(FactReference, Resolution)
        /// The pledge is open again, whatever was decided before.
        case reopen(FactReference)
        /// It is no pledge at all.
        case dismiss(FactReference)
        /// Two tellings are of one pledge.
        case link(FactReference, FactReference)
        /// This telling belongs to no other, unless a person says so.
        case unlink(FactReference)
        /// The first actor is the second.
        case merge(FactReference, into: FactReference)
        /// The actor is shown under this name.
        case rename(FactReference, String)
        /// The actor as named there is no other, unless a person says so.
        case separate(FactReference)
    }

    public var choice: Choice
    /// Who decided: the user that asked for it.
    public var who: String
    public var reason: String

    public init(_ choice: Choice, who: String, reason: String) {
        self.choice = choice
        self.who = who
        self.reason = reason
    }
}

/// How a pledge ended.
public enum Resolution: String, Codable, Sendable, CaseIterable {
    case fulfilled, withdrawn, broken
}

/// A pledge as told, or an actor as named, in one article.
///
/// The position says which event it was; article and span find it again in a later reading, whose events are others.
public struct FactReference: Hashable, Codable, Sendable {
    public var position: LogPosition
    public var article: ArticleID
    /// The anchor of a pledge, the first mention of an actor.
    public var span: TextSpan

    public init(position: LogPosition, article: ArticleID, span: TextSpan) {
        self.position = position
        self.article = article
        self.span = span
    }
}

extension Decision {
    /// What the event is called that records it.
    public var eventName: Event.Name {
        switch choice {
        case .resolve: .pledgeResolved
        case .reopen: .pledgeReopened
        case .dismiss: .pledgeDismissed
        case .link: .pledgesLinked
        case .unlink: .pledgesUnlinked
        case .merge: .actorsMerged
        case .rename: .actorRenamed
        case .separate: .actorsSeparated
        }
    }

    /// What it is about: one fact, or two of a kind.
    public var references: [FactReference] {
        switch choice {
        case .resolve(let fact, _), .reopen(let fact), .dismiss(let fact), .unlink(let fact): [fact]
        case .rename(let fact, _), .separate(let fact): [fact]
        case .link(let fact, let other), .merge(let fact, into: let other): [fact, other]
        }
    }

    /// Whether it is about pledges; if not, about actors.
    public var isAboutPledges: Bool {
        switch choice {
        case .resolve, .reopen, .dismiss, .link, .unlink: true
        case .merge, .rename, .separate: false
        }
    }
}
