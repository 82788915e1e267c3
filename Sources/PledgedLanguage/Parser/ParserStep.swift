/// One move of a parse, and how sure the parser was of it.
///
/// A move's doubt is the negative logarithm of its chance, as if scores were logarithms, in 256ths of a nat.
struct ParserStep {
    let move: Move
    private(set) var doubt: Int32
    /// The move that came second, and its doubt; nil where only one may follow.
    let second: Move?
    let secondDoubt: Int32
    /// Of the arc that the move made.
    var relation: UInt8 = 0
    /// ``ParserState/waiting`` before the move.
    let waiting: UInt64

    /// Scores that differ by this much are one nat apart.
    private static let scoresPerNat: Int32 = 4_096
    /// The same for the scores of relations.
    private static let relationScoresPerNat: Int32 = 512
    /// A doubtful relation tells more of a tree than a doubtful move: it is what a wrong head looks like.
    private static let relationWeight: Int32 = 2
    /// Scores that differ by more are told apart no more.
    private static let leadMax: Int32 = 64 * scoresPerNat
    /// 256 ln(1 + e^-x), for x in steps of a quarter.
    private static let tails: [Int32] = [
        177, 147, 121, 99, 80, 64, 52, 41, 32, 26, 20, 16, 12, 10, 8, 6, 5, 4, 3, 2, 2, 1, 1, 1, 1,
    ]

    /// The step of the highest score among the moves that may follow; the first of equals.
    @inline(__always)
    init(_ scores: SIMD4<Int32>, _ state: ParserState) {
        var (best, second): (Move?, Move?) = (nil, nil)
        for move in Move.allCases where state.allows(move) {
            if let leader = best, scores[leader.rawValue] >= scores[move.rawValue] {
                if let rival = second, scores[rival.rawValue] >= scores[move.rawValue] { continue }
                second = move
            } else {
                (best, second) = (move, best)
            }
        }
        let move = best ?? .shift
        var (doubt, secondLead): (Int32, Int32) = (0, 0)
        for rival in Move.allCases where rival != move && state.allows(rival) {
            let lead = min(scores[move.rawValue] &- scores[rival.rawValue], Self.leadMax)
            let place = Int(lead / (Self.scoresPerNat / 4))
            if place < Self.tails.count { doubt += Self.tails[place] }
            if rival == second { secondLead = lead / (Self.scoresPerNat / 256) }
        }
        waiting = state.waiting
        self.move = move
        self.doubt = doubt
        self.second = second
        secondDoubt = doubt + secondLead
    }

    /// The step without a choice.
    @inline(__always)
    init(only move: Move, _ state: ParserState) {
        waiting = state.waiting
        self.move = move
        doubt = 0
        second = nil
        secondDoubt = 0
    }

    /// Adds the doubt of the relation that the move gives: `lead` is how far its score is above the second best.
    @inline(__always)
    mutating func add(doubtOfRelation lead: Int32) {
        let place = Int(lead / (Self.relationScoresPerNat / 4))
        if place < Self.tails.count { doubt += Self.tails[place] * Self.relationWeight }
    }

    /// The step that goes the second way.
    init(secondOf step: ParserStep) {
        waiting = step.waiting
        move = step.second ?? step.move
        doubt = step.secondDoubt
        second = nil
        secondDoubt = doubt
    }
}
