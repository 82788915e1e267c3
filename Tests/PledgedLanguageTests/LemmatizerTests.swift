import Testing

@testable import PledgedLanguage

@Suite struct LemmatizerTests {
    private static func lemma(_ word: String, _ tag: PledgedLanguage.Tag) throws -> String? {
        var document = Document(sentences: [[word]])
        document.setTags([tag])
        try Lemmatizer(SampleModel.make(seed: 1)).annotate(&document)
        return document.lemmas.first
    }

    @Test(arguments: [
        ("sees", "see"), ("Tries", "try"), ("IS", "be"), ("s", ""), ("see", "see"), ("đies", "đy"), ("ố", "ố"),
    ])
    func `takes the rule of the word, else of its longest ending`(word: String, lemma: String) throws {
        #expect(try Self.lemma(word, PledgedLanguage.Tag(.verb, .vbz)) == lemma)
    }

    @Test func `keeps names as written, and words of other tags`() throws {
        #expect(try Self.lemma("Paris", PledgedLanguage.Tag(.properNoun, .nnp)) == "Paris")
        #expect(try Self.lemma("Gas", PledgedLanguage.Tag(.noun, .nn)) == "gas")
    }

    @Test func `refuses rules that are cut short`() throws {
        var file = ModelFileBuilder()
        file.add(LemmaRules.rulesSection, [1, 2, 3])
        file.add(LemmaRules.endingsSection, FeatureTableBuilder().build())
        let model = try ModelFile(ModelBytes(copying: file.build()))
        #expect(throws: ModelError.damaged("the rules of lemmas are cut short")) { try Lemmatizer(model) }
    }
}
