import Foundation

/// Reads CoNLL-U: words and trees; the lines of multiword tokens tell where spaces are, empty nodes are passed over.
struct ConlluFile {
    private let file: String
    private var sentences: [TreeSentence] = []
    private var sentence = TreeSentence()
    /// The number of the last word of the multiword token that is being read, and whether a space follows it.
    private var multiword = (last: 0, hasSpaceAfter: true)

    /// - Throws: ``CorpusError`` with the line that is wrong, or Foundation's error when the file cannot be read.
    static func sentences(_ path: String) throws -> [TreeSentence] {
        let bytes = try Data(contentsOf: URL(filePath: path))
        var reader = ConlluFile(file: path)
        var number = 0
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            try reader.read(line, number)
        }
        reader.endSentence()
        return reader.sentences
    }

    private init(file: String) { self.file = file }

    private mutating func read(_ line: Data, _ number: Int) throws(CorpusError) {
        if line.isEmpty {
            endSentence()
        } else if line.first == UInt8(ascii: "#") {
            let comment = String(decoding: line, as: UTF8.self)
            let name = comment.dropFirst().prefix { $0 != "=" }.split(separator: " ").first
            if name == "newdoc" { sentence.startsDocument = true }
            if name == "newpar" { sentence.startsParagraph = true }
            if comment.hasPrefix("# text = ") { sentence.text = String(comment.dropFirst("# text = ".count)) }
        } else {
            let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
            guard fields.count == 10 else {
                throw CorpusError(file: file, line: number, reason: "A word has 10 fields, this one \(fields.count).")
            }
            try read(fields, number)
        }
    }

    private mutating func read(_ fields: [String], _ number: Int) throws(CorpusError) {
        let hasSpaceAfter = !fields[9].split(separator: "|").contains("SpaceAfter=No")
        if fields[0].contains(".") { return }
        if let dash = fields[0].firstIndex(of: "-") {
            guard let last = Int(fields[0][dash...].dropFirst()) else {
                throw CorpusError(file: file, line: number, reason: "'\(fields[0])' is no range of words.")
            }
            multiword = (last, hasSpaceAfter)
            return
        }
        let place = sentence.words.count + 1
        guard Int(fields[0]) == place, let head = Int(fields[6]) else {
            throw CorpusError(file: file, line: number, reason: "Word \(place) has a wrong number or head.")
        }
        sentence.words.append(
            TreeSentence.Word(
                form: fields[1],
                lemma: fields[2],
                universal: fields[3],
                penn: fields[4],
                head: head,
                relation: fields[7],
                hasSpaceAfter: place > multiword.last
                    ? hasSpaceAfter : place == multiword.last && multiword.hasSpaceAfter
            )
        )
    }

    private mutating func endSentence() {
        if !sentence.words.isEmpty { sentences.append(sentence) }
        sentence = TreeSentence()
        multiword = (0, true)
    }
}
