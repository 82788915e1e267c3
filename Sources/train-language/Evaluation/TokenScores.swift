import PledgedLanguage

/// How well the raw text is cut into words and sentences.
struct TokenScores: CustomStringConvertible {
    private var tokens = Score()
    private var sentences = Score()
    /// Words and sentences of the gold file that were not found, with what lies around them.
    private(set) var tokenErrors = ErrorTable()
    private(set) var sentenceErrors = ErrorTable()

    /// Counts the words and sentences of a gold document's raw text, as the pipeline found them.
    mutating func add(_ document: Document, _ gold: GoldDocument) {
        tokens.add(found: document.tokens.map(\.bytes), wanted: gold.places.flatMap { $0 })
        sentences.add(
            found: document.sentences.map { document.byteRange($0.span) },
            wanted: gold.sentencePlaces
        )
        countErrors(document, gold)
    }

    private mutating func countErrors(_ document: Document, _ gold: GoldDocument) {
        let tokens = Set(document.tokens.map(\.bytes))
        for place in gold.places.joined() where !tokens.contains(place) {
            let found = document.tokens(touching: place).range.map { document.tokens[$0].form }
            tokenErrors.count("\(document.text(place)): as \(found.joined(separator: " "))")
        }
        let ends = Set(document.sentences.map { document.byteRange($0.span).upperBound })
        let goldEnds = Set(gold.sentencePlaces.map(\.upperBound))
        for end in goldEnds.symmetricDifference(ends) {
            let around = document.tokens(touching: max(0, end - 24)..<min(document.bytes.count, end + 24))
            let before = around.range.map { document.tokens[$0] }.filter { $0.bytes.upperBound <= end }
            let after = around.range.map { document.tokens[$0] }.filter { $0.bytes.lowerBound >= end }
            sentenceErrors.count(
                (goldEnds.contains(end) ? "missed: " : "wrong: ") + before.map(\.form).joined(separator: " ") + " | "
                    + after.map(\.form).joined(separator: " ")
            )
        }
    }

    var description: String { "tokens \(tokens)\nsentences \(sentences)" }
}
