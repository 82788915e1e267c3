/// Draws the tree of each sentence: an arc-hybrid parser over sums of weights.
///
/// Every token gets an arc and every sentence one root. A sentence's time grows with its length, not faster; one of
/// more than 500 tokens is parsed in parts, each part's root hanging on the first one's.
public struct DependencyParser: Annotator {
    /// In tokens.
    static let partMax = 500
    package static let movesSection = "parser.moves"
    package static let labelsSection = "parser.labels"

    private let weights: ParserWeights

    /// - Throws: ``ModelError`` when the model has no parser.
    public init(_ model: ModelFile) throws(ModelError) { weights = try ParserWeights(model) }

    public var requires: Set<Layer> { [.tokens, .sentences, .features, .tags] }
    public var provides: Layer { .arcs }

    public func annotate(_ document: inout Document) {
        let words = zip(document.features, document.tags).map { ParserWord($0, $1) }
        let longest = document.sentences.map(\.span.count).max() ?? 0
        var memory = ParserMemory(sentenceMax: max(1, min(longest, Self.partMax)))
        var search = ParserSearch(weights)
        var arcs = [Arc](repeating: Arc(head: nil, relation: .root), count: words.count)
        for sentence in document.sentences {
            var root: Int?
            for start in stride(from: sentence.span.start, to: sentence.span.end, by: Self.partMax) {
                let part = start..<min(start + Self.partMax, sentence.span.end)
                var state = memory.start(words[part])
                search.complete(&state)
                Self.read(state, at: part, under: &root, into: &arcs)
            }
        }
        document.arcs = arcs
    }

    /// Takes over the arcs of a part; the first part's root becomes that of the sentence.
    private static func read(_ state: ParserState, at part: Range<Int>, under root: inout Int?, into arcs: inout [Arc])
    {
        for index in part {
            let links = state.links(index - part.lowerBound + 1)
            if links.head < state.root {
                let relation = Relation(rawValue: links.relation) ?? .unspecified
                arcs[index] = Arc(head: part.lowerBound + Int(links.head) - 1, relation: relation)
            } else if let root {
                arcs[index] = Arc(head: root, relation: .parataxis)
            } else {
                root = index
            }
        }
    }
}
