import PledgedLanguage
import PledgedTesting
import Testing

@testable import train_language

struct DynamicOracleTests {
    /// The moves by themselves, for searching all of them.
    private struct Walk {
        let count: Int
        var stack: [Int] = []
        var next = 1
        var heads: [Int: Int] = [:]

        var moves: [Move] {
            var moves: [Move] = []
            if next <= count { moves.append(.shift) }
            if !stack.isEmpty, next <= count || stack.count == 1 { moves.append(.left) }
            if stack.count > 1 { moves.append(.right) }
            return moves
        }

        func after(_ move: Move) -> Walk {
            var walk = self
            switch move {
            case .shift:
                walk.stack.append(next)
                walk.next += 1
            case .left: walk.heads[walk.stack.removeLast()] = next
            case .right: walk.heads[walk.stack.removeLast()] = walk.stack.last
            }
            return walk
        }

        /// How many heads of the gold tree some way from here gets right.
        func best(_ gold: [Int]) -> Int {
            let moves = moves
            if moves.isEmpty { return heads.count { gold[$0.key] == $0.value } }
            return moves.map { after($0).best(gold) }.max() ?? 0
        }
    }

    /// The tree of random moves: projective, with one root.
    private static func randomHeads(_ count: Int, _ random: inout SeededGenerator) -> [Int] {
        var walk = Walk(count: count)
        while let move = walk.moves.randomElement(using: &random) { walk = walk.after(move) }
        return (1...count).map { walk.heads[$0] == count + 1 ? 0 : walk.heads[$0] ?? 0 }
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6])
    func `knows what each move costs, as a search of all moves does`(count: Int) {
        var random = SeededGenerator(seed: 31)
        let words = Document(sentences: [[String](repeating: "word", count: count)]).tokens
            .map { ParserWord(WordFeatures($0, clusters: nil), PledgedLanguage.Tag(.noun, .nn)) }
        var memory = ParserMemory(sentenceMax: count)
        for _ in 0..<30 {
            let heads = Self.randomHeads(count, &random)
            let gold = GoldTree(words: words, heads: heads, relations: heads.map { _ in .unspecified })
            let oracle = DynamicOracle(gold: gold)
            var state = memory.start(words)
            var walk = Walk(count: count)
            while let next = walk.moves.randomElement(using: &random) {
                let best = walk.best(gold.heads)
                for move in Move.allCases {
                    #expect(state.allows(move) == walk.moves.contains(move))
                    guard state.allows(move) else { continue }
                    #expect(oracle.cost(of: move, in: state) == best - walk.after(move).best(gold.heads))
                }
                state.apply(next, 0)
                walk = walk.after(next)
            }
            #expect(state.isDone)
        }
    }
}
