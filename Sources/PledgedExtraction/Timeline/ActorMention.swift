public import PledgedCore
public import PledgedLanguage

/// Where the text names, or plainly means, an actor.
public struct ActorMention: Hashable, Sendable {
    public var span: Span
    public var actor: ActorLabel

    public init(span: Span, actor: ActorLabel) {
        self.span = span
        self.actor = actor
    }
}
