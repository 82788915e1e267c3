/// Draws the trees of single sentences, for those who need few of a text's.
public struct TreeParser: Sendable {
    private let tagger: Tagger
    private let parser: DependencyParser

    /// - Throws: ``ModelError`` when the model has no tagger or parser, or a damaged one.
    public init(_ model: ModelFile) throws(ModelError) {
        tagger = try Tagger(model)
        parser = try DependencyParser(model)
    }

    /// The tree of one sentence, in time that grows with its length alone.
    ///
    /// - Parameters:
    ///   - sentence: A stretch of the document's tokens.
    ///   - document: With its layers to ``Layer/features``.
    /// - Returns: One arc for each token of the sentence, heads counted in the document.
    public func arcs(of sentence: Span, in document: Document) -> [Arc] {
        var part = Document(words: sentence, of: document)
        tagger.annotate(&part)
        parser.annotate(&part)
        return part.arcs.map { arc in Arc(head: arc.head.map { $0 + sentence.start }, relation: arc.relation) }
    }
}

extension Document {
    /// A document that is one sentence of another, with what the models need of its words.
    fileprivate init(words sentence: Span, of document: Document) {
        self.init(text: "")
        tokens = Array(document.tokens[sentence.range])
        features = Array(document.features[sentence.range])
        sentences = [Sentence(span: Span(0, sentence.count), block: 0)]
    }
}
