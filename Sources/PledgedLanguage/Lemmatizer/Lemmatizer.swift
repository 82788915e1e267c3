/// Tells each token's dictionary form as Universal Dependencies writes it: "plans" as a verb is "plan", "n't" is "not".
///
/// Names keep their capitals, and so do other words that are always written with them: "American", "LNG", "I".
public struct Lemmatizer: Annotator {
    /// A word in capitals of so many letters is hardly an abbreviation.
    private static let shoutedMin = 5

    /// Other words than these keep no capitals, unless they are known to.
    private static let casedKinds: Set<UniversalTag> = [.noun, .adjective, .numeral, .other]

    private let rules: LemmaRules
    private let lexicon: TaggerLexicon
    private let clusters: WordClusters

    /// - Throws: ``ModelError`` when the model has no rules of lemmas, no tagger or no classes of words, or damaged ones.
    public init(_ model: ModelFile) throws(ModelError) {
        rules = try LemmaRules(model)
        lexicon = try TaggerLexicon(model.section(Tagger.wordsSection))
        clusters = try WordClusters(model)
    }

    public var requires: Set<Layer> { [.tokens, .sentences, .features, .tags] }
    public var provides: Layer { .lemmas }

    public func annotate(_ document: inout Document) {
        var lemmas = [String](repeating: "", count: document.tokens.count)
        for sentence in document.sentences.map(\.span.range) {
            for index in sentence {
                let isName = document.tags[index].isName
                lemmas[index] = isName ? name(index, document, sentence) : word(index, document, sentence)
            }
        }
        document.lemmas = lemmas
    }

    private func word(_ index: Int, _ document: Document, _ sentence: Range<Int>) -> String {
        let (token, tag) = (document.tokens[index], document.tags[index])
        let (lemma, isWhole) = rules.lemma(token.lower, tag)
        if isWhole { return isPerfect(index, document, sentence) ? "have" : lemma }
        if token.isNumber, let plain = Self.ungrouped(token.lower) { return plain }
        if tag.universal != .numeral, let short = shortened(token.lower) { return rules.lemma(short, tag).lemma }
        let plain = tag.universal == .verb ? mended(lemma, token.lower) : lemma
        guard token.isWord, Self.casedKinds.contains(tag.universal), !isKnown(document.features[index].lower) else {
            return plain
        }
        let written = WrittenCase(index, of: document.tokens, in: sentence)
        let cased =
            written == .plain
            ? !token.isCapitalized && tag.universal == .noun && rules.isNameAsARule(token.lower) ? .capital : .plain
            : rules.lemmaCase(token.lower, tag, written)
        return cased.applied(to: plain)
    }

    /// A number without the commas that set thousands apart; nil where its commas are something else.
    private static func ungrouped(_ number: String) -> String? {
        let groups = number.prefix { $0 != "." }.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.count > 1, (1...3).contains(groups[0].utf8.count),
            groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
        else { return nil }
        return number.filter { $0 != "," }
    }

    /// Whether it is the "'s" of "it's been".
    private func isPerfect(_ index: Int, _ document: Document, _ sentence: Range<Int>) -> Bool {
        guard document.tags[index].universal == .auxiliary, document.tokens[index].folded == "'s",
            index + 1 < sentence.upperBound
        else { return false }
        return ["been", "had", "got"].contains(document.tokens[index + 1].lower)
    }

    /// A word that has no letter three times in a row, as no English word has: "so" for "sooo", "cool" for "coolll"; nil for
    /// a word that has none so often, or that does not become a known one.
    private func shortened(_ lower: String) -> String? {
        var (run, last): (Int, UInt8) = (0, 0)
        let isLong = lower.utf8.contains { byte in
            run = byte == last && byte &- 97 < 26 ? run + 1 : 1
            last = byte
            return run == 3
        }
        guard isLong else { return nil }
        let single = Self.cutting(lower, to: 1)
        if isKnown(FeatureHash.hash(single)) { return single }
        let double = Self.cutting(lower, to: 2)
        return clusters.knows(FeatureHash.hash(double)) ? double : nil
    }

    /// The word with each run of three letters and more cut to so many.
    private static func cutting(_ word: String, to countMax: Int) -> String {
        var result = ""
        var rest = Substring(word)
        while let first = rest.first {
            let count = rest.prefix { $0 == first }.count
            result += String(repeating: first, count: count > 2 ? countMax : count)
            rest = rest.dropFirst(count)
        }
        return result
    }

    private func name(_ index: Int, _ document: Document, _ sentence: Range<Int>) -> String {
        let (token, tag) = (document.tokens[index], document.tags[index])
        let (lemma, isWhole) = rules.lemma(token.form, tag)
        if isWhole || !token.isWord { return lemma }
        let isSoft = !token.isCapitalized && rules.isNameAsARule(token.lower)
        guard isSoft || isShouted(index, document, sentence) else { return lemma }
        return rules.lemma(WrittenCase.capital.applied(to: token.lower), tag).lemma
    }

    /// Whether the word is in capitals for loudness only.
    private func isShouted(_ index: Int, _ document: Document, _ sentence: Range<Int>) -> Bool {
        let token = document.tokens[index]
        guard token.isAllCapitals else { return false }
        let isLoud = WrittenCase.isLoud(index, of: document.tokens, in: sentence)
        let isCommon = isKnown(document.features[index].lower) || rules.isNameAsARule(token.lower)
        return isCommon && isLoud || token.form.utf8.count >= Self.shoutedMin && (isCommon || isLoud)
    }

    /// Whether it is a common word in lower case.
    private func isKnown(_ lower: UInt64) -> Bool { lexicon.kinds(lower) != 0 }

    /// A verb without its ending, with the "e" that it needs and without one that it does not.
    private func mended(_ lemma: String, _ word: String) -> String {
        guard lemma != word, lemma.utf8.count > 1, !clusters.knows(FeatureHash.hash(lemma)) else { return lemma }
        let other = lemma.utf8.last == UInt8(ascii: "e") ? String(lemma.dropLast()) : lemma + "e"
        return clusters.knows(FeatureHash.hash(other)) ? other : lemma
    }
}

extension Tag {
    /// A name, or a word of another kind that is part of one: "United" in "United Nations".
    package var isName: Bool { universal == .properNoun || penn == .nnp || penn == .nnps }
}
