import PledgedCore

/// A pledge or a request, as people annotate it.
struct AnnotatedPledge: Encodable, Sendable {
    private enum CodingKeys: String, CodingKey {
        case kind, by, to, speaker, anchor, quantity, deadline, said, also, action, cue, confidence
        case byText = "by_text"
    }

    private let pledge: Pledge

    init(_ pledge: Pledge) { self.pledge = pledge }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(pledge.kind, forKey: .kind)
        try container.encode(pledge.by, forKey: .by)
        try container.encode(pledge.byText, forKey: .byText)
        try container.encode(pledge.to, forKey: .to)
        try container.encode(pledge.speaker, forKey: .speaker)
        try container.encode(pledge.anchor.quote, forKey: .anchor)
        try container.encode(pledge.quantity, forKey: .quantity)
        try container.encode(pledge.deadline, forKey: .deadline)
        try container.encode(pledge.said, forKey: .said)
        try container.encode(pledge.also.map(\.quote), forKey: .also)
        try container.encode(pledge.action, forKey: .action)
        try container.encode(pledge.cue, forKey: .cue)
        try container.encode(pledge.confidence, forKey: .confidence)
    }
}
