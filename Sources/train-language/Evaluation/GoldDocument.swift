import PledgedLanguage

/// One document of a treebank: its trees, and the raw text that they were cut from.
///
/// The text is joined as the CoNLL shared tasks do: the sentences' texts with a space between them where their last
/// words say so, an empty line between paragraphs.
struct GoldDocument: Sendable {
    private(set) var trees: [TreeSentence] = []
    private(set) var text = ""
    /// For each tree and each of its words, where it lies in the text's bytes.
    private(set) var places: [[Range<Int>]] = []

    /// - Throws: ``CorpusError`` when a word is not in the text of its sentence.
    static func documents(_ file: String) throws -> [GoldDocument] {
        var documents: [GoldDocument] = []
        for tree in try ConlluFile.sentences(file) {
            if tree.startsDocument || documents.isEmpty { documents.append(GoldDocument()) }
            try documents[documents.count - 1].append(tree, file: file)
        }
        return documents
    }

    private mutating func append(_ tree: TreeSentence, file: String) throws(CorpusError) {
        if let last = trees.last?.words.last {
            text += tree.startsParagraph ? "\n\n" : last.hasSpaceAfter ? " " : ""
        }
        let start = text.utf8.count
        let bytes = Array((tree.text ?? tree.spacedText).utf8)
        text += String(decoding: bytes, as: UTF8.self)
        var places: [Range<Int>] = []
        var end = 0
        for word in tree.words {
            while end < bytes.count, bytes[end] == UInt8(ascii: " ") || bytes[end] == UInt8(ascii: "\t") { end += 1 }
            let form = Array(word.form.utf8)
            guard bytes[end...].starts(with: form) else {
                throw CorpusError(file: file, line: 0, reason: "'\(word.form)' is not where it should be in '\(text)'.")
            }
            places.append(start + end..<start + end + form.count)
            end += form.count
        }
        trees.append(tree)
        self.places.append(places)
    }

    /// For each sentence, from its first word to its last.
    var sentencePlaces: [Range<Int>] {
        places.compactMap { words in
            guard let first = words.first, let last = words.last else { return nil }
            return first.lowerBound..<last.upperBound
        }
    }

    /// The document with its own tokens and sentences, to be annotated further.
    var tokenized: Document { Document(sentences: trees.map { $0.words.map(\.form) }) }

    /// Where the words lie in the bytes of ``tokenized``.
    var tokenizedPlaces: [[Range<Int>]] {
        var start = 0
        return trees.map { tree in
            tree.words.map { word in
                defer { start += word.form.utf8.count + 1 }
                return start..<start + word.form.utf8.count
            }
        }
    }
}

extension TreeSentence {
    /// The text that the words tell, for files that do not give it.
    var spacedText: String {
        var text = ""
        for word in words { text += word.form + (word.hasSpaceAfter ? " " : "") }
        return text.hasSuffix(" ") ? String(text.dropLast()) : text
    }
}
