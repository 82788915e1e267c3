import PledgedCore

/// A named party, as people annotate it.
struct AnnotatedActor: Encodable, Sendable {
    private enum CodingKeys: String, CodingKey {
        case id, kind, names, role, of, canonical, confidence
    }

    private let actor: NamedActor

    init(_ actor: NamedActor) { self.actor = actor }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(actor.label, forKey: .id)
        try container.encode(actor.kind, forKey: .kind)
        try container.encode(actor.names, forKey: .names)
        try container.encode(actor.role, forKey: .role)
        try container.encode(actor.affiliation, forKey: .of)
        try container.encode(actor.canonicalName, forKey: .canonical)
        try container.encode(actor.confidence, forKey: .confidence)
    }
}
