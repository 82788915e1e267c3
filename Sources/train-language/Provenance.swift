import Crypto
import Foundation
import PledgedLanguage

/// What a model was made of and how it scores, in lines for people; it goes into the model.
struct Provenance {
    private let corpora: Corpora

    init(_ corpora: Corpora) { self.corpora = corpora }

    /// The text, with a digest of each file that was trained on.
    ///
    /// - Throws: Foundation's error when a file cannot be read.
    func text(scores: [String]) throws -> String {
        var lines = ["trained on (SHA-256 of each file)"]
        for file in try corpora.trainingFiles() {
            let data = try Data(contentsOf: URL(filePath: corpora.path(file)), options: .mappedIfSafe)
            let digits = SHA256.hash(data: data).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            lines.append("  \(digits)  \(file)")
        }
        lines += [
            "", "licences and names of the sources: NOTICE beside the model, which is licensed under CC BY-SA 4.0",
        ]
        return (lines + scores).map { $0 + "\n" }.joined()
    }

    /// The scores on the corpora's dev files.
    ///
    /// - Throws: ``CorpusError`` or Foundation's error when a file cannot be read.
    func scores(of model: ModelFile) throws -> [String] {
        try Corpora.devFiles.flatMap { file -> [String] in
            let report = try GoldKind.report(on: corpora.path(file), model)
            return ["", "scores on \(file)"] + report.split(separator: "\n").map { "  " + $0 }
        }
    }
}
