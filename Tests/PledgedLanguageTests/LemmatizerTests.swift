import Testing

@testable import PledgedLanguage

@Suite struct LemmatizerTests {
    private static func lemma(_ word: String, _ tag: PledgedLanguage.Tag) throws -> String? {
        try lemmas([word], [tag]).first
    }

    private static func lemmas(_ words: [String], _ tags: [PledgedLanguage.Tag]) throws -> [String] {
        let model = try SampleModel.make(seed: 1)
        var document = Document(sentences: [words])
        try WordFeaturizer(model).annotate(&document)
        document.setTags(tags)
        try Lemmatizer(model).annotate(&document)
        return document.lemmas
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

    @Test func `keeps capitals where the model knows them`() throws {
        let (noun, verb) = (PledgedLanguage.Tag(.noun, .nn), PledgedLanguage.Tag(.verb, .vb))
        let words = ["LNG", "prices", "and", "LNG", "Rise", "x"]
        #expect(
            try Self.lemmas(words, [noun, noun, noun, noun, verb, noun]) == [
                "LNG", "prices", "and", "LNG", "rise", "x",
            ]
        )
        #expect(try Self.lemmas(["LNG", "PRICES"], [noun, noun]) == ["LNG", "prices"])
    }

    @Test func `gives names the capitals that they lack, and takes those that are for loudness`() throws {
        let name = PledgedLanguage.Tag(.properNoun, .nnp)
        #expect(try Self.lemmas(["tokyo", "toyko"], [name, name]) == ["Tokyo", "toyko"])
        #expect(try Self.lemmas(["SEE", "TOKYO"], [name, name]) == ["SEE", "Tokyo"])
    }

    @Test func `reads numbers, long letters and what is short for "has"`() throws {
        #expect(try Self.lemma("24,000", PledgedLanguage.Tag(.numeral, .cd)) == "24000")
        #expect(try Self.lemma("7,5", PledgedLanguage.Tag(.numeral, .cd)) == "7,5")
        #expect(try Self.lemma("theee", PledgedLanguage.Tag(.determiner, .dt)) == "the")
        #expect(try Self.lemma("viii", PledgedLanguage.Tag(.noun, .nn)) == "viii")
        #expect(try Self.lemma("hooouse", PledgedLanguage.Tag(.noun, .nn)) == "house")
        let tags = [PledgedLanguage.Tag(.pronoun, .prp), PledgedLanguage.Tag(.auxiliary, .vbz)]
        let been = PledgedLanguage.Tag(.verb, .vbn)
        #expect(try Self.lemmas(["it", "'s", "been"], tags + [been])[1] == "have")
        #expect(try Self.lemmas(["it", "'s", "seen"], tags + [been])[1] == "be")
    }

    @Test func `refuses rules that are cut short`() throws {
        var file = ModelFileBuilder()
        for section in try SampleModel.make(seed: 1).sections where !section.name.hasPrefix("lemmas") {
            file.add(section.name, [UInt8](repeating: 0, count: 64))
        }
        file.add(LemmaRules.rulesSection, [1, 2, 3])
        file.add(LemmaRules.endingsSection, FeatureTableBuilder().build())
        let model = try ModelFile(ModelBytes(copying: file.build()))
        #expect(throws: ModelError.damaged("the rules of lemmas are cut short")) { try Lemmatizer(model) }
    }
}
