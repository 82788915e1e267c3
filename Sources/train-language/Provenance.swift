import Crypto
import Foundation

/// What a model was made of and how it scores, in lines for people; it goes into the model.
struct Provenance {
    private let corpora: Corpora

    init(_ corpora: Corpora) { self.corpora = corpora }

    /// - Parameters:
    ///   - files: the files that were trained on, relative to the corpora.
    ///   - scores: lines that say how well the model does.
    /// - Returns: the text, with a digest of each file.
    /// - Throws: Foundation's error when a file cannot be read.
    func text(files: [String], scores: [String]) throws -> String {
        var lines = ["trained on (SHA-256 of each file)"]
        for file in files.sorted() {
            let digest = SHA256.hash(
                data: try Data(contentsOf: URL(filePath: corpora.path(file)), options: .mappedIfSafe)
            )
            let digits = digest.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
            lines.append("  \(digits)  \(file)")
        }
        lines += [
            "", "licences and names of the sources: NOTICE beside the model; the model itself is CC BY-SA 4.0", "",
        ]
        lines.append("scores (gold tokens unless said; percent)")
        lines += scores.map { "  " + $0 }
        return lines.map { $0 + "\n" }.joined()
    }
}
