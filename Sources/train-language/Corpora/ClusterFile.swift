import Foundation
import PledgedLanguage

/// Reads words and their three classes in four columns.
enum ClusterFile {
    /// - Throws: ``CorpusError`` with the line that is wrong, or Foundation's error when the file cannot be read.
    static func words(_ path: String) throws -> [(word: String, classes: [UInt16])] {
        let bytes = try Data(contentsOf: URL(filePath: path))
        var words: [(word: String, classes: [UInt16])] = []
        for (index, line) in bytes.split(separator: UInt8(ascii: "\n")).enumerated() {
            let fields = line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
            let classes = fields.dropFirst().compactMap { UInt16($0) }
            guard fields.count == 4, classes.count == 3 else {
                throw CorpusError(file: path, line: index + 1, reason: "Neither a word nor its three classes.")
            }
            words.append((fields[0], classes))
        }
        return words
    }
}
