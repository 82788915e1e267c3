import PledgedLanguage

/// What a gold file holds, by the end of its name.
enum GoldKind {
    /// A treebank in CoNLL-U.
    case trees
    /// Words and labels in two columns.
    case labels
    /// Running text with names marked.
    case marks

    init?(file: String) {
        if file.hasSuffix(".conllu") {
            self = .trees
        } else if file.hasSuffix(".bio") {
            self = .labels
        } else if file.hasSuffix(".txt") {
            self = .marks
        } else {
            return nil
        }
    }

    /// The scores of a model on a gold file, in lines, and after them at most `errorsMax` errors of each kind.
    ///
    /// - Throws: ``CorpusError`` or Foundation's error when the file cannot be read, ``ModelError`` when a part of the
    ///   model that it needs is missing.
    static func report(on file: String, _ model: ModelFile, errorsMax: Int = 0) throws -> String {
        guard let kind = GoldKind(file: file) else {
            throw CorpusError(file: file, line: 0, reason: "It ends neither in .conllu nor in .bio or .txt.")
        }
        let names: NameScores
        switch kind {
        case .trees: return try TreebankEvaluation(model).report(on: file, errorsMax: errorsMax)
        case .labels: names = try NameEvaluation(model).scores(try BIOFile.sentences(file))
        case .marks: names = try NameEvaluation(model).scores(try MarkedTextFile.articles(file))
        }
        return ([names.report] + names.errors.prefix(errorsMax)).joined(separator: "\n")
    }
}
