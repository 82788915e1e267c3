/// What a parser has learnt: what moves and what relations are worth.
struct ParserWeights: Sendable {
    private let moves: MoveWeights
    private let labels: ClassWeights

    /// - Throws: ``ModelError`` when the model has no parser.
    init(_ model: ModelFile) throws(ModelError) {
        moves = try MoveWeights(model.section(DependencyParser.movesSection))
        labels = try ClassWeights(model.section(DependencyParser.labelsSection))
    }

    /// The move that seems best, not made yet.
    func step(_ state: ParserState, _ scratch: borrowing ParserScratch) -> ParserStep {
        if let move = state.onlyMove { return ParserStep(only: move, state) }
        let count = unsafe MoveFeatures.write(state, to: scratch.keys)
        var scores = SIMD4<Int32>(repeating: 0)
        for index in 0..<count { unsafe moves.add(scratch.keys[index], to: &scores) }
        return ParserStep(scores, state)
    }

    /// Makes the step's move, and fills its relation in.
    func make(_ step: inout ParserStep, in state: inout ParserState, _ scratch: borrowing ParserScratch) {
        if let (word, head) = state.arc(of: step.move) {
            if head == state.root {
                step.relation = Relation.root.rawValue
            } else {
                let (relation, lead) = relation(state, word, head, scratch)
                step.relation = relation
                step.add(doubtOfRelation: lead)
            }
        }
        state.apply(step.move, step.relation)
    }

    private func relation(
        _ state: ParserState,
        _ word: Int,
        _ head: Int,
        _ scratch: borrowing ParserScratch
    ) -> (best: UInt8, lead: Int32) {
        let count = unsafe LabelFeatures.write(state, word, under: head, to: scratch.keys)
        scratch.clearScores()
        unsafe labels.add(scratch.keys, count: count, room: scratch.room, to: scratch.scores)
        return scratch.bestLabels()
    }
}
