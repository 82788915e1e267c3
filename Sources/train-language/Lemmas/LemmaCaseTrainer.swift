import PledgedLanguage

/// Learns which words' dictionary forms keep capitals: an averaged perceptron over hand-made trees.
///
/// Tags are those that a tagger predicts, so that it is learnt how far they can be relied on.
struct LemmaCaseTrainer {
    private static let epochs = 3
    /// An answer must win by so much, or it is learnt from as if it were wrong.
    private static let margin = 60
    /// Features that were changed less often, and weights nearer to 0, are left out.
    private static let updatesMin = 4
    private static let weightMin = 0.3

    private struct Sentence {
        let words: LemmaCaseFeatures.Words
        let range: Range<Int>
        let style: LemmaCaseFeatures.Style
        /// For the words whose case is decided.
        let answers: [(index: Int, answer: LemmaCase)]
    }

    private var sentences: [Sentence] = []

    /// - Parameters:
    ///   - trees: gold and silver; these are passed over, for their lemmas have capitals of no convention.
    ///   - tags: for each sentence, its words' tags as a tagger predicts them.
    ///   - clusters: of the model that is being trained.
    ///   - lexicon: the same model's.
    init(_ trees: [TreeSentence], tags: [[Tag]], clusters: WordClusters, lexicon: TaggerLexicon) {
        var document: [Int] = []
        for index in trees.indices where !trees[index].isSilver {
            if trees[index].startsDocument {
                add(document, trees, tags, clusters, lexicon)
                document.removeAll()
            }
            document.append(index)
        }
        add(document, trees, tags, clusters, lexicon)
    }

    private mutating func add(
        _ numbers: [Int],
        _ trees: [TreeSentence],
        _ tags: [[Tag]],
        _ clusters: WordClusters,
        _ lexicon: TaggerLexicon
    ) {
        if numbers.isEmpty { return }
        let document = Document(sentences: numbers.map { trees[$0].words.map(\.form) })
        let tokens = document.tokens
        let words = LemmaCaseFeatures.Words(
            tokens: tokens,
            features: tokens.map { WordFeatures($0, clusters: clusters) },
            tags: numbers.flatMap { tags[$0] },
            clusters: clusters,
            lexicon: lexicon
        )
        for (sentence, number) in zip(document.sentences, numbers) {
            let range = sentence.span.range
            var answers: [(index: Int, answer: LemmaCase)] = []
            for (index, word) in zip(range, trees[number].words)
            where LemmaCaseFeatures.apply(to: tokens[index], words.tags[index]) && word.lemma != "_" {
                answers.append((index, Self.answer(tokens[index], word.lemma)))
            }
            if answers.isEmpty { continue }
            sentences.append(
                Sentence(words: words, range: range, style: LemmaCaseFeatures.Style(tokens, range), answers: answers)
            )
        }
    }

    private static func answer(_ token: Token, _ lemma: String) -> LemmaCase {
        if lemma == lemma.lowercased() { return .small }
        return token.isAllCapitals && lemma != lemma.uppercased() ? .capital : .asWritten
    }

    /// Adds the section to the model.
    func train(into file: inout ModelFileBuilder) {
        let table = PerceptronTable()
        let scratch = ParserScratch()
        var order = Array(sentences.indices)
        var random = SeededShuffle(seed: 20_260_104)
        for _ in 0..<Self.epochs {
            random.shuffle(&order)
            for number in order {
                let sentence = sentences[number]
                for (index, answer) in sentence.answers { learn(index, answer, sentence, table, scratch) }
            }
        }
        let weights = table.averages(updatesMin: Self.updatesMin, weightMin: Self.weightMin)
        file.add(Lemmatizer.casesSection, ClassWeights.bytes(weights))
    }

    private func learn(
        _ index: Int,
        _ answer: LemmaCase,
        _ sentence: Sentence,
        _ table: PerceptronTable,
        _ scratch: borrowing ParserScratch
    ) {
        let count = unsafe LemmaCaseFeatures.write(
            index,
            of: sentence.words,
            in: sentence.range,
            sentence.style,
            to: scratch.keys
        )
        scratch.clearScores()
        for place in 0..<count { unsafe table.add(scratch.keys[place], to: scratch.scores) }
        table.advance()
        var rival: LemmaCase?
        for other in LemmaCase.allCases where other != answer {
            if let rival, unsafe scratch.scores[Int(rival.rawValue)] >= scratch.scores[Int(other.rawValue)] { continue }
            rival = other
        }
        guard let rival else { return }
        let lead = unsafe scratch.scores[Int(answer.rawValue)] - scratch.scores[Int(rival.rawValue)]
        guard lead < Self.margin else { return }
        for place in 0..<count {
            unsafe table.update(scratch.keys[place], class: Int(answer.rawValue), by: 1)
            unsafe table.update(scratch.keys[place], class: Int(rival.rawValue), by: -1)
        }
    }
}
