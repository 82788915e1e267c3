/// The label of an actor within one article’s reading, "A1" and so on.
public struct ActorLabel: Hashable, Sendable, CustomStringConvertible, Comparable {
    public let number: Int

    public init(_ number: Int) { self.number = number }

    public var description: String { "A\(number)" }

    public static func < (a: Self, b: Self) -> Bool { a.number < b.number }
}

extension ActorLabel: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard text.hasPrefix("A"), let number = Int(text.dropFirst()) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is not an actor label.")
        }
        self.number = number
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

public enum ActorKind: String, Codable, Sendable, CaseIterable {
    case person, organization, country
}

/// A party named in an article.
public struct NamedActor: Hashable, Codable, Sendable {
    public var label: ActorLabel
    public var kind: ActorKind
    /// The fullest of `names`, or a country's usual English name.
    public var canonicalName: String
    /// Every distinct form in the article, as written, in order of first appearance.
    public var names: [String]
    /// A person's title as written, nil where none is given.
    public var role: String?
    /// The actor that the role belongs to.
    public var affiliation: ActorLabel?
    /// In text order.
    public var mentions: [TextSpan]
    /// Per cent, 0 to 100.
    public var confidence: Int

    public init(
        label: ActorLabel,
        kind: ActorKind,
        canonicalName: String,
        names: [String],
        role: String? = nil,
        affiliation: ActorLabel? = nil,
        mentions: [TextSpan],
        confidence: Int
    ) {
        self.label = label
        self.kind = kind
        self.canonicalName = canonicalName
        self.names = names
        self.role = role
        self.affiliation = affiliation
        self.mentions = mentions
        self.confidence = confidence
    }
}
