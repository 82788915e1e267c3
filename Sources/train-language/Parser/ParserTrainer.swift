import PledgedLanguage

/// Learns moves and relations from gold trees, in the states that the parser's own mistakes lead to.
///
/// A wrong move moves the weights towards the best one that loses no arc (Goldberg and Nivre 2013).
struct ParserTrainer {
    struct Settings {
        var epochs = 7
        /// How many wrong moves in a thousand are followed, after the first epoch.
        var exploration = 900
        /// The right move must win by more than this, in weights of 1.
        var margin: Int32 = 50
        /// After so many epochs, no more features are kept than these; the other epochs learn with what is left.
        var openEpochs = 3
        /// From then on, so many learn apart, each in an order of its own; what they have learnt is averaged.
        var teamCount = 2
        var moveFeaturesMax = 700_000
        var labelFeaturesMax = 160_000
        /// Weights of labels nearer to 0 are left out as well.
        var labelWeightMin = 0.25
        /// How often a hand-made sentence is learnt from for each time that a silver one is.
        var goldWeight = 1
    }

    /// The number that stands for a weight of 1.
    private static let scale = 64.0

    private let trees: [GoldTree]
    private let settings: Settings

    /// - Parameters:
    ///   - sentences: the gold trees.
    ///   - tags: for each sentence, its words' tags as a tagger predicts them.
    ///   - clusters: of the model that the parser will be part of.
    ///   - settings: how to train.
    init(_ sentences: [TreeSentence], tags: [[Tag]], clusters: WordClusters, settings: Settings = Settings()) {
        precondition(sentences.count == tags.count)
        self.init(zip(sentences, tags).map { GoldTree($0, tags: $1, clusters: clusters) }, settings: settings)
    }

    init(_ trees: [GoldTree], settings: Settings = Settings()) {
        self.trees = trees.filter { (1...500).contains($0.words.count) }
        self.settings = settings
    }

    /// Adds the parser's sections to a model.
    ///
    /// - Parameters:
    ///   - file: gets the sections.
    ///   - watch: is told after each epoch how far the training is.
    func train(into file: inout ModelFileBuilder, watch: (String) -> Void = { _ in }) {
        var learner = ParserLearner(settings)
        var order = trees.indices.flatMap { index in
            [Int](repeating: index, count: trees[index].isSilver ? 1 : settings.goldWeight)
        }
        var shuffle = SeededShuffle(seed: 20_260_102)
        for epoch in 0..<min(settings.openEpochs, settings.epochs) {
            shuffle.shuffle(&order)
            for index in order { learner.learn(trees[index], explores: epoch > 0) }
            watch("epoch \(epoch + 1): \(learner.report)")
        }
        learner.close()
        var team = TeamWeights()
        for member in 0..<settings.teamCount { train(member, from: learner, order, into: &team, watch: watch) }
        file.add(DependencyParser.movesSection, MoveWeights.bytes(team.moves(scale: Self.scale)))
        file.add(DependencyParser.labelsSection, ClassWeights.bytes(team.labels))
    }

    /// Lets one member of the team learn on, and adds its weights to the team's.
    private func train(
        _ member: Int,
        from start: borrowing ParserLearner,
        _ order: [Int],
        into team: inout TeamWeights,
        watch: (String) -> Void
    ) {
        var learner = ParserLearner(copying: start, seed: 20_260_110 + UInt64(member))
        var order = order
        var shuffle = SeededShuffle(seed: 20_260_120 + UInt64(member))
        for epoch in min(settings.openEpochs, settings.epochs)..<settings.epochs {
            shuffle.shuffle(&order)
            for index in order { learner.learn(trees[index], explores: true) }
            watch("learner \(member + 1), epoch \(epoch + 1): \(learner.report)")
        }
        let (moves, labels) = learner.averages(scale: Self.scale)
        team.add(moves: moves, labels: labels)
    }
}
