import PledgedLanguage
import PledgedTesting
import Testing

@testable import train_language

struct DependencyParserTests {
    /// "form/UPOS/XPOS/head/relation", heads counted from 1.
    private static let sentences = [
        "Japan/PROPN/NNP/2/nsubj pledged/VERB/VBD/0/root to/PART/TO/4/mark fund/VERB/VB/2/xcomp "
            + "the/DET/DT/6/det port/NOUN/NN/4/obj ./PUNCT/./2/punct",
        "The/DET/DT/2/det minister/NOUN/NN/3/nsubj said/VERB/VBD/0/root that/SCONJ/IN/7/mark work/NOUN/NN/7/nsubj "
            + "will/AUX/MD/7/aux begin/VERB/VB/3/ccomp in/ADP/IN/9/case May/PROPN/NNP/7/obl ./PUNCT/./3/punct",
        "Kim/PROPN/NNP/8/nsubj ,/PUNCT/,/4/punct the/DET/DT/4/det head/NOUN/NN/1/appos of/ADP/IN/6/case "
            + "trade/NOUN/NN/4/nmod ,/PUNCT/,/4/punct visited/VERB/VBD/0/root Oslo/PROPN/NNP/8/obj ./PUNCT/./8/punct",
        "Come/VERB/VB/0/root !/PUNCT/./1/punct",
    ].map { line in
        var tree = TreeSentence()
        for word in line.split(separator: " ") {
            let fields = word.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            tree.words.append(
                TreeSentence.Word(
                    form: fields[0],
                    lemma: "_",
                    universal: fields[1],
                    penn: fields[2],
                    head: Int(fields[3]) ?? 0,
                    relation: fields[4],
                    hasSpaceAfter: true
                )
            )
        }
        return tree
    }

    private static func model(epochs: Int) throws -> ModelFile {
        var file = ModelFileBuilder()
        WordClusters.add([("Japan", [1, 2, 3])], to: &file)
        let clusters = try WordClusters(ModelFile(ModelBytes(copying: file.build())))
        var settings = ParserTrainer.Settings()
        settings.epochs = epochs
        settings.labelWeightMin = 0
        ParserTrainer(sentences, tags: sentences.map { $0.words.map(\.tag) }, clusters: clusters, settings: settings)
            .train(into: &file)
        return try ModelFile(ModelBytes(copying: file.build()))
    }

    private static func annotated(
        _ words: [[String]],
        _ tags: [PledgedLanguage.Tag],
        by model: ModelFile
    ) throws -> Document {
        var document = Document(sentences: words)
        try WordFeaturizer(model).annotate(&document)
        document.setTags(tags)
        try DependencyParser(model).annotate(&document)
        return document
    }

    @Test func `draws the trees that it learnt`() throws {
        let model = try Self.model(epochs: 12)
        let words = Self.sentences.map { $0.words.map(\.form) }
        let document = try Self.annotated(words, Self.sentences.flatMap { $0.words.map(\.tag) }, by: model)
        for (tree, sentence) in zip(Self.sentences, document.sentences) {
            for (word, arc) in zip(tree.words, document.arcs[sentence.span.range]) {
                let head = arc.head.map { $0 - sentence.span.start + 1 } ?? 0
                #expect(head == word.head)
                #expect(arc.relation.label == word.relation)
            }
        }
    }

    @Test func `learns the same from the same`() throws {
        #expect(try Self.model(epochs: 3).digest == Self.model(epochs: 3).digest)
    }

    /// Sentences of words and tags at random, one of them too long to be parsed at once.
    @Test(arguments: [[1, 2, 3, 40], [499, 500, 501], [2_345, 1]])
    func `gives every sentence one root, and every word a way to it`(lengths: [Int]) throws {
        var random = SeededGenerator(seed: 5)
        let vocabulary = Self.sentences.flatMap(\.words)
        let words = lengths.map { (0..<$0).map { _ in vocabulary.randomElement(using: &random)?.form ?? "a" } }
        let tags = words.joined().map { _ in
            vocabulary.randomElement(using: &random)?.tag ?? PledgedLanguage.Tag(.other, .other)
        }
        let document = try Self.annotated(words, tags, by: Self.model(epochs: 4))
        #expect(document.arcs.count == lengths.reduce(0, +))
        for sentence in document.sentences {
            #expect(document.arcs[sentence.span.range].count { $0.head == nil } == 1)
            for token in sentence.span.range {
                var (place, steps) = (token, 0)
                while let head = document.arcs[place].head, steps <= sentence.span.count {
                    (place, steps) = (head, steps + 1)
                }
                #expect(sentence.span.contains(place))
                #expect(document.arcs[place].head == nil)
                let arc = document.arcs[token]
                #expect((arc.head == nil) == (arc.relation == Relation.root))
            }
        }
    }

    @Test func `asks for a whole model`() throws {
        var file = ModelFileBuilder()
        file.add("parser.moves", MoveWeights.bytes([]))
        let model = try ModelFile(ModelBytes(copying: file.build()))
        #expect(throws: ModelError.missingSection("parser.labels")) { try DependencyParser(model) }
    }
}
