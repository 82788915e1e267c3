/// Room for the keys and the scores of one decision, used again and again.
@safe
package struct ParserScratch: ~Copyable {
    package let keys: UnsafeMutablePointer<UInt64>
    /// For what is looked up with the keys.
    let room: UnsafeMutablePointer<UInt64>
    /// One a relation.
    package let scores: UnsafeMutablePointer<Int32>
    /// Classes are bytes: a damaged row must not write elsewhere.
    private static let scoresCount = 256

    package init() {
        unsafe keys = .allocate(capacity: FeatureKeys.countMax)
        unsafe keys.initialize(repeating: 0, count: FeatureKeys.countMax)
        unsafe room = .allocate(capacity: 2 * FeatureKeys.countMax)
        unsafe room.initialize(repeating: 0, count: 2 * FeatureKeys.countMax)
        unsafe scores = .allocate(capacity: Self.scoresCount)
        unsafe scores.initialize(repeating: 0, count: Self.scoresCount)
    }

    deinit {
        unsafe keys.deallocate()
        unsafe room.deallocate()
        unsafe scores.deallocate()
    }

    package func clearScores() { unsafe scores.update(repeating: 0, count: Relation.allCases.count) }

    /// The relation of the highest score, the first of equals; never the root, which the moves decide.
    package func bestLabel() -> UInt8 { bestLabels().best }

    /// The relation of the highest score, the first of equals, and by how much it leads; never the root, which the moves
    /// decide.
    package func bestLabels() -> (best: UInt8, lead: Int32) {
        var best = 1
        var second: Int32 = .min / 2
        for number in 2..<Relation.allCases.count {
            let score = unsafe scores[number]
            if unsafe score > scores[best] {
                second = unsafe scores[best]
                best = number
            } else if score > second {
                second = score
            }
        }
        return unsafe (UInt8(best), scores[best] &- second)
    }
}
