/// One place in a cue's pattern: what may stand there, and how often.
struct CueElement: Hashable, Sendable {
    enum Count: Hashable, Sendable {
        case once, optional, any
    }

    /// What a word may be by its kind.
    enum Class: String, Hashable, Sendable, CaseIterable {
        /// The base form of a verb.
        case verb
        case gerund
        /// A sum or a number of things begins here, "up to" and "a further" included.
        case amount
        case number
        /// A word that means something by itself: neither grammar nor a mark.
        case noun
        /// A content word that may stand before another.
        case adjective
        case adverb, determiner, be, have
        /// A word of a time expression.
        case time
        /// A named party begins here.
        case party
        /// An act that a party "expects to" do.
        case ownAct = "own-act"
        /// Any word at all.
        case word
    }

    enum Shape: Hashable, Sendable {
        case words(Set<String>)
        case kind(Class)
        /// Up to eight words of the same clause, as few as will do.
        case gap
        /// The party asked: up to fourteen words of the same clause, as few as will do.
        case addressee
        /// The anchor begins here.
        case anchor
    }

    var shape: Shape
    var count: Count = .once
}
