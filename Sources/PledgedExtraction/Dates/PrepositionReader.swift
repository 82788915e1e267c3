import PledgedLanguage

/// Reads the preposition before an expression of time.
struct PrepositionReader {
    struct Lead {
        /// Where the preposition begins; the expression's own start where there is none.
        var start: Int
        var relation: TimeExpression.Relation
        /// Whether the words themselves point ahead: "over the next".
        var isAhead = false
        /// Whether a superlative stands before: "the best result in two years".
        var isRecord = false
    }

    private let grammar: TimeGrammar

    init(_ grammar: TimeGrammar) { self.grammar = grammar }

    func lead(before start: Int, value: TimeValue) -> Lead {
        var index = start - 1
        while Self.fillers.contains(grammar.folded(index)) { index -= 1 }
        if grammar.folded(index) == "least", grammar.folded(index - 1) == "at" { index -= 2 }
        var lead = Lead(start: start, relation: .at)
        if let found = relation(index) { lead = found }
        if case .range = value, lead.relation == .from || lead.relation == .at { lead.relation = .over }
        if case .length = value {
            lead.relation = .over
            lead.isAhead = Self.isAhead(grammar, start)
        }
        if case .distance = value, lead.relation == .at { lead.isRecord = isRecord(lead.start - 1) }
        return lead
    }

    private func relation(_ index: Int) -> Lead? {
        let (word, before) = (grammar.folded(index), grammar.folded(index - 1))
        switch word {
        case "in", "on", "at", "from", "of":
            if Self.openers.contains(before) { return Lead(start: index - 1, relation: .from) }
            if word == "of", before == "ahead" { return Lead(start: index - 1, relation: .by) }
            if word == "of", before == "as" { return Lead(start: index - 1, relation: .from) }
            if word == "of" { return nil }
            return Lead(start: index, relation: word == "from" ? .from : .at)
        case "by", "before", "until", "till", "within", "through", "inside": return Lead(start: index, relation: .by)
        case "to" where before == "prior": return Lead(start: index - 1, relation: .by)
        case "to", "into": return Lead(start: index, relation: .by)
        case "than":
            guard before == "later" else { return Lead(start: index, relation: .at) }
            let isNegated = ["no", "not"].contains(grammar.folded(index - 2))
            return Lead(start: isNegated ? index - 2 : index - 1, relation: .by)
        case "since": return Lead(start: index, relation: .from)
        case "starting", "beginning", "effective", "commencing": return Lead(start: index, relation: .from)
        case "after", "following": return Lead(start: index, relation: .after)
        case "over", "during", "throughout", "between", "across": return Lead(start: index, relation: .over)
        case "for":
            let isAppointed = Self.appointed.contains(before)
            return Lead(start: index, relation: isAppointed ? .at : .purpose)
        default: return nil
        }
    }

    private func isRecord(_ index: Int) -> Bool {
        for place in stride(from: index, to: max(index - 6, grammar.range.lowerBound - 1), by: -1) {
            let word = grammar.folded(place)
            if word.hasSuffix("est") || ["first", "most", "worst", "best", "time", "once", "least"].contains(word) {
                return true
            }
        }
        return false
    }

    private static func isAhead(_ grammar: TimeGrammar, _ start: Int) -> Bool {
        (start...start + 2).contains { ["next", "coming", "upcoming", "following"].contains(grammar.folded($0)) }
    }

    private static let fillers: Set<String> = ["about", "around", "approximately", "roughly", "nearly", "only", "just"]
    private static let openers: Set<String> = [
        "starting", "beginning", "effective", "commencing", "starts", "begins", "start",
    ]
    private static let appointed: Set<String> = [
        "scheduled", "planned", "set", "slated", "due", "expected", "earmarked", "booked", "announced", "timetabled",
    ]
}
