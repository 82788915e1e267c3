import PledgedLanguage
import Testing

@testable import train_language

struct LemmaCaseTrainerTests {
    private static let name = PledgedLanguage.Tag(.properNoun, .nnp)
    private static let noun = PledgedLanguage.Tag(.noun, .nn)

    /// A sentence of words that are all tagged as names, with their lemmas.
    private static func tree(_ words: [(form: String, lemma: String)]) -> TreeSentence {
        var tree = TreeSentence()
        tree.startsDocument = true
        for (form, lemma) in words {
            tree.words.append(
                TreeSentence.Word(
                    form: form,
                    lemma: lemma,
                    universal: "PROPN",
                    penn: "NNP",
                    head: 0,
                    relation: "root",
                    hasSpaceAfter: true
                )
            )
        }
        return tree
    }

    /// Cities keep their capitals, what they have does not, whatever the tagger says.
    private static func model() throws -> ModelFile {
        let cities = ["Hanoi", "Oslo", "Lima", "Paris"]
        let things = ["Port", "Bank", "Road", "Mayor"]
        let trees = cities.flatMap { city in
            things.map { thing in tree([(city, city), ("'s", "'s"), (thing, thing.lowercased())]) }
        }
        var file = ModelFileBuilder()
        WordClusters.add([("port", [1, 2, 3])], to: &file)
        let clusters = try WordClusters(ModelFile(ModelBytes(copying: file.build())))
        TaggerTrainer(trees, clusters: clusters).train(into: &file)
        LemmaTrainer([tree([("Lee", "Lee")])]).train(into: &file)
        let lexicon = try TaggerLexicon(ModelFile(ModelBytes(copying: file.build())).section(Tagger.wordsSection))
        LemmaCaseTrainer(trees, tags: trees.map { $0.words.map { _ in name } }, clusters: clusters, lexicon: lexicon)
            .train(into: &file)
        return try ModelFile(ModelBytes(copying: file.build()))
    }

    @Test func `tells what keeps its capital among words that are tagged alike`() throws {
        let model = try Self.model()
        var document = Document(sentences: [["Lima", "'s", "Bank"], ["Tunis", "'s", "Road"]])
        try WordFeaturizer(model).annotate(&document)
        document.setTags([PledgedLanguage.Tag](repeating: Self.name, count: 6))
        try Lemmatizer(model).annotate(&document)
        #expect(document.lemmas == ["Lima", "'s", "bank", "Tunis", "'s", "road"])
    }

    @Test func `makes the same bytes of the same trees`() throws {
        #expect(try Self.model().digest == Self.model().digest)
    }
}
