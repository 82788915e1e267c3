import PledgedLanguage

/// Scores a model on a treebank, from its own words and from raw text; trees where the model draws any.
struct TreebankEvaluation {
    private let fromText: Pipeline
    private let fromWords: [any Annotator]
    private let drawsTrees: Bool

    init(_ model: ModelFile) throws {
        var annotators: [any Annotator] = [try WordFeaturizer(model), try Tagger(model), try Lemmatizer(model)]
        drawsTrees = model.sections.contains { $0.name == DependencyParser.movesSection }
        if drawsTrees { annotators.append(try DependencyParser(model)) }
        fromText = try Pipeline([Tokenizer(), SentenceSplitter()] + annotators)
        fromWords = annotators
    }

    /// The scores, and after them at most `errorsMax` errors of each kind.
    ///
    /// - Throws: ``CorpusError`` or Foundation's error when the file is no treebank or cannot be read.
    func report(on file: String, errorsMax: Int) throws -> String {
        var tokens = TokenScores()
        var (own, raw) = (TagScores(), TagScores())
        var (ownTrees, rawTrees) = (TreeScores(), TreeScores())
        for gold in try GoldDocument.documents(file) {
            let document = fromText.document(gold.text)
            tokens.add(document, gold)
            raw.add(document, gold, isRaw: true)
            if drawsTrees { rawTrees.add(document, gold, isRaw: true) }
            var given = gold.tokenized
            for annotator in fromWords { annotator.annotate(&given) }
            own.add(given, gold, isRaw: false)
            if drawsTrees { ownTrees.add(given, gold, isRaw: false) }
        }
        let trees = drawsTrees ? ("\n\(ownTrees)", "\n\(rawTrees)") : ("", "")
        var report = "\(tokens)\nfrom gold tokens\n\(own)\(trees.0)\nfrom raw text\n\(raw)\(trees.1)"
        guard errorsMax > 0 else { return report }
        for (name, errors) in [
            ("tokens", tokens.tokenErrors), ("sentence ends", tokens.sentenceErrors), ("tags", own.tagErrors),
            ("tagged words", own.tagErrorWords), ("lemmas", own.lemmaErrors), ("arcs", ownTrees.errors),
        ] {
            report += "\nerrors: \(name)\n\(errors.lines(countMax: errorsMax))"
        }
        return report
    }
}
