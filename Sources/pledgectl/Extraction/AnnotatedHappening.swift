import PledgedCore

/// A timeline entry, as people annotate it.
struct AnnotatedHappening: Encodable, Sendable {
    private enum CodingKeys: String, CodingKey {
        case date, anchor, actors, place, confidence
    }

    private let happening: Happening

    init(_ happening: Happening) { self.happening = happening }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(happening.date, forKey: .date)
        try container.encode(happening.anchor.quote, forKey: .anchor)
        try container.encode(happening.actors, forKey: .actors)
        try container.encode(happening.place, forKey: .place)
        try container.encode(happening.confidence, forKey: .confidence)
    }
}
