/// Finds, once for all models, what they need of each word's form.
public struct WordFeaturizer: Annotator {
    private let clusters: WordClusters

    /// - Throws: ``ModelError`` when the model has no clusters of words.
    public init(_ model: ModelFile) throws(ModelError) { clusters = try WordClusters(model) }

    public var requires: Set<Layer> { [.tokens] }
    public var provides: Layer { .features }

    public func annotate(_ document: inout Document) {
        document.features = document.tokens.map { WordFeatures($0, clusters: clusters) }
    }
}
