import ArgumentParser
import Foundation
import PledgedLanguage

struct Train: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Train the model on a folder of corpora and write it to a file.",
        discussion: """
            The same corpora give the same file, byte for byte. The names are trained beside the other parts, on a \
            second core. The scores on the corpora's dev files go into the model as well.
            """
    )

    @Argument(
        help: "The folder of corpora: ud-ewt, ud-gum, silver-trees, silver-ner, ner-wire, word-clusters and so on."
    )
    var corpora: String
    @Option(help: "Where the model goes.") var output: String
    @Option(help: "Train these parts only, and take the others from --base.") var only: [Part] = []
    @Option(help: "A model to take the parts from that are not trained.") var base: String?

    func run() async throws {
        let corpora = Corpora(folder: corpora)
        let parts = only.isEmpty ? Part.allCases : only
        var file = try clusters(corpora, parts)
        let start = try ModelFile(ModelBytes(copying: file.build()))
        async let names = Self.names(corpora, parts, on: start)
        for model in [try await Self.grammar(corpora, parts, on: start), try await names] {
            for section in model.sections where !start.sections.contains(section) {
                file.add(section.name, try model.section(section.name).array)
            }
        }
        file = try Self.ordered(ModelFile(ModelBytes(copying: file.build())))
        let whole = try ModelFile(ModelBytes(copying: file.build()))
        let provenance = Provenance(corpora)
        file.add(ModelFile.provenanceSection, Array(try provenance.text(scores: provenance.scores(of: whole)).utf8))
        try Data(file.build()).write(to: URL(filePath: output), options: .atomic)
    }

    /// The sections part by part, so that it does not matter which were trained first, or at all.
    private static func ordered(_ model: ModelFile) throws -> ModelFileBuilder {
        var file = ModelFileBuilder()
        for part in Part.allCases {
            for section in model.sections where section.name.hasPrefix(part.prefix) {
                file.add(section.name, try model.section(section.name).array)
            }
        }
        return file
    }

    /// What is taken over from the base, and the classes of words.
    private func clusters(_ corpora: Corpora, _ parts: [Part]) throws -> ModelFileBuilder {
        var file = ModelFileBuilder()
        if let base {
            let model = try MappedModel.open(base)
            for section in model.sections
            where section.name != ModelFile.provenanceSection
                && !parts.contains(where: { section.name.hasPrefix($0.prefix) })
            {
                file.add(section.name, try model.section(section.name).array)
            }
        }
        if parts.contains(.clusters) {
            WordClusters.add(try ClusterFile.words(corpora.path(Corpora.clusters)), to: &file)
        }
        return file
    }

    /// The parts that are learned from treebanks.
    @concurrent
    private static func grammar(
        _ corpora: Corpora,
        _ parts: [Part],
        on start: ModelFile
    ) async throws -> ModelFile {
        var file = try ModelFileBuilder(start)
        let clusters = try WordClusters(start)
        let trees = try corpora.goldTrees() + corpora.silverTrees()
        if parts.contains(.tagger) { TaggerTrainer(trees, clusters: clusters).train(into: &file) }
        guard parts.contains(.lemmas) || parts.contains(.parser) else {
            return try ModelFile(ModelBytes(copying: file.build()))
        }
        // What the tagger tells of words that it did not learn from.
        let tags = await TaggerTrainer.jackknife(trees, folds: 4, clusters: clusters)
        if parts.contains(.lemmas) {
            LemmaTrainer(trees).train(into: &file)
            let lexicon = try TaggerLexicon(ModelFile(ModelBytes(copying: file.build())).section(Tagger.wordsSection))
            LemmaCaseTrainer(trees, tags: tags, clusters: clusters, lexicon: lexicon).train(into: &file)
        }
        if parts.contains(.parser) { ParserTrainer(trees, tags: tags, clusters: clusters).train(into: &file) }
        return try ModelFile(ModelBytes(copying: file.build()))
    }

    @concurrent
    private static func names(_ corpora: Corpora, _ parts: [Part], on start: ModelFile) async throws -> ModelFile {
        var file = try ModelFileBuilder(start)
        if parts.contains(.names) { try NameTrainer.add(corpora, to: &file) }
        return try ModelFile(ModelBytes(copying: file.build()))
    }
}

extension ModelFileBuilder {
    /// A copy of a model, to go on with.
    fileprivate init(_ model: ModelFile) throws {
        self.init()
        for section in model.sections { add(section.name, try model.section(section.name).array) }
    }
}
