import PledgedLanguage

/// Reads the preposition before an expression of time.
struct PrepositionReader {
    struct Lead {
        /// Where the preposition begins; the expression's own start where there is none.
        var start: Int
        var relation: TimeExpression.Relation
        /// What the words say, the preposition taken into account.
        var value: TimeValue
        /// Whether the words themselves point ahead: "over the next".
        var isAhead = false
        /// Whether a superlative stands before: "the best result in two years".
        var isRecord = false
    }

    private let grammar: TimeGrammar

    init(_ grammar: TimeGrammar) { self.grammar = grammar }

    func lead(before start: Int, value: TimeValue) -> Lead {
        var index = start - 1
        while index > start - 4, Self.fillers.contains(grammar.folded(index)) { index -= 1 }
        if grammar.folded(index) == "least", grammar.folded(index - 1) == "at" { index -= 2 }
        var lead = Lead(start: start, relation: .at, value: value)
        if let (place, relation) = relation(index) { (lead.start, lead.relation) = (place, relation) }
        if case .range = value, lead.relation == .from || lead.relation == .at { lead.relation = .over }
        if case .length(let count, let unit) = value {
            lead.isAhead = Self.isAhead(grammar, start)
            // "within the next six months" is due at their end.
            if lead.relation == .by, count > 0 {
                lead.value = .distance(count, unit, isAnaphoric: false)
            } else {
                lead.relation = .over
            }
        }
        if case .distance = value, lead.relation == .at { lead.isRecord = isRecord(lead.start - 1) }
        return lead
    }

    private func relation(_ index: Int) -> (Int, TimeExpression.Relation)? {
        let (word, before) = (grammar.folded(index), grammar.folded(index - 1))
        switch word {
        case "in", "on", "at", "from", "of":
            if Self.openers.contains(before) { return (index - 1, .from) }
            if word == "of", before == "ahead" { return (index - 1, .by) }
            if word == "of", before == "as" { return (index - 1, .from) }
            if word == "of" { return nil }
            return (index, word == "from" ? .from : .at)
        case "by", "before", "until", "till", "within", "through", "inside": return (index, .by)
        case "to" where before == "prior": return (index - 1, .by)
        case "to", "into": return (index, .by)
        case "than":
            guard before == "later" else { return (index, .at) }
            let isNegated = ["no", "not"].contains(grammar.folded(index - 2))
            return (isNegated ? index - 2 : index - 1, .by)
        case "since": return (index, .from)
        case "starting", "beginning", "effective", "commencing": return (index, .from)
        case "after", "following": return (index, .after)
        case "over", "during", "throughout", "between", "across": return (index, .over)
        // "between now and 2030".
        case "and" where before == "now":
            return (grammar.folded(index - 2) == "between" ? index - 2 : index - 1, .by)
        case "for":
            let isAppointed = Self.appointed.contains(before)
            return (index, isAppointed ? .at : .purpose)
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
        "scheduled", "planned", "set", "slated", "due", "expected", "booked", "timetabled", "course", "track", "called",
    ]
}
