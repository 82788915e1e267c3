extension Event {
    /// What an event is called on disk; never reused for another meaning.
    ///
    /// A log may hold names that only a newer version knows.
    public struct Name: RawRepresentable, Hashable, Sendable, CaseIterable {
        public let rawValue: String

        /// Nil for a name that this version does not know.
        public init?(rawValue: String) {
            guard let known = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
            self = known
        }

        /// Takes any name, known or not.
        public init(unverified rawValue: String) { self.rawValue = rawValue }

        public static let articleReceived = Name(unverified: "article.received")
        public static let actorNamed = Name(unverified: "actor.named")
        public static let pledgeStated = Name(unverified: "pledge.stated")
        public static let requestStated = Name(unverified: "request.stated")
        public static let happeningReported = Name(unverified: "happening.reported")
        public static let articleRead = Name(unverified: "article.read")
        public static let articleDuplicated = Name(unverified: "article.duplicated")
        public static let articleRejected = Name(unverified: "article.rejected")
        public static let articleRedacted = Name(unverified: "article.redacted")
        public static let pledgeResolved = Name(unverified: "pledge.resolved")
        public static let pledgeReopened = Name(unverified: "pledge.reopened")
        public static let pledgeDismissed = Name(unverified: "pledge.dismissed")
        public static let pledgesLinked = Name(unverified: "pledges.linked")
        public static let pledgesUnlinked = Name(unverified: "pledges.unlinked")
        public static let actorsMerged = Name(unverified: "actors.merged")
        public static let actorRenamed = Name(unverified: "actor.renamed")
        public static let actorsSeparated = Name(unverified: "actors.separated")

        /// Those that this version knows.
        public static let allCases: [Name] = [
            .articleReceived, .actorNamed, .pledgeStated, .requestStated, .happeningReported, .articleRead,
            .articleDuplicated, .articleRejected, .articleRedacted, .pledgeResolved, .pledgeReopened, .pledgeDismissed,
            .pledgesLinked, .pledgesUnlinked, .actorsMerged, .actorRenamed, .actorsSeparated,
        ]
    }
}

extension Event.Name: Codable {
    public init(from decoder: any Decoder) throws {
        self.init(unverified: try decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

/// An event that this version cannot read: of a newer version, or not in the form that its name asks for.
public struct UnknownEvent: Hashable, Sendable {
    public let name: Event.Name
    /// Of the event's form.
    public let version: Int
    /// Why it cannot be read and what to do, as the end of a sentence.
    public let reason: String

    public init(name: Event.Name, version: Int, reason: String) {
        self.name = name
        self.version = version
        self.reason = reason
    }

    /// One of a version that is not known yet.
    init(newer name: Event.Name, version: Int) {
        let known = name.version
        let reason =
            known > 0
            ? "it has form \(version), and this version of pledged reads up to \(known)"
            : "this version of pledged knows no such event"
        self.init(name: name, version: version, reason: "\(reason); update it, then have the views try again")
    }
}
