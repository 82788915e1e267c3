import PledgedLanguage

/// Learns when dictionary forms keep capitals.
struct LemmaCases {
    /// A word is a name as a rule when it was one so often, and written small in no more than one case of so many.
    private static let namesMin = 3
    private static let strayShare = 50
    /// An ending must be seen on so many words.
    private static let wordsMin = 2

    /// A word in lower case, with its tag and its capitals.
    private struct Word: Hashable {
        let lower: String
        let tag: Tag
        let written: WrittenCase
    }

    /// How often words were names with capitals, and how often any word was written without.
    private var names: [String: Int] = [:]
    private var smalls: [String: Int] = [:]
    /// How the lemmas of words with capitals were written, in hand-made trees.
    private var lemmas: [Word: [WrittenCase: Int]] = [:]

    /// Counts one word of a sentence.
    mutating func count(_ index: Int, _ word: TreeSentence.Word, of tokens: [Token], isSilver: Bool) {
        let token = tokens[index]
        guard token.isWord else { return }
        if !token.isCapitalized { smalls[token.lower, default: 0] += 1 }
        if word.tag.isName {
            if token.isCapitalized, !token.isAllCapitals { names[token.lower, default: 0] += 1 }
        } else if !isSilver {
            let written = WrittenCase(index, of: tokens, in: tokens.indices)
            guard written != .plain else { return }
            let key = Word(lower: token.lower, tag: word.tag, written: written)
            lemmas[key, default: [:]][Self.written(word.lemma), default: 0] += 1
        }
    }

    private static func written(_ lemma: String) -> WrittenCase {
        if lemma == lemma.lowercased() { return .plain }
        return lemma == lemma.uppercased() ? .capitals : .capital
    }

    /// Whether a word, given in lower case, is ever written without capitals.
    func isWrittenSmall(_ lower: String) -> Bool { smalls[lower] != nil }

    /// What the keys of ``LemmaRules`` have that stand for names and for cases.
    func numbers() -> [UInt64: UInt64] {
        var numbers: [UInt64: UInt64] = [:]
        for (name, count) in names where count >= Self.namesMin && count > (smalls[name] ?? 0) * Self.strayShare {
            numbers[LemmaRules.key(nameBytes: name.utf8)] = 1
        }
        for (ending, votes) in votes() where votes.values.reduce(0, +) >= Self.wordsMin {
            let key = LemmaRules.key(endingBytes: ending.lower.utf8, ending.tag, ending.written)
            numbers[key] = Self.commonest(votes).rawValue
        }
        return numbers
    }

    /// For each ending with a tag and capitals, a vote of each word that is never written small.
    private func votes() -> [Word: [WrittenCase: Int]] {
        var votes: [Word: [WrittenCase: Int]] = [:]
        for (word, lemmas) in lemmas where !isWrittenSmall(word.lower) {
            let scalars = Array(word.lower.unicodeScalars)
            for count in 0...min(LemmaRules.caseEndingMax, scalars.count) {
                var ending = String.UnicodeScalarView()
                ending.append(contentsOf: scalars.suffix(count))
                let key = Word(lower: String(ending), tag: word.tag, written: word.written)
                votes[key, default: [:]][Self.commonest(lemmas), default: 0] += 1
            }
        }
        return votes
    }

    private static func commonest(_ votes: [WrittenCase: Int]) -> WrittenCase {
        votes.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key ?? .plain
    }
}
