/// A party binding itself to a future act or result, or (kind `request`) asking another for one.
public struct Pledge: Hashable, Codable, Sendable {
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case commitment, plan, target, offer, agreement, request
    }

    public var kind: Kind
    /// The parties bound; for a request the party asking.
    public var by: [ActorLabel]
    /// The party as the text puts it, where it resolves to no actor.
    public var byText: String?
    /// Beneficiaries or counterparties; for a request the party asked.
    public var to: [ActorLabel]
    /// Who said it, where that differs from `by`.
    public var speaker: ActorLabel?
    /// What is to be done, in the article's words.
    public var action: String
    public var quantity: Quantity?
    public var deadline: EDTFDate?
    /// The day it was said.
    public var said: CalendarDate?
    /// The words that betray it ("pledged", "plan to").
    public var cue: String
    public var anchor: Anchor
    /// Further tellings of the same undertaking in the same article.
    public var also: [Anchor]
    /// Per cent, 0 to 100.
    public var confidence: Int

    public init(
        kind: Kind,
        by: [ActorLabel],
        byText: String? = nil,
        to: [ActorLabel] = [],
        speaker: ActorLabel? = nil,
        action: String,
        quantity: Quantity? = nil,
        deadline: EDTFDate? = nil,
        said: CalendarDate? = nil,
        cue: String,
        anchor: Anchor,
        also: [Anchor] = [],
        confidence: Int
    ) {
        self.kind = kind
        self.by = by
        self.byText = byText
        self.to = to
        self.speaker = speaker
        self.action = action
        self.quantity = quantity
        self.deadline = deadline
        self.said = said
        self.cue = cue
        self.anchor = anchor
        self.also = also
        self.confidence = confidence
    }
}
