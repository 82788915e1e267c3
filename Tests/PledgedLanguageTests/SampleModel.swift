import PledgedTesting

@testable import PledgedLanguage

/// A small model with weights by chance: it knows nothing, but it is whole.
enum SampleModel {
    static let classes = [
        Tag(.noun, .nn), Tag(.verb, .vbz), Tag(.properNoun, .nnp), Tag(.determiner, .dt), Tag(.punctuation, .stop),
    ]

    static func make(seed: UInt64) throws -> ModelFile {
        var random = SeededGenerator(seed: seed)
        var file = ModelFileBuilder()
        WordClusters.add([("house", [1, 2, 3]), ("the", [0, 0, 0])], to: &file)
        file.add(Tagger.classesSection, Tagger.bytes(classes))
        file.add(
            Tagger.wordsSection,
            TaggerLexicon.bytes([
                FeatureHash.hash("the"): TaggerLexicon.Entry(certain: 4, kinds: 1),
                FeatureHash.hash("house"): TaggerLexicon.Entry(certain: 0, kinds: 2),
            ])
        )
        file.add(Tagger.weightsSection, weights(&random))
        LemmaRules.add(lemmas, names: ["tokyo"], to: &file)
        file.add(Lemmatizer.casesSection, try cases(ModelFile(ModelBytes(copying: file.build()))))
        return try ModelFile(ModelBytes(copying: file.build()))
    }

    /// Weights for what the features of a few words are.
    private static func weights(_ random: inout SeededGenerator) -> [UInt8] {
        let document = Document(sentences: [["The", "house", "sees", "Hà", "Nội", "(", "🙂", ")", "."]])
        let words = document.tokens.map { WordFeatures($0, clusters: nil) }
        var keys = [UInt64](repeating: 0, count: TaggerFeatures.wordKeyCount)
        var rows: [(key: UInt64, weights: [(class: UInt8, weight: Int16)])] = []
        for index in words.indices {
            unsafe words.withUnsafeBufferPointer { words in
                unsafe keys.withUnsafeMutableBufferPointer { keys in
                    guard let start = keys.baseAddress else { return }
                    unsafe TaggerFeatures(words, index, in: words.indices).writeWordKeys(to: start)
                }
            }
            for key in keys {
                rows.append((key, classes.indices.map { (UInt8($0), Int16.random(in: -90...90, using: &random)) }))
            }
        }
        var known: Set<UInt64> = []
        return ClassWeights.bytes(rows.filter { known.insert($0.key).inserted })
    }

    private static var lemmas: [UInt64: LemmaRules.Rule] {
        let verb = Tag(.verb, .vbz)
        return [
            LemmaRules.key(endingBytes: "s".utf8, verb): LemmaRules.Rule(cut: 1, added: ""),
            LemmaRules.key(endingBytes: "ies".utf8, verb): LemmaRules.Rule(cut: 3, added: "y"),
            LemmaRules.key(wordBytes: "is".utf8, verb): LemmaRules.Rule(cut: 2, added: "be"),
            LemmaRules.key(wordBytes: "'s".utf8, Tag(.auxiliary, .vbz)): LemmaRules.Rule(cut: 2, added: "be"),
        ]
    }

    /// "LNG" is always written so, and Tokyo with one capital.
    private static func cases(_ model: ModelFile) throws -> [UInt8] {
        let (noun, name) = (Tag(.noun, .nn), Tag(.properNoun, .nnp))
        let lng = try caseKeys("LNG", noun, model).intersection(caseKeys("LNG", name, model))
        let tokyo = try caseKeys("TOKYO", noun, model).intersection(caseKeys("TOKYO", name, model))
        let rows = [(lng.subtracting(tokyo), LemmaCase.asWritten), (tokyo.subtracting(lng), .capital)]
        return ClassWeights.bytes(
            rows.flatMap { keys, choice in keys.map { ($0, [(class: choice.rawValue, weight: Int16(100))]) } }
        )
    }

    /// The features by which the case of a word's lemma is told where the word stands alone.
    private static func caseKeys(_ word: String, _ tag: Tag, _ model: ModelFile) throws -> Set<UInt64> {
        var document = Document(sentences: [[word]])
        try WordFeaturizer(model).annotate(&document)
        let words = LemmaCaseFeatures.Words(
            tokens: document.tokens,
            features: document.features,
            tags: [tag],
            clusters: try WordClusters(model),
            lexicon: try TaggerLexicon(model.section(Tagger.wordsSection))
        )
        let scratch = ParserScratch()
        let style = LemmaCaseFeatures.Style(document.tokens, 0..<1)
        let count = unsafe LemmaCaseFeatures.write(0, of: words, in: 0..<1, style, to: scratch.keys)
        return Set((0..<count).map { unsafe scratch.keys[$0] })
    }
}
