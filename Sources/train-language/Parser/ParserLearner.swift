import PledgedLanguage

/// A parser that is being trained.
struct ParserLearner: ~Copyable {
    private let settings: ParserTrainer.Settings
    private let moves: MoveTable
    private let labels: PerceptronTable
    private let scratch = ParserScratch()
    private var memory = ParserMemory(sentenceMax: 500)
    private var random: SeededShuffle
    private var (decisions, mistakes) = (0, 0)

    init(_ settings: ParserTrainer.Settings) {
        self.settings = settings
        moves = MoveTable()
        labels = PerceptronTable()
        random = SeededShuffle(seed: 20_260_103)
    }

    /// One that has learnt the same, and goes its own way from now on.
    init(copying other: borrowing ParserLearner, seed: UInt64) {
        settings = other.settings
        moves = other.moves.copy()
        labels = other.labels.copy()
        random = SeededShuffle(seed: seed)
    }

    /// What was learnt so far, for whoever watches.
    var report: String {
        "\(moves.rowCount) features of moves, \(labels.rowCount) of labels, \(mistakes) mistakes in \(decisions) moves"
    }

    /// Parses a sentence, and learns from each mistake.
    mutating func learn(_ gold: GoldTree, explores: Bool) {
        let oracle = DynamicOracle(gold: gold)
        var state = memory.start(gold.words)
        while !state.isDone {
            let move = learnMove(state, oracle, explores: explores)
            guard let (word, head) = state.arc(of: move) else {
                state.apply(move, 0)
                continue
            }
            state.apply(move, head == state.root ? 0 : learnLabel(state, word, under: head, gold))
        }
    }

    /// The move to follow.
    private mutating func learnMove(_ state: ParserState, _ oracle: DynamicOracle, explores: Bool) -> Move {
        if let only = state.onlyMove { return only }
        let count = unsafe MoveFeatures.write(state, to: scratch.keys)
        let keys = unsafe UnsafeBufferPointer(start: scratch.keys, count: count)
        let scores = unsafe moves.scores(keys)
        moves.advance()
        var costs = SIMD4<Int>(repeating: .max)
        for move in Move.allCases where state.allows(move) { costs[move.rawValue] = oracle.cost(of: move, in: state) }
        let least = costs.min()
        var (right, wrong): (Move?, Move?) = (nil, nil)
        for move in Move.allCases where state.allows(move) {
            let rival = costs[move.rawValue] == least ? right : wrong
            if let rival, scores[rival.rawValue] >= scores[move.rawValue] { continue }
            if costs[move.rawValue] == least { right = move } else { wrong = move }
        }
        decisions += 1
        guard let right else { preconditionFailure("A sentence that is not done has a move.") }
        guard let wrong else { return right }
        let lead = scores[right.rawValue] &- scores[wrong.rawValue]
        if lead <= settings.margin {
            var change = SIMD4<Int32>(repeating: 0)
            change[right.rawValue] = 1
            change[wrong.rawValue] = -1
            unsafe moves.update(keys, by: change)
        }
        if lead > 0 || lead == 0 && right.rawValue < wrong.rawValue { return right }
        mistakes += 1
        return explores && random.below(1_000) < settings.exploration ? wrong : right
    }

    /// The relation that the parser finds; it learns where the arc is right.
    private func learnLabel(_ state: ParserState, _ word: Int, under head: Int, _ gold: GoldTree) -> UInt8 {
        let count = unsafe LabelFeatures.write(state, word, under: head, to: scratch.keys)
        scratch.clearScores()
        for index in 0..<count { unsafe labels.add(scratch.keys[index], to: scratch.scores) }
        let best = scratch.bestLabel()
        guard gold.heads[word] == head else { return best }
        labels.advance()
        let right = gold.relations[word]
        if right != best {
            for index in 0..<count {
                unsafe labels.update(scratch.keys[index], class: Int(right), by: 1)
                unsafe labels.update(scratch.keys[index], class: Int(best), by: -1)
            }
        }
        return best
    }

    /// Keeps the features that count most, and learns on with these alone.
    func close() {
        moves.close(keeping: settings.moveFeaturesMax)
        labels.close(keeping: settings.labelFeaturesMax, weightMin: settings.labelWeightMin)
    }

    /// The weights of moves as they are, those of labels scaled to 16 bits.
    ///
    /// - Parameter scale: the number that stands for a label's weight of 1.
    /// - Returns: the averages over all steps.
    func averages(
        scale: Double
    ) -> (
        moves: [(key: UInt64, weights: SIMD4<Double>)],
        labels: [(key: UInt64, weights: [(class: UInt8, weight: Int16)])]
    ) {
        (moves.averages(), labels.averages(updatesMin: 1, scale: scale))
    }
}
