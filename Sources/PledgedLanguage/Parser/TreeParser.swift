/// Draws the trees of chosen sentences, for those who need few of a text's.
public struct TreeParser: Sendable {
    private let tagger: Tagger
    private let parser: DependencyParser

    /// - Throws: ``ModelError`` when the model has no tagger or parser, or a damaged one.
    public init(_ model: ModelFile) throws(ModelError) {
        tagger = try Tagger(model)
        parser = try DependencyParser(model)
    }

    /// The arcs of the words in `sentences`, one for each token of the document; all other words hang on nothing.
    ///
    /// - Parameters:
    ///   - sentences: Stretches of the document's tokens, in text order, not overlapping; each gets a tree of its own.
    ///   - document: With its layers to ``Layer/features``.
    /// - Returns: As many arcs as the document has tokens.
    public func arcs(of sentences: [Sentence], in document: Document) -> [Arc] {
        var chosen = Document(words: document, sentences: sentences)
        tagger.annotate(&chosen)
        parser.annotate(&chosen)
        return chosen.arcs
    }
}

extension Document {
    /// The same text with other sentences, and no layers beyond what the models need of its words.
    fileprivate init(words document: Document, sentences: [Sentence]) {
        self = document
        self.sentences = sentences
        (tags, lemmas, names, arcs) = ([], [], [], [])
    }
}
