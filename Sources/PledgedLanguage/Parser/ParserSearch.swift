/// Finds a sentence's tree: the best move again and again, then the second best where the first was in doubt
/// (selectional branching, Choi and McCallum 2013).
///
/// A second way mostly comes back to where the first one passed: the same words on the stack, the same to come. If it
/// had less doubt up to there, it takes the first one's place, so that only a few moves are made again.
struct ParserSearch: ~Copyable {
    /// How many second ways are tried in a sentence.
    private static let branchesMax = 4
    /// A second move is tried only where it has less than this much more doubt than the best one: three quarters of a nat.
    private static let gapMax: Int32 = 192
    /// A second way is left when it has this much more doubt than the best one had after as many moves.
    private static let lagMax: Int32 = 512

    private let weights: ParserWeights
    private let scratch = ParserScratch()
    /// The best way so far, and the one that is tried from some move of it on.
    private var best: [ParserStep] = []
    private var other: [ParserStep] = []
    /// Before each move of the best way, the doubt of all moves from there on.
    private var rest: [Int32] = []

    init(_ weights: ParserWeights) { self.weights = weights }

    /// Goes on from the state before the first move until the tree is complete.
    mutating func complete(_ state: inout ParserState) {
        best.removeAll(keepingCapacity: true)
        while !state.isDone {
            var step = weights.step(state, scratch)
            weights.make(&step, in: &state, scratch)
            best.append(step)
        }
        measure()
        let forks = forks()
        guard !forks.isEmpty else { return }
        for fork in forks {
            replay(best[..<fork.index], &state)
            leave(fork.index, &state)
        }
        replay(best[...], &state)
    }

    /// Adds the doubts of the best way up.
    private mutating func measure() {
        rest.removeAll(keepingCapacity: true)
        var sum: Int32 = best.reduce(0) { $0 + $1.doubt }
        for step in best {
            rest.append(sum)
            sum -= step.doubt
        }
        rest.append(0)
    }

    /// Where the second best move could lead to less doubt, the closest decisions first.
    private func forks() -> [Fork] {
        var forks: [Fork] = []
        for (index, step) in best.enumerated() where step.second != nil && step.secondDoubt < rest[index] {
            let gap = step.secondDoubt - step.doubt
            if gap < Self.gapMax { forks.append(Fork(index: index, gap: gap)) }
        }
        guard forks.count > Self.branchesMax else { return forks }
        forks.sort { ($0.gap, $0.index) < ($1.gap, $1.index) }
        return Array(forks.prefix(Self.branchesMax))
    }

    private struct Fork {
        let index: Int
        let gap: Int32
    }

    /// Goes the second way from a move of the best one on, until it comes back to that; takes it over if it has less doubt.
    private mutating func leave(_ start: Int, _ state: inout ParserState) {
        guard best[start].second != nil else { return }
        other.removeAll(keepingCapacity: true)
        var step = ParserStep(secondOf: best[start])
        weights.make(&step, in: &state, scratch)
        other.append(step)
        var doubt = step.doubt
        var place = start + 1
        while !state.isDone && state.waiting != best[place].waiting {
            step = weights.step(state, scratch)
            guard doubt + step.doubt < min(rest[start], rest[start] - rest[place] + Self.lagMax) else { return }
            weights.make(&step, in: &state, scratch)
            doubt += step.doubt
            other.append(step)
            place += 1
        }
        guard doubt < rest[start] - rest[place] else { return }
        best.replaceSubrange(start..<place, with: other)
        measure()
    }

    private func replay(_ steps: ArraySlice<ParserStep>, _ state: inout ParserState) {
        state.restart()
        for step in steps { state.apply(step.move, step.relation) }
    }
}
