import PledgedLanguage

/// Tells how many arcs of the gold tree a move puts out of reach (Goldberg and Nivre 2013).
struct DynamicOracle {
    let gold: GoldTree

    /// The costs of ``Move/shift``, ``Move/left`` and ``Move/right``, each of which must be allowed.
    func cost(of move: Move, in state: ParserState) -> Int {
        switch move {
        case .shift: shiftCost(state)
        case .left: cost(ofGiving: state.next, in: state)
        case .right: cost(ofGiving: state.stacked(1), in: state)
        }
    }

    /// The next word loses its dependents on the stack, and a head there but for the top.
    private func shiftCost(_ state: ParserState) -> Int {
        let head = gold.heads[state.next]
        let losesHead =
            head == state.root ? state.depth > 0 : state.links(head).isOnStack && head != state.stacked(0)
        return gold.dependents[state.next].count { state.links($0).isOnStack } + (losesHead ? 1 : 0)
    }

    /// The top loses its dependents that are still to come, and every other head that it could have had.
    private func cost(ofGiving head: Int, in state: ParserState) -> Int {
        let top = state.stacked(0)
        let wanted = gold.heads[top]
        let isInReach =
            wanted == state.root
            ? state.depth == 1 : wanted >= state.next || wanted == state.stacked(1) && wanted > 0
        return gold.dependents[top].count { $0 >= state.next } + (isInReach && wanted != head ? 1 : 0)
    }
}
