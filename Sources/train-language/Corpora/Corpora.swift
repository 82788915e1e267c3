import Foundation

/// The folder of training data, and what is read from it.
struct Corpora {
    let folder: String

    static let clusters = "word-clusters/en-clusters-64-256-1024.tsv"
    static let goldTrees = ["ud-ewt/en_ewt-ud-train.conllu", "ud-gum/en_gum-free-train.conllu"]
    /// Held out from training: what a model is judged by.
    static let devFiles = [
        "ud-ewt/en_ewt-ud-dev.conllu", "ud-gum/en_gum-free-dev.conllu", "ner-wire/asia-dev.txt",
        "ner-wire/world-dev.txt",
    ]

    func path(_ name: String) -> String { folder + "/" + name }

    /// The hand-made treebanks.
    func goldTrees() throws -> [TreeSentence] {
        try Self.goldTrees.flatMap { try trees($0) }
    }

    /// Trees by machine, for the news: to be mixed with gold, never scored on.
    func silverTrees() throws -> [TreeSentence] {
        var sentences = try files(in: "silver-trees", ending: ".conllu").flatMap { try trees($0) }
        for index in sentences.indices { sentences[index].isSilver = true }
        return sentences
    }

    func trees(_ name: String) throws -> [TreeSentence] { try ConlluFile.sentences(path(name)) }

    /// The files of a folder by their names' ends, relative to the corpora, in order.
    func files(in name: String, ending: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path(name)).filter { $0.hasSuffix(ending) }.sorted()
            .map { name + "/" + $0 }
    }

    /// Every file that a whole model is trained on, relative to the corpora, in order.
    func trainingFiles() throws -> [String] {
        let trees = try Self.goldTrees + files(in: "silver-trees", ending: ".conllu")
        return (trees + [Self.clusters] + NameCorpus.files + NameLists.files).sorted()
    }
}
