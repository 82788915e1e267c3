/// Annotators in an order in which each finds the layers that it needs.
public struct Pipeline: Sendable {
    public enum OrderError: Error, Hashable, CustomStringConvertible {
        /// A layer that nothing provides before the annotator that needs it.
        case missing(Layer, before: Layer)
        /// A layer that two annotators provide.
        case repeated(Layer)

        public var description: String {
            switch self {
            case .missing(let layer, let wanted):
                "The layer '\(wanted.rawValue)' needs '\(layer.rawValue)'. Put an annotator that provides it before."
            case .repeated(let layer):
                "Two annotators provide the layer '\(layer.rawValue)'. Leave one out."
            }
        }
    }

    private let annotators: [any Annotator]

    /// - Throws: ``OrderError`` where an annotator would not find what it needs, or a layer would be written twice.
    public init(_ annotators: [any Annotator]) throws(OrderError) {
        var provided: Set<Layer> = []
        for annotator in annotators {
            for layer in annotator.requires.subtracting(provided).sorted(by: { $0.rawValue < $1.rawValue }) {
                throw .missing(layer, before: annotator.provides)
            }
            guard provided.insert(annotator.provides).inserted else { throw .repeated(annotator.provides) }
        }
        self.annotators = annotators
    }

    /// Adds every annotator's layer, in order.
    public func annotate(_ document: inout Document) {
        for annotator in annotators { annotator.annotate(&document) }
    }

    /// The document of `text`, with every annotator's layer.
    ///
    /// - Parameters:
    ///   - text: the stored text.
    ///   - blocks: stretches of it in UTF-8 bytes, in order, not overlapping; nil for one that is the whole text.
    /// - Returns: the document, complete.
    public func document(_ text: String, blocks: [Range<Int>]? = nil) -> Document {
        var document = Document(text: text, blocks: blocks)
        annotate(&document)
        return document
    }
}
