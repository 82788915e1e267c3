/// Tells each token's dictionary form as Universal Dependencies writes it: "plans" as a verb is "plan", "n't" is "not".
///
/// Names keep their capitals, and so do other words that are always written with them: "American", "LNG", "I".
public struct Lemmatizer: Annotator {
    package static let casesSection = "lemmas.cases"

    private let rules: LemmaRules
    private let lexicon: TaggerLexicon
    private let clusters: WordClusters
    private let cases: ClassWeights

    /// - Throws: ``ModelError`` when the model has no rules of lemmas, no tagger or no classes of words, or damaged ones.
    public init(_ model: ModelFile) throws(ModelError) {
        rules = try LemmaRules(model)
        lexicon = try TaggerLexicon(model.section(Tagger.wordsSection))
        clusters = try WordClusters(model)
        cases = try ClassWeights(model.section(Self.casesSection))
    }

    public var requires: Set<Layer> { [.tokens, .sentences, .features, .tags] }
    public var provides: Layer { .lemmas }

    public func annotate(_ document: inout Document) {
        var lemmas = [String](repeating: "", count: document.tokens.count)
        let words = LemmaCaseFeatures.Words(
            tokens: document.tokens,
            features: document.features,
            tags: document.tags,
            clusters: clusters,
            lexicon: lexicon
        )
        let scratch = ParserScratch()
        for sentence in document.sentences.map(\.span.range) {
            let style = LemmaCaseFeatures.Style(document.tokens, sentence)
            for index in sentence {
                let (token, tag) = (document.tokens[index], document.tags[index])
                if LemmaCaseFeatures.apply(to: token, tag) {
                    let count = unsafe LemmaCaseFeatures.write(index, of: words, in: sentence, style, to: scratch.keys)
                    lemmas[index] = lemma(token, tag, choice(count, tag, scratch))
                } else if tag.isName {
                    lemmas[index] = name(token, tag)
                } else {
                    lemmas[index] = isPerfect(index, document, sentence) ? "have" : word(token, tag)
                }
            }
        }
        document.lemmas = lemmas
    }

    /// The case with the highest score; where nothing is known, names are as written and other words small.
    private func choice(_ count: Int, _ tag: Tag, _ scratch: borrowing ParserScratch) -> LemmaCase {
        scratch.clearScores()
        unsafe cases.add(scratch.keys, count: count, room: scratch.room, to: scratch.scores)
        var best: LemmaCase = tag.isName ? .asWritten : .small
        for other in LemmaCase.allCases
        where unsafe scratch.scores[Int(other.rawValue)] > scratch.scores[Int(best.rawValue)] { best = other }
        return best
    }

    /// The lemma of a word that begins with a capital.
    private func lemma(_ token: Token, _ tag: Tag, _ choice: LemmaCase) -> String {
        switch choice {
        case .small: return word(token, tag.asCommon).lowercased()
        case .capital:
            let capital = WrittenCase.capital
            if tag.isName { return rules.lemma(capital.applied(to: token.lower), tag).lemma }
            return capital.applied(to: word(token, tag).lowercased())
        case .asWritten:
            if tag.isName { return rules.lemma(token.form, tag).lemma }
            let small = word(token, tag).lowercased()
            if token.lower.hasPrefix(small) { return String(token.form.prefix(small.count)) }
            return (token.isAllCapitals ? WrittenCase.capitals : .capital).applied(to: small)
        }
    }

    /// The lemma of a word that is no name.
    private func word(_ token: Token, _ tag: Tag) -> String {
        // Other quotation marks and dashes have a plain form; corpora differ on whether "--" and "..." have another.
        if tag.universal == .punctuation, token.form.utf8.allSatisfy({ $0 < 0x80 }) { return token.form }
        let (lemma, isWhole) = rules.lemma(token.lower, tag)
        if isWhole { return lemma }
        if token.isNumber, let plain = Self.ungrouped(token.lower) { return plain }
        if tag.universal != .numeral, let short = shortened(token.lower) { return rules.lemma(short, tag).lemma }
        let isName =
            tag.universal == .noun && !isKnown(FeatureHash.hash(token.lower)) && rules.isNameAsARule(token.lower)
        let plain = tag.universal == .verb ? mended(lemma, token.lower) : lemma
        return isName ? WrittenCase.capital.applied(to: plain) : plain
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

    /// The lemma of a name that is written small.
    private func name(_ token: Token, _ tag: Tag) -> String {
        let (lemma, isWhole) = rules.lemma(token.form, tag)
        guard !isWhole, token.isWord, !token.isCapitalized, rules.isNameAsARule(token.lower) else { return lemma }
        return rules.lemma(WrittenCase.capital.applied(to: token.lower), tag).lemma
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

    /// What the word would be if it were no name.
    var asCommon: Tag {
        switch penn {
        case .nnp: Tag(universal == .properNoun ? .noun : universal, .nn)
        case .nnps: Tag(universal == .properNoun ? .noun : universal, .nns)
        default: self
        }
    }
}
