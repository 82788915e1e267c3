import PledgedLanguage

/// Learns to find names: a structured perceptron (Collins 2002) over what people marked, and what a machine did.
struct NameTrainer {
    /// A sentence to learn from, and its labels.
    private struct Example {
        var document: Int
        var sentence: Span
    }

    private let corpus: NameCorpus
    private let table = PerceptronTable()
    private var transitions = NameTransitions()
    private var noise = SeededShuffle(seed: 77)

    /// One word in so many within names is learned from as if it had never been seen, for names that never were.
    private static let maskEvery = 6

    init(_ corpus: NameCorpus) { self.corpus = corpus }

    /// Adds the sections of the names; `file` holds the clusters of words already.
    static func add(_ corpora: Corpora, to file: inout ModelFileBuilder) throws {
        try NameLists.gazetteer(corpora).add(to: &file)
        let model = try ModelFile(ModelBytes(copying: file.build()))
        var trainer = NameTrainer(try NameCorpus(corpora, model))
        trainer.train(epochs: 6)
        NameWeights.add(trainer.weights(updatesMin: 8, weightMin: 0.5), to: &file)
    }

    /// What was learned, in the form that the tagger reads; what was seldom changed, or hardly, is left out.
    func weights(updatesMin: Int, weightMin: Double) -> [(key: UInt64, weights: [(class: UInt8, weight: Int16)])] {
        table.averages(updatesMin: updatesMin, weightMin: weightMin)
    }

    mutating func train(epochs: Int) {
        var examples = self.examples()
        for epoch in 0..<epochs {
            var shuffle = SeededShuffle(seed: UInt64(epoch + 1))
            shuffle.shuffle(&examples)
            for example in examples { learn(example) }
        }
    }

    private func examples() -> [Example] {
        var examples: [Example] = []
        for (index, document) in corpus.documents.enumerated() {
            for sentence in document.sentences {
                let copies = repeatElement(Example(document: index, sentence: sentence), count: document.weight)
                examples.append(contentsOf: copies)
            }
        }
        return examples
    }

    private mutating func learn(_ example: Example) {
        let document = corpus.documents[example.document]
        let count = example.sentence.count
        unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count * NameClues.keysMax) { keys in
            unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { counts in
                unsafe withUnsafeTemporaryAllocation(of: Int32.self, capacity: count * NameLabel.count) { scores in
                    guard let keys = keys.baseAddress, let counts = counts.baseAddress,
                        let scores = scores.baseAddress
                    else { return }
                    unsafe score(document, example.sentence, keys, counts, scores)
                    unsafe compare(document, example.sentence, keys, counts, scores)
                }
            }
        }
    }

    /// Fills in the features of each token, how many there are, and the scores of the labels.
    private mutating func score(
        _ document: NameCorpus.Document,
        _ sentence: Span,
        _ keys: UnsafeMutablePointer<UInt64>,
        _ counts: UnsafeMutablePointer<UInt8>,
        _ scores: UnsafeMutablePointer<Int32>
    ) {
        for (index, token) in sentence.range.enumerated() {
            let row = unsafe scores + index * NameLabel.count
            let tokenKeys = unsafe keys + index * NameClues.keysMax
            unsafe row.update(repeating: 0, count: NameLabel.count)
            if document.clues.isQuiet(token, in: sentence) {
                unsafe counts[index] = 0
                unsafe NameDecoder.silence(row)
                continue
            }
            let isMasked = document.labels[token] != 0 && noise.below(Self.maskEvery) == 0
            let count = unsafe document.clues.write(token, in: sentence, to: tokenKeys, isMasked: isMasked)
            unsafe counts[index] = UInt8(count)
            for key in 0..<count { unsafe table.add(tokenKeys[key], to: row) }
        }
    }

    /// Finds the best labels and moves the weights where they are wrong.
    private mutating func compare(
        _ document: NameCorpus.Document,
        _ sentence: Span,
        _ keys: UnsafeMutablePointer<UInt64>,
        _ counts: UnsafeMutablePointer<UInt8>,
        _ scores: UnsafeMutablePointer<Int32>
    ) {
        table.advance()
        let count = sentence.count
        unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { found in
            guard let found = found.baseAddress else { return }
            unsafe NameDecoder.decode(scores, count: count, transitions, to: found)
            var (goldBefore, foundBefore) = (NameTransitions.startLabel, NameTransitions.startLabel)
            for index in 0..<count {
                let gold = Int(document.labels[sentence.start + index])
                let wrong = unsafe Int(found[index])
                if gold != wrong {
                    for key in 0..<(unsafe Int(counts[index])) {
                        let key = unsafe keys[index * NameClues.keysMax + key]
                        table.update(key, class: gold, by: 1)
                        table.update(key, class: wrong, by: -1)
                    }
                }
                if gold != wrong || goldBefore != foundBefore {
                    change(goldBefore, gold, by: 1)
                    change(foundBefore, wrong, by: -1)
                }
                (goldBefore, foundBefore) = (gold, wrong)
            }
        }
    }

    private mutating func change(_ label: Int, _ next: Int, by change: Int32) {
        table.update(NameTransitions.key(after: label), class: next, by: change)
        transitions.change(after: label, next, by: change)
    }
}
