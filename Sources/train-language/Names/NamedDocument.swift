import PledgedLanguage

/// A document whose names are known.
struct NamedDocument {
    var document: Document
    var names: [Name]
}

extension NamedDocument {
    /// The documents that sentences with labels make up; labels of other kinds than ours count as outside.
    static func all(_ sentences: [NamedSentence]) -> [NamedDocument] {
        var documents: [NamedDocument] = []
        var group: [NamedSentence] = []
        for sentence in sentences {
            if sentence.startsDocument || group.count >= sentencesMax, !group.isEmpty {
                documents.append(NamedDocument(group))
                group = []
            }
            group.append(sentence)
        }
        if !group.isEmpty { documents.append(NamedDocument(group)) }
        return documents
    }

    /// Files without borders of documents are cut into pieces of so many sentences.
    private static let sentencesMax = 400

    private init(_ sentences: [NamedSentence]) {
        document = Document(sentences: sentences.map(\.words))
        names = []
        var token = 0
        var open: (start: Int, kind: Name.Kind)?
        for label in sentences.lazy.flatMap(\.labels) {
            let kind = Name.Kind(label: String(label.dropFirst(2)))
            if let name = open, !(label.hasPrefix("I-") && kind == name.kind) {
                names.append(Name(Span(name.start, token), name.kind))
                open = nil
            }
            if open == nil, let kind { open = (token, kind) }
            token += 1
        }
        if let open { names.append(Name(Span(open.start, token), open.kind)) }
    }

    /// The document of a marked article, from its raw text; marks that no tokens match are left out.
    init(_ article: MarkedArticle) {
        var document = Document(text: article.text)
        Tokenizer().annotate(&document)
        SentenceSplitter().annotate(&document)
        self.document = document
        names = article.marks.compactMap { mark in
            let span = document.tokens(touching: mark.bytes)
            return document.byteRange(span) == mark.bytes ? Name(span, mark.kind) : nil
        }
    }
}
