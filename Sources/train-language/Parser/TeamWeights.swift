/// The averages of what several learners have learnt: weights that err less than those of any one of them.
struct TeamWeights {
    private var moveSums: [UInt64: SIMD4<Double>] = [:]
    private var labelSums: [UInt64: [UInt8: Int]] = [:]
    private var count = 0

    /// Adds the weights of one learner.
    mutating func add(
        moves: [(key: UInt64, weights: SIMD4<Double>)],
        labels: [(key: UInt64, weights: [(class: UInt8, weight: Int16)])]
    ) {
        for (key, row) in moves { moveSums[key, default: SIMD4(repeating: 0)] += row }
        for (key, row) in labels {
            for (label, weight) in row { labelSums[key, default: [:]][label, default: 0] += Int(weight) }
        }
        count += 1
    }

    /// The weights of moves, scaled to 16 bits and cut off at what these hold; sorted by key.
    ///
    /// - Parameter scale: the number that stands for a weight of 1.
    /// - Returns: for each feature, a weight a move.
    func moves(scale: Double) -> [(key: UInt64, weights: [Int16])] {
        moveSums.sorted { $0.key < $1.key }.map { key, sums in
            let weights = (0..<3).map { index in
                Int16(max(-32_767, min(32_767, (sums[index] * scale / Double(max(count, 1))).rounded())))
            }
            return (key, weights)
        }
    }

    /// The weights of relations, as scaled as they came; sorted by key, then class, zeros left out.
    var labels: [(key: UInt64, weights: [(class: UInt8, weight: Int16)])] {
        labelSums.sorted { $0.key < $1.key }.map { key, sums in
            let row = sums.sorted { $0.key < $1.key }.map { (class: $0.key, weight: Int16($0.value / max(count, 1))) }
            return (key, row.filter { $0.weight != 0 })
        }
    }
}
