/// Finds a sentence's tree: the best move again and again, then the second best where the first was in doubt
/// (selectional branching, Choi and McCallum 2013).
///
/// The tree with the least doubt in all is kept. A second way is left as soon as its doubt is no less, so that
/// sentences without doubt cost nothing.
struct ParserSearch: ~Copyable {
    /// How many second ways are tried in a sentence.
    private static let branchesMax = 4

    private let weights: ParserWeights
    private let scratch = ParserScratch()
    /// The first way, the best so far, and the one that is tried.
    private var first: [ParserStep] = []
    private var best: [ParserStep] = []
    private var other: [ParserStep] = []

    init(_ weights: ParserWeights) { self.weights = weights }

    /// Goes on from the state before the first move until the tree is complete.
    mutating func complete(_ state: inout ParserState) {
        first.removeAll(keepingCapacity: true)
        var doubt: Int32 = 0
        while !state.isDone {
            var step = weights.step(state, scratch)
            weights.make(&step, in: &state, scratch)
            first.append(step)
            doubt += step.doubt
        }
        let forks = forks(below: doubt)
        guard !forks.isEmpty else { return }
        best.removeAll(keepingCapacity: true)
        for fork in forks where fork.doubt < doubt {
            guard let less = leave(fork, &state, below: doubt) else { continue }
            doubt = less
            swap(&best, &other)
        }
        replay(best.isEmpty ? first[...] : best[...], &state)
    }

    /// Where the second best move could lead to less doubt in all, the closest decisions first.
    private func forks(below doubt: Int32) -> [Fork] {
        var forks: [Fork] = []
        var before: Int32 = 0
        for (index, step) in first.enumerated() {
            if step.second != nil, before + step.secondDoubt < doubt {
                forks.append(Fork(index: index, doubt: before + step.secondDoubt, gap: step.secondDoubt - step.doubt))
            }
            before += step.doubt
        }
        guard forks.count > Self.branchesMax else { return forks }
        forks.sort { ($0.gap, $0.index) < ($1.gap, $1.index) }
        return Array(forks.prefix(Self.branchesMax))
    }

    private struct Fork {
        let index: Int
        /// Up to and with the second move.
        let doubt: Int32
        let gap: Int32
    }

    /// Goes the second way at the fork; nil when it has no less doubt, else how much, the way in ``other``.
    private mutating func leave(_ fork: Fork, _ state: inout ParserState, below limit: Int32) -> Int32? {
        other.removeAll(keepingCapacity: true)
        other.append(contentsOf: first[..<fork.index])
        replay(other[...], &state)
        var step = ParserStep(secondOf: first[fork.index])
        weights.make(&step, in: &state, scratch)
        other.append(step)
        var doubt = fork.doubt
        while !state.isDone {
            step = weights.step(state, scratch)
            doubt += step.doubt
            guard doubt < limit else { return nil }
            weights.make(&step, in: &state, scratch)
            other.append(step)
        }
        return doubt
    }

    private func replay(_ steps: ArraySlice<ParserStep>, _ state: inout ParserState) {
        state.restart()
        for step in steps { state.apply(step.move, step.relation) }
    }
}
