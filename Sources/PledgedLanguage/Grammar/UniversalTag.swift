/// A word's class in Universal Dependencies (UPOS).
public enum UniversalTag: UInt8, Hashable, Sendable, CaseIterable {
    case adjective, adposition, adverb, auxiliary, coordinator, determiner, interjection, noun, numeral, particle,
        pronoun
    case properNoun, punctuation, subordinator, symbol, verb, other

    private static let labels = [
        "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
        "SYM",
        "VERB", "X",
    ]

    /// As the treebanks write it: "NOUN".
    public var label: String { Self.labels[Int(rawValue)] }

    /// The tag that the treebanks write so; nil for no such tag.
    public init?(label: String) {
        guard let index = Self.labels.firstIndex(of: label) else { return nil }
        self.init(rawValue: UInt8(index))
    }
}
