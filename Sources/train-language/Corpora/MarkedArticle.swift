import PledgedLanguage

/// An article's text, and the names that a person marked in it.
struct MarkedArticle: Hashable, Sendable {
    struct Mark: Hashable, Sendable {
        /// Where it lies in the text, in bytes.
        var bytes: Range<Int>
        var kind: Name.Kind
    }

    var name: String
    var text = ""
    var marks: [Mark] = []
}
