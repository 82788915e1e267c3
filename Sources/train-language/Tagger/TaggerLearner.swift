import PledgedLanguage

/// One tagger being trained on some of the sentences.
struct TaggerLearner {
    private static let width = TaggerFeatures.wordKeyCount
    private static let keyCount = TaggerFeatures.tagKeyCount
    private static let scoreCount = 256
    /// A hand-made sentence counts for so many made by machine.
    private static let goldWeight = 2
    /// An answer must win by so much, or it is learnt from as if it were wrong.
    private static let margin: Int32 = 40

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
        var random = SeededShuffle(seed: 20_260_101)
        for _ in 0..<epochs {
            random.shuffle(&order)
            for sentence in order {
                unsafe walk(text.sentences[sentence]) { index, keys, scores in
                    unsafe learn(index, keys, scores)
                }
            }
        }
    }

    /// The classes of a sentence's words; call ``PerceptronTable/settle(scale:)`` before.
    func classes(of sentence: Int) -> [UInt8] {
        var classes: [UInt8] = []
        unsafe walk(text.sentences[sentence]) { index, keys, scores in
            unsafe score(index, keys, scores)
            return unsafe best(scores, but: nil)
        } chose: {
            classes.append($0)
        }
        return classes
    }

    /// Goes through a sentence from left to right; asks `decide` for the class of each word that is not certain.
    private func walk(
        _ sentence: Range<Int>,
        decide: (Int, UnsafeMutablePointer<UInt64>, UnsafeMutablePointer<Int32>) -> UInt8,
        chose: (UInt8) -> Void = { _ in }
    ) {
        unsafe text.words.withUnsafeBufferPointer { words in
            unsafe withUnsafeTemporaryAllocation(of: Int32.self, capacity: Self.scoreCount) { scores in
                unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Self.keyCount) { keys in
                    guard let scores = scores.baseAddress, let keys = keys.baseAddress else { return }
                    var tags = (before: TaggerFeatures.start, beforeThat: TaggerFeatures.start)
                    for index in sentence {
                        var chosen = lexicon[index].certain &- 1
                        if lexicon[index].certain == 0 {
                            let features = unsafe TaggerFeatures(words, index, in: sentence)
                            unsafe features.writeTagKeys(tags: tags, kinds: kinds(index, in: sentence), to: keys)
                            chosen = unsafe decide(index, keys, scores)
                        }
                        chose(chosen)
                        tags = (chosen, tags.before)
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

    // MARK: Deciding

    private func score(
        _ index: Int,
        _ keys: UnsafeMutablePointer<UInt64>,
        _ scores: UnsafeMutablePointer<Int32>
    ) {
        unsafe scores.update(repeating: 0, count: Self.scoreCount)
        let start = index * Self.width
        for template in 0..<Self.width {
            let number = text.features.numbers[start + template]
            if number != FeatureNumbers.none { unsafe table.add(row: Int(number), to: scores) }
        }
        for key in 0..<Self.keyCount { unsafe table.add(keys[key], to: scores) }
    }

    /// The class with the highest score, one class being left out.
    private func best(_ scores: UnsafeMutablePointer<Int32>, but answer: UInt8?) -> UInt8 {
        let out = answer.map { Int($0) } ?? -1
        var best = out == 0 ? 1 : 0
        for number in 1..<text.classes.count where number != out && (unsafe scores[number] > scores[best]) {
            best = number
        }
        return UInt8(best)
    }

    // MARK: Learning

    /// Decides, and learns where the answer does not win by the margin.
    private func learn(
        _ index: Int,
        _ keys: UnsafeMutablePointer<UInt64>,
        _ scores: UnsafeMutablePointer<Int32>
    ) -> UInt8 {
        unsafe score(index, keys, scores)
        table.advance()
        let answer = text.answers[index]
        guard answer != TaggerFeatures.start else { return unsafe best(scores, but: nil) }
        let rival = unsafe best(scores, but: answer)
        let lead = unsafe scores[Int(answer)] - scores[Int(rival)]
        if lead < Self.margin { unsafe update(index, keys, from: rival, to: answer) }
        return lead > 0 ? answer : rival
    }

    private func update(
        _ index: Int,
        _ keys: UnsafeMutablePointer<UInt64>,
        from rival: UInt8,
        to answer: UInt8
    ) {
        let start = index * Self.width
        for template in 0..<Self.width {
            let number = text.features.numbers[start + template]
            guard number != FeatureNumbers.none else { continue }
            table.update(row: Int(number), class: Int(answer), by: 1)
            table.update(row: Int(number), class: Int(rival), by: -1)
        }
        for key in 0..<Self.keyCount {
            unsafe table.update(keys[key], class: Int(answer), by: 1)
            unsafe table.update(keys[key], class: Int(rival), by: -1)
        }
    }
}
