import PledgedLanguage

/// Somebody saying something: who, with which word, and what of the sentence is said.
struct Statement: Hashable, Sendable {
    /// The actor's place in the cast; nil where nobody named says it.
    let speaker: Int?
    /// The word of saying.
    let cue: Int
    /// The tokens that are said, within one sentence.
    let content: Span
    let isQuoted: Bool
}
