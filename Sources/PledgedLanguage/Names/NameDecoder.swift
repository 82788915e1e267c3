/// Finds the best sequence of labels in which each may stand after the one before (Viterbi).
package enum NameDecoder {
    /// No name reaches from one stretch of so many tokens to the next: it bounds the memory.
    package static let tokensMax = 256

    /// Labels that may follow a name's end, a token outside, or the start; then those that may end a sentence.
    private static let openers =
        [0] + Name.Kind.allCases.flatMap { [NameLabel.label($0, .first), NameLabel.label($0, .only)] }
    private static let closers =
        [0] + Name.Kind.allCases.flatMap { [NameLabel.label($0, .last), NameLabel.label($0, .only)] }
    private static let illegal = Int32.min / 4

    /// Makes a token's scores speak against every label but outside.
    package static func silence(_ row: UnsafeMutablePointer<Int32>) {
        for label in 1..<NameLabel.count { unsafe row[label] = -1 << 22 }
    }

    /// The best labels for `count` tokens.
    ///
    /// - Parameters:
    ///   - scores: ``NameLabel/count`` for each token; overwritten with the best sums up to there.
    ///   - count: 1 to ``tokensMax``.
    ///   - transitions: how well a label stands after another.
    ///   - labels: room for `count`.
    package static func decode(
        _ scores: UnsafeMutablePointer<Int32>,
        count: Int,
        _ transitions: NameTransitions,
        to labels: UnsafeMutablePointer<UInt8>
    ) {
        let width = NameLabel.count
        unsafe transitions.scores.withUnsafeBufferPointer { table in
            guard let table = table.baseAddress else { return }
            unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count * width) { back in
                guard let back = back.baseAddress else { return }
                unsafe start(scores, table + NameTransitions.startLabel * width)
                for token in 1..<max(count, 1) {
                    let row = unsafe scores + token * width
                    unsafe step(from: row - width, to: row, table, back + token * width)
                }
                unsafe read(scores, count, back, to: labels)
            }
        }
    }

    private static func start(_ row: UnsafeMutablePointer<Int32>, _ table: UnsafePointer<Int32>) {
        for kind in 0..<Name.Kind.allCases.count {
            unsafe row[1 + 4 * kind + NameLabel.Place.inner.rawValue] = illegal
            unsafe row[1 + 4 * kind + NameLabel.Place.last.rawValue] = illegal
        }
        for label in openers { unsafe row[label] += table[label] }
    }

    @inline(__always)
    private static func step(
        from old: UnsafeMutablePointer<Int32>,
        to new: UnsafeMutablePointer<Int32>,
        _ table: UnsafePointer<Int32>,
        _ back: UnsafeMutablePointer<UInt8>
    ) {
        let width = NameLabel.count
        for next in openers {
            var (best, from) = (Int32.min, 0)
            for label in closers {
                let score = unsafe old[label] + table[label * width + next]
                if score > best { (best, from) = (score, label) }
            }
            unsafe new[next] += best
            unsafe back[next] = UInt8(from)
        }
        for kind in 0..<Name.Kind.allCases.count {
            let first = 1 + 4 * kind
            let inner = first + 1
            for next in [inner, inner + 1] {
                let (a, b) = unsafe (old[first] + table[first * width + next], old[inner] + table[inner * width + next])
                unsafe new[next] = max(illegal, new[next] + max(a, b))
                unsafe back[next] = UInt8(a >= b ? first : inner)
            }
        }
    }

    private static func read(
        _ scores: UnsafeMutablePointer<Int32>,
        _ count: Int,
        _ back: UnsafeMutablePointer<UInt8>,
        to labels: UnsafeMutablePointer<UInt8>
    ) {
        let width = NameLabel.count
        var best = 0
        let last = unsafe scores + (count - 1) * width
        for label in closers where unsafe last[label] > last[best] { best = label }
        for token in (0..<count).reversed() {
            unsafe labels[token] = UInt8(best)
            if token > 0 { best = unsafe Int(back[token * width + best]) }
        }
    }
}
