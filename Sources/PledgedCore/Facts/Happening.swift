/// Something that happened, or is scheduled, at a stated time.
public struct Happening: Hashable, Codable, Sendable {
    public var date: EDTFDate
    public var place: String?
    public var actors: [ActorLabel]
    public var anchor: Anchor
    /// Per cent, 0 to 100.
    public var confidence: Int

    public init(date: EDTFDate, place: String? = nil, actors: [ActorLabel], anchor: Anchor, confidence: Int) {
        self.date = date
        self.place = place
        self.actors = actors
        self.anchor = anchor
        self.confidence = confidence
    }
}
