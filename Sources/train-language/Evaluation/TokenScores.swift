import PledgedLanguage

/// How well the raw text is cut into words and sentences.
struct TokenScores: CustomStringConvertible {
    private var tokens = Score()
    private var sentences = Score()

    /// Counts the words and sentences of a gold document's raw text, as the pipeline found them.
    mutating func add(_ document: Document, _ gold: GoldDocument) {
        tokens.add(found: document.tokens.map(\.bytes), wanted: gold.places.flatMap { $0 })
        sentences.add(
            found: document.sentences.map { document.byteRange($0.span) },
            wanted: gold.sentencePlaces
        )
    }

    var description: String { "tokens \(tokens)\nsentences \(sentences)" }
}
