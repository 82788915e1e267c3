/// Finds the names of persons, organisations, places and countries.
///
/// A perceptron labels each sentence's tokens, with what the whole document says of each word among its features
/// (Collins 2002; labels as in Ratinov and Roth 2009). Then a pass over the document makes what was found agree: a name
/// that is seen once is found everywhere, and its letters in brackets share its kind.
public struct NameTagger: Annotator {
    private let gazetteer: Gazetteer
    private let weights: NameWeights

    /// - Throws: ``ModelError`` when the model has no part that finds names.
    public init(_ model: ModelFile) throws(ModelError) {
        gazetteer = try Gazetteer(model)
        weights = try NameWeights(model)
    }

    public var requires: Set<Layer> { [.tokens, .sentences, .features] }
    public var provides: Layer { .names }

    public func annotate(_ document: inout Document) {
        let clues = NameClues(document, gazetteer)
        var agreement = NameAgreement(document, clues, gazetteer)
        document.names = agreement.names(firstPass(document, clues))
    }

    /// The names as each sentence shows them.
    private func firstPass(_ document: Document, _ clues: NameClues) -> [FoundName] {
        var found: [FoundName] = []
        let capacity = NameDecoder.tokensMax * NameLabel.count
        unsafe withUnsafeTemporaryAllocation(of: Int32.self, capacity: capacity * 2) { buffer in
            guard let scores = buffer.baseAddress else { return }
            for sentence in document.sentences {
                for start in stride(from: sentence.span.start, to: sentence.span.end, by: NameDecoder.tokensMax) {
                    let part = Span(start, min(start + NameDecoder.tokensMax, sentence.span.end))
                    unsafe label(part, in: sentence.span, clues, scores, sums: scores + capacity, &found)
                }
            }
        }
        return found
    }

    private func label(
        _ part: Span,
        in sentence: Span,
        _ clues: NameClues,
        _ scores: UnsafeMutablePointer<Int32>,
        sums: UnsafeMutablePointer<Int32>,
        _ found: inout [FoundName]
    ) {
        let width = NameLabel.count
        var isQuiet = true
        for (index, token) in part.range.enumerated() {
            let row = unsafe scores + index * width
            unsafe row.update(repeating: 0, count: width)
            if clues.isQuiet(token, in: sentence) {
                unsafe NameDecoder.silence(row)
            } else {
                isQuiet = false
                unsafe add(token, sentence, clues, to: row)
            }
        }
        if isQuiet { return }
        unsafe sums.update(from: scores, count: part.count * width)
        unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: part.count) { labels in
            guard let base = labels.baseAddress else { return }
            unsafe NameDecoder.decode(sums, count: part.count, weights.transitions, to: base)
            unsafe Self.read(UnsafeBufferPointer(labels), part, scores, &found)
        }
    }

    @inline(__always)
    private func add(_ token: Int, _ sentence: Span, _ clues: NameClues, to row: UnsafeMutablePointer<Int32>) {
        unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: NameClues.keysMax) { keys in
            guard let base = keys.baseAddress else { return }
            let count = unsafe clues.write(token, in: sentence, to: base)
            for index in 0..<count { unsafe weights.add(base[index], to: row) }
        }
    }

    private static func read(
        _ labels: UnsafeBufferPointer<UInt8>,
        _ part: Span,
        _ scores: UnsafeMutablePointer<Int32>,
        _ found: inout [FoundName]
    ) {
        var start = 0
        for index in 0..<labels.count {
            let label = unsafe Int(labels[index])
            guard let kind = NameLabel.kind(label), let place = NameLabel.place(label) else { continue }
            if place == .first { start = index }
            guard place == .only || place == .last else { continue }
            if place == .only { start = index }
            let span = Span(part.start + start, part.start + index + 1)
            found.append(FoundName(span, kind, scores: unsafe kindScores(scores, start, index + 1)))
        }
    }

    /// For each kind, what the tokens from `start` to `end` would score as a name of that kind.
    private static func kindScores(_ scores: UnsafeMutablePointer<Int32>, _ start: Int, _ end: Int) -> SIMD4<Int32> {
        var sums = SIMD4<Int32>(repeating: 0)
        for kind in Name.Kind.allCases {
            for index in start..<end {
                let label = NameLabel.label(kind, NameLabel.place(of: index, in: Span(start, end)))
                sums[Int(kind.rawValue)] &+= unsafe scores[index * NameLabel.count + label]
            }
        }
        return sums
    }
}
