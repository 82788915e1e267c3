/// Tells each token's dictionary form: "plans" as a verb is "plan", "better" is "good", "n't" is "not".
///
/// The form is in lower case but for names, which stay as written.
public struct Lemmatizer: Annotator {
    private let rules: LemmaRules

    /// - Throws: ``ModelError`` when the model has no rules of lemmas, or damaged ones.
    public init(_ model: ModelFile) throws(ModelError) { rules = try LemmaRules(model) }

    public var requires: Set<Layer> { [.tokens, .tags] }
    public var provides: Layer { .lemmas }

    public func annotate(_ document: inout Document) {
        var lemmas: [String] = []
        lemmas.reserveCapacity(document.tokens.count)
        for (token, tag) in zip(document.tokens, document.tags) {
            lemmas.append(rules.lemma(tag.universal == .properNoun ? token.form : token.lower, tag))
        }
        document.lemmas = lemmas
    }
}
