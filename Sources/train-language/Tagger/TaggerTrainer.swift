import PledgedLanguage

/// Trains the tagger on treebanks.
struct TaggerTrainer {
    private static let epochs = 5
    /// Fewer, since nobody keeps these taggers.
    private static let jackknifeEpochs = 3

    private let text: TaggedWords

    /// - Parameters:
    ///   - trees: hand-made and silver sentences, in any order.
    ///   - clusters: of the model that the tagger will be part of.
    init(_ trees: [TreeSentence], clusters: WordClusters) { text = TaggedWords(trees, clusters: clusters) }

    /// Trains on all sentences, and adds the tagger's sections to the model.
    func train(into file: inout ModelFileBuilder) {
        let learner = TaggerLearner(text, sentences: Array(text.sentences.indices), epochs: Self.epochs)
        file.add(Tagger.classesSection, Tagger.bytes(text.classes))
        file.add(Tagger.wordsSection, TaggerLexicon.bytes(learner.entries))
        let weights = learner.table.averages(updatesMin: 14, weightMin: 1.2)
        file.add(Tagger.weightsSection, ClassWeights.bytes(weights))
    }

    /// For each sentence of `trees`, the tags that a tagger gives which never saw it: what a parser must live with.
    ///
    /// - Parameters:
    ///   - trees: hand-made and silver sentences; every fold gets its share of each run of neighbours.
    ///   - folds: into how many parts they are cut; as many taggers are trained, two at a time.
    ///   - clusters: of the model that is being trained.
    /// - Returns: as many tags as each sentence has words.
    static func jackknife(_ trees: [TreeSentence], folds: Int, clusters: WordClusters) async -> [[Tag]] {
        let text = TaggedWords(trees, clusters: clusters)
        var tags = [[Tag]](repeating: [], count: trees.count)
        await withTaskGroup(of: [(sentence: Int, tags: [Tag])].self) { group in
            for fold in 0..<folds { group.addTask { await Self.tags(of: fold, of: folds, in: text) } }
            for await part in group {
                for (sentence, predicted) in part { tags[sentence] = predicted }
            }
        }
        return tags
    }

    /// Sentences of one document are alike, so a fold takes stretches of them.
    private static let stretch = 40

    @concurrent
    private static func tags(of fold: Int, of folds: Int, in text: TaggedWords) async -> [(sentence: Int, tags: [Tag])]
    {
        let isHeldOut = text.sentences.indices.map { $0 / stretch % folds == fold }
        let learner = TaggerLearner(
            text,
            sentences: text.sentences.indices.filter { !isHeldOut[$0] },
            epochs: jackknifeEpochs
        )
        learner.table.settle()
        return text.sentences.indices.filter { isHeldOut[$0] }.map { sentence in
            (sentence, learner.classes(of: sentence).map { text.classes[Int($0)] })
        }
    }
}
