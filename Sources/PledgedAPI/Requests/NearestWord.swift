/// The word that someone most likely meant.
enum NearestWord {
    /// The one of `candidates` that the fewest slips (a letter more, less, other, or two swapped) turn into `word`.
    ///
    /// Nil where none is near: more slips than a third of the letters, and one at least.
    static func nearest(to word: String, in candidates: [String]) -> String? {
        let slipsMax = max(1, word.utf8.count / 3)
        let near = candidates.map { (word: $0, slips: slips(Array(word.utf8), Array($0.utf8))) }
            .filter { $0.slips <= slipsMax || isTruncation(word, of: $0.word) }
        return near.min { $0.slips < $1.slips }?.word
    }

    private static func isTruncation(_ word: String, of candidate: String) -> Bool {
        word.utf8.count >= 3 && (candidate.hasPrefix(word) || word.hasPrefix(candidate))
    }

    /// Optimal string alignment distance.
    private static func slips(_ a: [UInt8], _ b: [UInt8]) -> Int {
        // Both come from a query that may be long: a word much longer than any of ours is far from all of them.
        guard a.count <= 64, !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
        var twoBack: [Int] = []
        var oneBack = Array(0...b.count)
        for i in 1...a.count {
            var row = [i]
            for j in 1...b.count {
                var best = min(oneBack[j] + 1, row[j - 1] + 1, oneBack[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { best = min(best, twoBack[j - 2] + 1) }
                row.append(best)
            }
            (twoBack, oneBack) = (oneBack, row)
        }
        return oneBack[b.count]
    }
}
