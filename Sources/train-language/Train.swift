import ArgumentParser
import Foundation
import PledgedLanguage

struct Train: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Train the model on a folder of corpora and write it to a file.",
        discussion: "The same corpora give the same file, byte for byte."
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
        var file = ModelFileBuilder()
        if let base {
            let model = try MappedModel.open(base)
            for section in model.sections where !parts.contains(where: { section.name.hasPrefix($0.prefix) }) {
                file.add(section.name, try model.section(section.name).array)
            }
        }
        if parts.contains(.clusters) {
            WordClusters.add(
                try ClusterFile.words(corpora.path("word-clusters/en-clusters-64-256-1024.tsv")),
                to: &file
            )
        }
        if parts.contains(.names) { try NameTrainer.add(corpora, to: &file) }
        try Data(file.build()).write(to: URL(filePath: output), options: .atomic)
    }
}
