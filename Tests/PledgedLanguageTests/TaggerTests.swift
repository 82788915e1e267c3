import Testing

@testable import PledgedLanguage

@Suite struct TaggerTests {
    private static func model(classes: [UInt8]) throws -> ModelFile {
        var file = ModelFileBuilder()
        file.add(Tagger.classesSection, classes)
        file.add(Tagger.wordsSection, TaggerLexicon.bytes([:]))
        file.add(Tagger.weightsSection, ClassWeights.bytes([]))
        return try ModelFile(ModelBytes(copying: file.build()))
    }

    @Test func `gives the classes that cannot be read as damage`() throws {
        for classes in [[], [7], [200, 0], [0, 200]] as [[UInt8]] {
            #expect(throws: ModelError.self) { try Tagger(Self.model(classes: classes)) }
        }
    }

    @Test func `needs a part of the model of its own`() throws {
        let empty = try ModelFile(ModelBytes(copying: ModelFileBuilder().build()))
        #expect(throws: ModelError.missingSection("tagger.classes")) { try Tagger(empty) }
    }

    @Test func `takes the class of words that have one only, and what the lexicon does not hold, by weights`() throws {
        let model = try SampleModel.make(seed: 3)
        let pipeline = try Pipeline([
            Tokenizer(), SentenceSplitter(), WordFeaturizer(model), Tagger(model), Lemmatizer(model),
        ])
        let document = pipeline.document("house the house. the")
        #expect(document.tags.count == 5)
        #expect(document.tags[1] == PledgedLanguage.Tag(.determiner, .dt))
        #expect(document.tags[4] == PledgedLanguage.Tag(.determiner, .dt))
    }

    @Test func `gives the same words the same tags`() throws {
        let model = try SampleModel.make(seed: 4)
        let pipeline = try Pipeline([Tokenizer(), SentenceSplitter(), WordFeaturizer(model), Tagger(model)])
        let text = "The house sees Hà Nội (🙂). The house sees."
        #expect(pipeline.document(text).tags == pipeline.document(text).tags)
    }

    @Test func `tags nothing where there are no words`() throws {
        let model = try SampleModel.make(seed: 5)
        let pipeline = try Pipeline([Tokenizer(), SentenceSplitter(), WordFeaturizer(model), Tagger(model)])
        #expect(pipeline.document(" \n").tags.isEmpty)
    }
}
