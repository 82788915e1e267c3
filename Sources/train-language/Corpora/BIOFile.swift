import Foundation

/// Reads words and labels in two columns, a blank line between sentences, "# doc = " before each document.
enum BIOFile {
    /// - Throws: ``CorpusError`` with the line that is wrong, or Foundation's error when the file cannot be read.
    static func sentences(_ path: String) throws -> [NamedSentence] {
        let bytes = try Data(contentsOf: URL(filePath: path))
        var sentences: [NamedSentence] = []
        var sentence = NamedSentence()
        var number = 0
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            if line.isEmpty {
                if !sentence.words.isEmpty { sentences.append(sentence) }
                sentence = NamedSentence()
            } else if fields.count == 2 {
                sentence.words.append(String(decoding: fields[0], as: UTF8.self))
                sentence.labels.append(String(decoding: fields[1], as: UTF8.self))
            } else if line.starts(with: Array("# doc = ".utf8)) {
                if !sentence.words.isEmpty { sentences.append(sentence) }
                sentence = NamedSentence(startsDocument: true)
            } else {
                throw CorpusError(file: path, line: number, reason: "Neither a word and its label nor '# doc = '.")
            }
        }
        if !sentence.words.isEmpty { sentences.append(sentence) }
        return sentences
    }
}
