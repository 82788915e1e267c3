import Foundation
import PledgedLanguage
import Testing

@testable import train_language

@Suite struct NameTrainerTests {
    private static let text = """
        # doc = a
        Minister [[PER Ana Lima]] met [[PER Trần Văn Dũng]] in [[LOC Osaka]] on Monday.

        [[ORG Kioxia]] said that [[CTRY Japan]] would pay. Mayor [[PER Omar Sy]] met [[PER Ida Berg]] in [[LOC Turin]].

        The [[ORG Bank of Ostland]] said that [[CTRY Việt Nam]] would pay.
        """

    private static func model() throws -> (model: ModelFile, bytes: [UInt8]) {
        var file = ModelFileBuilder()
        WordClusters.add([], to: &file)
        var gazetteer = GazetteerBuilder()
        try NameLists.addOwn(to: &gazetteer)
        gazetteer.add(to: &file)
        var corpus = try NameCorpus(ModelFile(ModelBytes(copying: file.build())))
        for article in try MarkedTextFile.articles(file: "x.txt", text: text) {
            corpus.add(NamedDocument(article), weight: 1)
        }
        var trainer = NameTrainer(corpus)
        trainer.train(epochs: 8)
        NameWeights.add(trainer.weights(updatesMin: 1, weightMin: 0), to: &file)
        let bytes = file.build()
        return (try ModelFile(ModelBytes(copying: bytes)), bytes)
    }

    private static func names(_ text: String, _ model: ModelFile) throws -> [String] {
        let steps: [any Annotator] = [
            Tokenizer(), SentenceSplitter(), try WordFeaturizer(model), try NameTagger(model),
        ]
        let document = try Pipeline(steps).document(text)
        return document.names.map { "\($0.kind.label) \(document.text($0.span))" }
    }

    @Test func `finds what it was taught, and what looks alike`() throws {
        let (model, _) = try Self.model()
        let names = try Self.names("Minister Eva Holm met Trần Văn Dũng in Osaka on Monday.", model)
        #expect(names == ["PER Eva Holm", "PER Trần Văn Dũng", "LOC Osaka"])
    }

    @Test func `reads composed and decomposed letters alike`() throws {
        let (model, _) = try Self.model()
        let text = "Trần Văn Dũng met Minister Đặng Hữu Phước in Osaka. Dũng said that Việt Nam would pay."
        let composed = try Self.names(text.precomposedStringWithCanonicalMapping, model)
        let decomposed = try Self.names(text.decomposedStringWithCanonicalMapping, model)
        #expect(composed.count >= 4)
        // Swift compares strings by what they show, not by their bytes.
        #expect(composed == decomposed)
    }

    @Test func `gives the same bytes twice`() throws { #expect(try Self.model().bytes == Self.model().bytes) }

    @Test func `scores itself without a fault on what it was taught`() throws {
        let (model, _) = try Self.model()
        let scores = try NameEvaluation(model).scores(MarkedTextFile.articles(file: "x.txt", text: Self.text))
        #expect(scores.total.right == scores.total.gold)
        #expect(scores.errors.isEmpty)
    }

    @Test func `survives any text`() throws {
        let (model, _) = try Self.model()
        for text in [
            "", " ", "\n\n", String(repeating: "A ", count: 3_000), String(repeating: "(X", count: 500), "🙂 Ana",
        ] {
            #expect(throws: Never.self) { try Self.names(text, model) }
        }
    }
}
