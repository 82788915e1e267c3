import PledgedLanguage

/// Who or what a verb is said of.
struct Subject: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// Parties, by name, pronoun or description.
        case party
        /// A thing that binds nobody by itself: "construction", "the road".
        case thing
        /// A group without a name: "African leaders", "the town council".
        case group
        case none
    }

    var kind: Kind
    /// Places in the cast.
    var actors: [Int]
    var span: Span?
    /// "we", "I": whoever speaks.
    var isSpeaker = false
    /// "I": the speaker himself, not a body that he speaks for.
    var isSelf = false
    /// How it was found.
    var trail: PartyTrail = []
    /// The way through the tree from the cue to its head; empty where no tree was asked.
    var path: [TreeStep] = []

    static let none = Subject(kind: .none, actors: [], span: nil)

    /// The same, with a further step on the way to it.
    func by(_ step: PartyTrail) -> Subject {
        var subject = self
        subject.trail.formUnion(step)
        return subject
    }
}
