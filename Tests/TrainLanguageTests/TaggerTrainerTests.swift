import PledgedLanguage
import Testing

@testable import train_language

struct TaggerTrainerTests {
    private static func model(_ trees: [TreeSentence]) throws -> ModelFile {
        var file = ModelFileBuilder()
        WordClusters.add([("port", [1, 2, 3]), ("bank", [1, 2, 4])], to: &file)
        let clusters = try clusters()
        TaggerTrainer(trees, clusters: clusters).train(into: &file)
        LemmaTrainer(trees).train(into: &file)
        let lexicon = try TaggerLexicon(ModelFile(ModelBytes(copying: file.build())).section(Tagger.wordsSection))
        LemmaCaseTrainer(trees, tags: trees.map { $0.words.map(\.tag) }, clusters: clusters, lexicon: lexicon)
            .train(into: &file)
        return try ModelFile(ModelBytes(copying: file.build()))
    }

    private static func clusters() throws -> WordClusters {
        var file = ModelFileBuilder()
        WordClusters.add([("port", [1, 2, 3]), ("bank", [1, 2, 4])], to: &file)
        return try WordClusters(ModelFile(ModelBytes(copying: file.build())))
    }

    @Test func `learns the tags and lemmas that it is shown`() throws {
        let model = try Self.model(SampleTrees.make(400))
        let pipeline = try Pipeline([
            Tokenizer(), SentenceSplitter(), WordFeaturizer(model), Tagger(model), Lemmatizer(model),
        ])
        let document = pipeline.document("Lee trains the train. The plan plans in Hanoi.")
        #expect(
            document.tags.map(\.universal.label)
                == ["PROPN", "VERB", "DET", "NOUN", "PUNCT", "DET", "NOUN", "VERB", "ADP", "PROPN", "PUNCT"]
        )
        #expect(document.tags.map(\.penn.label).prefix(4) == ["NNP", "VBZ", "DT", "NN"])
        #expect(document.lemmas == ["Lee", "train", "the", "train", ".", "the", "plan", "plan", "in", "Hanoi", "."])
    }

    @Test func `makes the same bytes of the same trees`() throws {
        let trees = SampleTrees.make(120)
        #expect(try Self.model(trees).digest == Self.model(trees).digest)
        #expect(try Self.model(trees).digest != Self.model(SampleTrees.make(120, seed: 6)).digest)
    }

    @Test func `tags each sentence by a tagger that never saw it`() async throws {
        let trees = SampleTrees.make(400)
        let tags = await TaggerTrainer.jackknife(trees, folds: 4, clusters: try Self.clusters())
        #expect(tags.map(\.count) == trees.map(\.words.count))
        let right = zip(tags.joined(), trees.flatMap(\.words)).count { $0 == $1.tag }
        #expect(right > 1_500, "\(right) right")
        let again = await TaggerTrainer.jackknife(trees, folds: 4, clusters: try Self.clusters())
        #expect(tags == again)
    }

    @Test func `learns nothing from a tag that is not ours`() throws {
        var trees = SampleTrees.make(50)
        trees[0].words[0].universal = "?"
        #expect(trees[0].words[0].tag.universal == .other)
        _ = try Tagger(Self.model(trees))
    }
}
