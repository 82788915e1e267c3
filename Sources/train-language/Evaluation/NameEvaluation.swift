import PledgedLanguage

/// Scores the names of a model on gold files.
struct NameEvaluation {
    private let tagger: NameTagger
    private let featurizer: WordFeaturizer

    /// - Throws: ``ModelError`` when the model finds no names.
    init(_ model: ModelFile) throws {
        tagger = try NameTagger(model)
        featurizer = try WordFeaturizer(model)
    }

    /// From raw text, by bytes.
    func scores(_ articles: [MarkedArticle]) throws -> NameScores {
        let pipeline = try Pipeline([Tokenizer(), SentenceSplitter(), featurizer, tagger])
        var scores = NameScores()
        for article in articles {
            let document = pipeline.document(article.text)
            let found = document.names.map { name in
                let bytes = document.byteRange(name.span)
                return NameScores.Entry(start: bytes.lowerBound, end: bytes.upperBound, kind: name.kind)
            }
            let gold = article.marks.map {
                NameScores.Entry(start: $0.bytes.lowerBound, end: $0.bytes.upperBound, kind: $0.kind)
            }
            scores.add(found: found, gold: gold) { entry in
                let span = document.tokens(touching: entry.start..<entry.end)
                return "\(article.name): \(Self.context(span, document))"
            }
        }
        return scores
    }

    /// From gold tokens.
    func scores(_ sentences: [NamedSentence]) -> NameScores {
        var scores = NameScores()
        for named in NamedDocument.all(sentences) {
            var document = named.document
            featurizer.annotate(&document)
            tagger.annotate(&document)
            let (found, gold) = (document.names.map(Self.entry), named.names.map(Self.entry))
            scores.add(found: found, gold: gold) { Self.context(Span($0.start, $0.end), document) }
        }
        return scores
    }

    private static func entry(_ name: Name) -> NameScores.Entry {
        NameScores.Entry(start: name.span.start, end: name.span.end, kind: name.kind)
    }

    /// The name within the words around it.
    private static func context(_ span: Span, _ document: Document) -> String {
        let before = document.text(Span(max(0, span.start - 5), span.start))
        let after = document.text(Span(span.end, min(document.tokens.count, span.end + 5)))
        let line = "\(before) [\(document.text(span))] \(after)"
        return line.split(whereSeparator: \.isNewline).joined(separator: " / ")
    }
}
