public import PledgedCore

/// `POST /decisions`, on the admin socket: a person decides about a pledge or an actor; answered with ``DecisionReply``.
public struct DecisionRequest: APIRequest {
    public static let path = "/decisions"
    public static let parameters = [
        "decision", "pledge", "other", "resolution", "actor", "into", "name", "reason",
    ]

    public static let reasonBytesMax = 1000
    public static let nameBytesMax = 200

    /// What is decided, about which rows of the views.
    public enum Choice: Hashable, Sendable {
        case resolve(pledge: LogPosition, Resolution)
        case reopen(pledge: LogPosition)
        case dismiss(pledge: LogPosition)
        /// Both are of one undertaking.
        case link(pledge: LogPosition, other: LogPosition)
        /// The telling at this position belongs to no other.
        case unlink(pledge: LogPosition)
        case merge(actor: Int64, into: Int64)
        case rename(actor: Int64, String)
        case separate(actor: Int64)
    }

    /// What a decision is called in a query.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case resolve, reopen, dismiss, link, unlink, merge, rename, separate
    }

    public var choice: Choice
    /// Why, for people: 1 to ``reasonBytesMax`` bytes.
    public var reason: String

    public init(_ choice: Choice, reason: String) {
        self.choice = choice
        self.reason = reason
    }

    public init(query: [QueryItem]) throws(RequestError) {
        let reader = try QueryReader(query, known: Self.parameters)
        let words = Kind.allCases.map(\.rawValue).joined(separator: ", ")
        let kind: Kind = try Self.needed("decision", "one of \(words)", try reader.choice("decision"))
        let allowed = ["decision"] + kind.parameters + ["reason"]
        for name in reader.names where !allowed.contains(name) {
            throw .superfluousParameter(name, with: "decision=\(kind.rawValue)", known: kind.parameters + ["reason"])
        }
        choice = try Self.choice(kind, reader)
        let reason = try reader.words("reason", bytesMax: Self.reasonBytesMax)
        self.reason = try Self.needed("reason", "why this is decided, in 1 to \(Self.reasonBytesMax) bytes", reason)
    }

    public var query: [QueryItem] {
        var writer = QueryWriter()
        writer.add("decision", choice.kind.rawValue)
        switch choice {
        case .resolve(let pledge, let resolution):
            writer.add("pledge", pledge.offset)
            writer.add("resolution", resolution.rawValue)
        case .reopen(let pledge), .dismiss(let pledge), .unlink(let pledge): writer.add("pledge", pledge.offset)
        case .link(let pledge, let other):
            writer.add("pledge", pledge.offset)
            writer.add("other", other.offset)
        case .merge(let actor, let into):
            writer.add("actor", actor)
            writer.add("into", into)
        case .rename(let actor, let name):
            writer.add("actor", actor)
            writer.add("name", name)
        case .separate(let actor): writer.add("actor", actor)
        }
        writer.add("reason", reason)
        return writer.items
    }

    private static func choice(_ kind: Kind, _ reader: QueryReader) throws(RequestError) -> Choice {
        switch kind {
        case .resolve:
            let words = Resolution.allCases.map(\.rawValue).joined(separator: ", ")
            let pledge = try pledge("pledge", reader)
            let resolution: Resolution = try needed("resolution", "one of \(words)", try reader.choice("resolution"))
            return .resolve(pledge: pledge, resolution)
        case .reopen: return .reopen(pledge: try pledge("pledge", reader))
        case .dismiss: return .dismiss(pledge: try pledge("pledge", reader))
        case .link: return .link(pledge: try pledge("pledge", reader), other: try pledge("other", reader))
        case .unlink: return .unlink(pledge: try pledge("pledge", reader))
        case .merge: return .merge(actor: try actor("actor", reader), into: try actor("into", reader))
        case .rename:
            let name = try reader.words("name", bytesMax: nameBytesMax)
            return .rename(actor: try actor("actor", reader), try needed("name", "the actor's new name", name))
        case .separate: return .separate(actor: try actor("actor", reader))
        }
    }

    private static func pledge(_ name: String, _ reader: QueryReader) throws(RequestError) -> LogPosition {
        try needed(name, "a pledge's id, such as 42", try reader.position(name))
    }

    private static func actor(_ name: String, _ reader: QueryReader) throws(RequestError) -> Int64 {
        try needed(name, "an actor's number, such as 12", try reader.actor(name))
    }

    private static func needed<Value>(
        _ name: String,
        _ expected: String,
        _ value: Value?
    ) throws(RequestError) -> Value {
        guard let value else { throw .missingParameter(name, expected: expected) }
        return value
    }
}

extension DecisionRequest.Kind {
    /// What it needs besides the reason, and nothing else goes with.
    fileprivate var parameters: [String] {
        switch self {
        case .resolve: ["pledge", "resolution"]
        case .reopen, .dismiss, .unlink: ["pledge"]
        case .link: ["pledge", "other"]
        case .merge: ["actor", "into"]
        case .rename: ["actor", "name"]
        case .separate: ["actor"]
        }
    }
}

extension DecisionRequest.Choice {
    public var kind: DecisionRequest.Kind {
        switch self {
        case .resolve: .resolve
        case .reopen: .reopen
        case .dismiss: .dismiss
        case .link: .link
        case .unlink: .unlink
        case .merge: .merge
        case .rename: .rename
        case .separate: .separate
        }
    }
}
