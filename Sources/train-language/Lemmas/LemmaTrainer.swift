import PledgedLanguage

/// Learns dictionary forms from hand-made treebanks: irregular words, and what the others' ends become.
struct LemmaTrainer {
    /// An ending must be seen on so many words.
    private static let wordsMin = 2

    /// A word with its tag, and how often each rule makes its lemma.
    private struct Word: Hashable {
        let form: String
        let tag: Tag
    }

    /// For each lemma of a word, how often it is that.
    private typealias Counts = [Word: [String: Int]]

    private var counts: Counts = [:]
    /// Words that only silver trees have; of the open classes, since in others they are of another convention.
    private var silverCounts: Counts = [:]
    private static let silverTags: Set<UniversalTag> = [.noun, .verb, .adjective, .adverb]
    /// A silver word must be seen so often.
    private static let silverMin = 3
    private var cases = LemmaCases()

    init(_ trees: [TreeSentence]) {
        for tree in trees {
            let document = Document(sentences: [tree.words.map(\.form)])
            precondition(document.tokens.count == tree.words.count, "A treebank has no empty words.")
            for (index, word) in tree.words.enumerated() where word.lemma != "_" || word.form == "_" {
                let token = document.tokens[index]
                let form = word.tag.isName ? token.form : token.lower
                if !tree.isSilver {
                    counts[Word(form: form, tag: word.tag), default: [:]][word.lemma, default: 0] += 1
                } else if Self.silverTags.contains(word.tag.universal) {
                    let lemma = Self.silverLemma(
                        word,
                        WrittenCase(index, of: document.tokens, in: document.tokens.indices)
                    )
                    silverCounts[Word(form: form, tag: word.tag), default: [:]][lemma, default: 0] += 1
                }
                cases.count(token, word.tag)
            }
        }
        silverCounts = silverCounts.filter { counts[$0.key] == nil && $0.value.values.reduce(0, +) >= Self.silverMin }
    }

    /// A silver lemma, with capitals as the word has them: silver itself is of no convention there.
    private static func silverLemma(_ word: TreeSentence.Word, _ written: WrittenCase) -> String {
        word.tag.isName ? word.lemma : written.applied(to: word.lemma.lowercased())
    }

    /// What to cut off and to put on, the longest beginning that both share being kept.
    private static func rule(from form: String, to lemma: String) -> LemmaRules.Rule {
        let (form, lemma) = (Array(form.unicodeScalars), Array(lemma.unicodeScalars))
        let shared = zip(form, lemma).prefix { $0 == $1 }.count
        return LemmaRules.Rule(cut: text(form[shared...]).utf8.count, added: text(lemma[shared...]))
    }

    private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// Adds the sections to the model.
    func train(into file: inout ModelFileBuilder) {
        let words = rules(counts)
        // An ending tells nothing of capitals: these have votes of their own.
        let endings = endings(words.map { ($0.word, $0.word.tag.isName ? $0.rule : $0.plainRule) })
        var rules: [UInt64: LemmaRules.Rule] = [:]
        for (tag, byEnding) in endings {
            for (ending, rule) in byEnding { rules[LemmaRules.key(endingBytes: ending.utf8, tag)] = rule }
        }
        let silverWords = self.rules(silverCounts).map { word, rule, plainRule in
            (word, word.tag.isName || !cases.isWrittenSmall(word.form) ? rule : plainRule)
        }
        for (word, rule) in words.map({ ($0.word, $0.rule) }) + silverWords
        where Self.inherited(word.form, endings[word.tag] ?? [:]) != rule {
            rules[LemmaRules.key(wordBytes: word.form.utf8, word.tag)] = rule
        }
        LemmaRules.add(rules, names: cases.namesAsARule, to: &file)
    }

    /// For each word, the rule that makes its commonest lemma, and the one that makes it in lower case.
    private func rules(_ counts: Counts) -> [(word: Word, rule: LemmaRules.Rule, plainRule: LemmaRules.Rule)] {
        counts.compactMap { word, votes in
            guard let lemma = Self.commonest(votes) else { return nil }
            let rule = Self.rule(from: word.form, to: lemma)
            return LemmaRules.fits(rule) ? (word, rule, Self.rule(from: word.form, to: lemma.lowercased())) : nil
        }
    }

    private static func commonest(_ votes: [String: Int]) -> String? {
        votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// For each tag, the endings that have a rule other than their shorter endings have.
    private func endings(_ words: [(word: Word, rule: LemmaRules.Rule)]) -> [Tag: [String: LemmaRules.Rule]] {
        var votes: [Tag: [String: [LemmaRules.Rule: Int]]] = [:]
        for (word, rule) in words {
            for ending in Self.endings(of: word.form) where rule.cut <= ending.utf8.count {
                votes[word.tag, default: [:]][ending, default: [:]][rule, default: 0] += 1
            }
        }
        var result: [Tag: [String: LemmaRules.Rule]] = [:]
        for (tag, byEnding) in votes {
            var kept: [String: LemmaRules.Rule] = [:]
            let shortestFirst = byEnding.keys.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
            for ending in shortestFirst {
                guard let votes = byEnding[ending], votes.values.reduce(0, +) >= Self.wordsMin else { continue }
                let rule = Self.commonest(votes)
                if Self.inherited(ending, kept) != rule { kept[ending] = rule }
            }
            result[tag] = kept
        }
        return result
    }

    /// The rule of the longest ending that has one.
    private static func inherited(_ word: String, _ rules: [String: LemmaRules.Rule]) -> LemmaRules.Rule? {
        endings(of: word).reversed().lazy.compactMap { rules[$0] }.first
    }

    /// From the empty one to the longest that is looked up.
    private static func endings(of word: String) -> [String] {
        let scalars = Array(word.unicodeScalars)
        return (0...min(LemmaRules.endingMax, scalars.count)).map { text(scalars.suffix($0)) }
    }

    private static func commonest(_ votes: [LemmaRules.Rule: Int]) -> LemmaRules.Rule {
        votes.max { ($0.value, $1.key.cut, $1.key.added) < ($1.value, $0.key.cut, $0.key.added) }?.key
            ?? LemmaRules.Rule(cut: 0, added: "")
    }
}
