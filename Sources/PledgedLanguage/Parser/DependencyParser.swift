/// Draws the tree of each sentence: a greedy arc-hybrid parser over sums of weights.
///
/// Every token gets an arc and every sentence one root. A sentence's time grows with its length, not faster; one of
/// more than 500 tokens is parsed in parts, each part's root hanging on the first one's.
public struct DependencyParser: Annotator {
    /// In tokens.
    static let partMax = 500
    package static let movesSection = "parser.moves"
    package static let labelsSection = "parser.labels"

    private let moves: MoveWeights
    private let labels: ClassWeights

    /// - Throws: ``ModelError`` when the model has no parser.
    public init(_ model: ModelFile) throws(ModelError) {
        moves = try MoveWeights(model.section(Self.movesSection))
        labels = try ClassWeights(model.section(Self.labelsSection))
    }

    public var requires: Set<Layer> { [.tokens, .sentences, .features, .tags] }
    public var provides: Layer { .arcs }

    public func annotate(_ document: inout Document) {
        var arcs = [Arc](repeating: Arc(head: nil, relation: .root), count: document.tokens.count)
        let words = zip(document.features, document.tags).map { ParserWord($0, $1) }
        let longest = document.sentences.map(\.span.count).max() ?? 0
        var memory = ParserMemory(sentenceMax: max(1, min(longest, Self.partMax)))
        let scratch = ParserScratch()
        for sentence in document.sentences {
            var root: Int?
            for start in stride(from: sentence.span.start, to: sentence.span.end, by: Self.partMax) {
                let part = start..<min(start + Self.partMax, sentence.span.end)
                var state = memory.start(words[part])
                parse(&state, scratch)
                for index in part {
                    let links = state.links(index - start + 1)
                    if links.head < state.root {
                        arcs[index] = Arc(head: start + Int(links.head) - 1, relation: Self.relation(links.relation))
                    } else if let root {
                        arcs[index] = Arc(head: root, relation: .parataxis)
                    } else {
                        root = index
                    }
                }
            }
        }
        document.arcs = arcs
    }

    private static func relation(_ number: UInt8) -> Relation { Relation(rawValue: number) ?? .unspecified }

    private func parse(_ state: inout ParserState, _ scratch: borrowing ParserScratch) {
        while !state.isDone {
            let move = bestMove(state, scratch)
            guard let (word, head) = state.arc(of: move) else {
                state.apply(move, 0)
                continue
            }
            let relation = head == state.root ? Relation.root.rawValue : bestLabel(state, word, head, scratch)
            state.apply(move, relation)
        }
    }

    private func bestMove(_ state: ParserState, _ scratch: borrowing ParserScratch) -> Move {
        let count = unsafe MoveFeatures.write(state, to: scratch.keys)
        var scores = SIMD4<Int32>(repeating: 0)
        for index in 0..<count { unsafe moves.add(scratch.keys[index], to: &scores) }
        return Self.best(scores, state)
    }

    /// The move of the highest score among those that may follow; the first of equals.
    package static func best(_ scores: SIMD4<Int32>, _ state: ParserState) -> Move {
        var best = Move.shift
        var bestScore = Int32.min
        for move in Move.allCases where state.allows(move) && scores[move.rawValue] > bestScore {
            (best, bestScore) = (move, scores[move.rawValue])
        }
        return best
    }

    private func bestLabel(_ state: ParserState, _ word: Int, _ head: Int, _ scratch: borrowing ParserScratch) -> UInt8
    {
        let count = unsafe LabelFeatures.write(state, word, under: head, to: scratch.keys)
        scratch.clearScores()
        for index in 0..<count { unsafe labels.add(scratch.keys[index], to: scratch.scores) }
        return scratch.bestLabel()
    }
}
