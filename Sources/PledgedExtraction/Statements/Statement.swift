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
    let way: Way

    /// By what the text shows who speaks.
    enum Way: String, Hashable, Sendable {
        /// "X said that".
        case said
        /// "said X".
        case inverted
        /// "..., adding that".
        case participle
        case according
        /// "X: “...”".
        case colon
        /// A quotation that goes on from the sentence before.
        case running
        /// "we" after somebody "said:".
        case announced

        var step: Explanation.Step {
            let sentence =
                switch self {
                case .said: "The subject of the word of saying."
                case .inverted: "Named behind the word of saying."
                case .participle: "Whoever speaks in the sentence adds it."
                case .according: "Named behind 'according to'."
                case .colon: "Named before the colon and the quotation."
                case .running: "The quotation goes on from the sentence before."
                case .announced: "Whoever 'said:' before goes on saying 'we'."
                }
            return Explanation.Step(name: rawValue, sentence: sentence)
        }
    }
}
