/// One sentence of a treebank.
struct TreeSentence: Hashable, Sendable {
    struct Word: Hashable, Sendable {
        var form: String
        var lemma: String
        var universal: String
        var penn: String
        /// Counted from 1; 0 for the root.
        var head: Int
        var relation: String
        var hasSpaceAfter: Bool
    }

    var words: [Word] = []
    /// The text that the words were cut from; nil where the file does not give it.
    var text: String?
    /// Whether a new document begins with it.
    var startsDocument = false
    /// Whether a new paragraph begins with it.
    var startsParagraph = false
    /// Whether a machine made the tree: to learn from, less than from a hand-made one, and never to score on.
    var isSilver = false
}
