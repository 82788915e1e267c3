import PledgedTesting
import Testing

@testable import PledgedLanguage

@Suite struct NameDecoderTests {
    /// Tries every sequence of three labels against the search.
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `finds the best of all sequences that are legal`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let width = NameLabel.count
        var scores = (0..<3 * width).map { _ in Int32.random(in: -50...50, using: &random) }
        var transitions = NameTransitions()
        for label in 0...width {
            for next in 0..<width { transitions.change(after: label, next, by: .random(in: -9...9, using: &random)) }
        }
        let (best, original) = (Self.best(scores, transitions), scores)
        var labels = [UInt8](repeating: 0, count: 3)
        unsafe scores.withUnsafeMutableBufferPointer { scores in
            unsafe labels.withUnsafeMutableBufferPointer { labels in
                guard let scores = scores.baseAddress, let labels = labels.baseAddress else { return }
                unsafe NameDecoder.decode(scores, count: 3, transitions, to: labels)
            }
        }
        #expect(Self.score(labels.map(Int.init), original, transitions) == best)
    }

    private static func best(_ scores: [Int32], _ transitions: NameTransitions) -> Int32 {
        var best = Int32.min
        let labels = 0..<NameLabel.count
        for a in labels where !continues(a) {
            for b in labels where NameLabel.isLegal(a, b) {
                for c in labels where NameLabel.isLegal(b, c) && !NameLabel.isOpen(c) {
                    best = max(best, score([a, b, c], scores, transitions))
                }
            }
        }
        return best
    }

    private static func continues(_ label: Int) -> Bool {
        NameLabel.place(label) == .inner || NameLabel.place(label) == .last
    }

    private static func score(_ labels: [Int], _ scores: [Int32], _ transitions: NameTransitions) -> Int32 {
        var (sum, before) = (0 as Int32, NameTransitions.startLabel)
        for (token, label) in labels.enumerated() {
            sum += scores[token * NameLabel.count + label] + transitions.scores[before * NameLabel.count + label]
            before = label
        }
        return sum
    }
}
