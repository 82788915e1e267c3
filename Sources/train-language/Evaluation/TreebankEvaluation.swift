import PledgedLanguage

/// Scores a model on a treebank, from its own words and from raw text.
struct TreebankEvaluation {
    private let fromText: Pipeline
    private let fromWords: [any Annotator]

    init(_ model: ModelFile) throws {
        let annotators: [any Annotator] = [try WordFeaturizer(model), try Tagger(model), try Lemmatizer(model)]
        fromText = try Pipeline([Tokenizer(), SentenceSplitter()] + annotators)
        fromWords = annotators
    }

    /// - Throws: ``CorpusError`` or Foundation's error when the file is no treebank or cannot be read.
    func report(on file: String) throws -> String {
        var tokens = TokenScores()
        var (own, raw) = (TagScores(), TagScores())
        for gold in try GoldDocument.documents(file) {
            let document = fromText.document(gold.text)
            tokens.add(document, gold)
            raw.add(document, gold, isRaw: true)
            var given = gold.tokenized
            for annotator in fromWords { annotator.annotate(&given) }
            own.add(given, gold, isRaw: false)
        }
        return "\(tokens)\nfrom gold tokens\n\(own)\nfrom raw text\n\(raw)"
    }
}
