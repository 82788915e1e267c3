import PledgedLanguage

/// Counts how words are written, to learn which of them are names as a rule.
struct LemmaCases {
    /// A word is a name as a rule when it was one so often, and written small in no more than one case of so many.
    private static let namesMin = 3
    private static let strayShare = 50

    /// How often words were names with capitals, and how often any word was written without.
    private var names: [String: Int] = [:]
    private var smalls: [String: Int] = [:]

    /// Counts one word of a sentence.
    mutating func count(_ token: Token, _ tag: Tag) {
        guard token.isWord else { return }
        if !token.isCapitalized { smalls[token.lower, default: 0] += 1 }
        if tag.isName, token.isCapitalized, !token.isAllCapitals { names[token.lower, default: 0] += 1 }
    }

    /// Whether a word, given in lower case, is ever written without capitals.
    func isWrittenSmall(_ lower: String) -> Bool { smalls[lower] != nil }

    /// The words that are names as a rule, in lower case.
    var namesAsARule: [String] {
        names.filter { $0.value >= Self.namesMin && $0.value > (smalls[$0.key] ?? 0) * Self.strayShare }.map(\.key)
    }
}
