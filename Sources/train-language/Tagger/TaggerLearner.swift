import PledgedLanguage

/// One tagger being trained on some of the sentences.
struct TaggerLearner {
    private static let keyCount = TaggerFeatures.tagKeyCount
    /// A hand-made sentence counts for so many made by machine.
    static let goldWeight = 2

    private let text: TaggedWords
    let entries: [UInt64: TaggerLexicon.Entry]
    /// For each word of the text.
    private let lexicon: [TaggerLexicon.Entry]
    let table: PerceptronTable

    /// - Parameters:
    ///   - text: all words.
    ///   - sentences: those to learn from.
    ///   - epochs: how often to go through them.
    init(_ text: TaggedWords, sentences: [Int], epochs: Int) {
        self.text = text
        var maker = LexiconMaker()
        for sentence in sentences {
            let weight = text.isSilver[sentence] ? 1 : Self.goldWeight
            for word in text.sentences[sentence] {
                maker.count(text.words[word].form, text.answers[word], weight: weight)
            }
        }
        let entries = maker.entries()
        self.entries = entries
        lexicon = text.words.map { word in
            if let entry = entries[word.form] { return entry }
            return TaggerLexicon.Entry(certain: 0, kinds: entries[word.lower]?.kinds ?? 0)
        }
        table = PerceptronTable(numbered: text.features.keys)
        learn(sentences, epochs: epochs)
    }

    private func learn(_ sentences: [Int], epochs: Int) {
        var order = sentences.flatMap { [Int](repeating: $0, count: text.isSilver[$0] ? 1 : Self.goldWeight) }
        var shuffle = SeededShuffle(seed: 20_260_101)
        var ignored = [UInt8](repeating: 0, count: 1)
        for _ in 0..<epochs {
            shuffle.shuffle(&order)
            for sentence in order { walk(text.sentences[sentence], isLearning: true, into: &ignored) }
        }
    }

    /// The classes of a sentence's words; call ``PerceptronTable/settle(scale:)`` before.
    func classes(of sentence: Int) -> [UInt8] {
        var classes: [UInt8] = []
        walk(text.sentences[sentence], isLearning: false, into: &classes)
        return classes
    }

    private func walk(_ sentence: Range<Int>, isLearning: Bool, into classes: inout [UInt8]) {
        unsafe text.words.withUnsafeBufferPointer { words in
            unsafe withUnsafeTemporaryAllocation(of: Int32.self, capacity: 256) { scores in
                unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Self.keyCount) { keys in
                    guard let scores = scores.baseAddress, let keys = keys.baseAddress else { return }
                    var (before, beforeThat) = (TaggerFeatures.start, TaggerFeatures.start)
                    for index in sentence {
                        var chosen = lexicon[index].certain &- 1
                        if chosen == 255 {
                            let features = unsafe TaggerFeatures(words, index, in: sentence)
                            unsafe features.writeTagKeys(
                                tags: (before, beforeThat),
                                kinds: kinds(index, in: sentence),
                                to: keys
                            )
                            chosen = unsafe best(index, keys, scores)
                            if isLearning { unsafe learn(index, keys, chosen) }
                        }
                        if !isLearning { classes.append(chosen) }
                        (before, beforeThat) = (chosen, before)
                    }
                }
            }
        }
    }

    private func kinds(_ index: Int, in sentence: Range<Int>) -> (this: UInt16, next: UInt16, afterNext: UInt16) {
        (
            lexicon[index].kinds, index + 1 < sentence.upperBound ? lexicon[index + 1].kinds : 0,
            index + 2 < sentence.upperBound ? lexicon[index + 2].kinds : 0
        )
    }

    private func best(
        _ index: Int,
        _ keys: UnsafeMutablePointer<UInt64>,
        _ scores: UnsafeMutablePointer<Int32>
    ) -> UInt8 {
        unsafe scores.update(repeating: 0, count: 256)
        let width = TaggerFeatures.wordKeyCount
        for number in text.features.numbers[index * width..<(index + 1) * width] where number != FeatureNumbers.none {
            unsafe table.add(row: Int(number), to: scores)
        }
        for key in 0..<Self.keyCount { unsafe table.add(keys[key], to: scores) }
        var best = 0
        for number in 1..<text.classes.count where unsafe scores[number] > scores[best] { best = number }
        return UInt8(best)
    }

    private func learn(_ index: Int, _ keys: UnsafeMutablePointer<UInt64>, _ chosen: UInt8) {
        table.advance()
        let answer = text.answers[index]
        guard answer != chosen, answer != TaggerFeatures.start else { return }
        let width = TaggerFeatures.wordKeyCount
        for number in text.features.numbers[index * width..<(index + 1) * width] where number != FeatureNumbers.none {
            table.update(row: Int(number), class: Int(answer), by: 1)
            table.update(row: Int(number), class: Int(chosen), by: -1)
        }
        for key in 0..<Self.keyCount {
            unsafe table.update(keys[key], class: Int(answer), by: 1)
            unsafe table.update(keys[key], class: Int(chosen), by: -1)
        }
    }
}
