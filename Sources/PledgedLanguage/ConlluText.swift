/// Writes an annotated document as CoNLL-U, with names in the last column.
///
/// Each sentence has its text and its words in ten columns; a name's first word has `NER=B-ORG`, the others `NER=I-ORG`.
/// Layers that the document lacks are written as `_`.
public struct ConlluText {
    private let document: Document
    private let names: [String]

    public init(_ document: Document) {
        self.document = document
        var names = [String](repeating: "", count: document.tokens.count)
        for name in document.names {
            for index in name.span.range { names[index] = (index == name.span.start ? "B-" : "I-") + name.kind.label }
        }
        self.names = names
    }

    /// The whole document; every sentence ends in an empty line.
    public var text: String {
        var text = ""
        for (index, sentence) in document.sentences.enumerated() {
            text += "# sent_id = \(index + 1)\n# text = \(line(document.text(sentence.span)))\n"
            for token in sentence.span.range { text += word(token, in: sentence.span) + "\n" }
            text += "\n"
        }
        return text
    }

    private func word(_ index: Int, in sentence: Span) -> String {
        let token = document.tokens[index]
        let tag = document.tags.isEmpty ? nil : document.tags[index]
        let arc = document.arcs.isEmpty ? nil : document.arcs[index]
        let head = arc.map { arc in arc.head.map { String($0 - sentence.start + 1) } ?? "0" }
        let columns = [
            String(index - sentence.start + 1), line(token.form),
            document.lemmas.isEmpty ? "_" : line(document.lemmas[index]),
            tag?.universal.label ?? "_", tag?.penn.label ?? "_", "_", head ?? "_", arc?.relation.label ?? "_", "_",
            notes(index),
        ]
        return columns.joined(separator: "\t")
    }

    private func notes(_ index: Int) -> String {
        var notes: [String] = []
        if !names[index].isEmpty { notes.append("NER=" + names[index]) }
        let next = index + 1
        if next < document.tokens.count, !document.tokens[next].has(.spaceBefore) { notes.append("SpaceAfter=No") }
        return notes.isEmpty ? "_" : notes.joined(separator: "|")
    }

    /// Without what would break a line or a column.
    private func line(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { scalars.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar) }
        return String(scalars)
    }
}
