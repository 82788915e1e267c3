import PledgedCore
import PledgedLanguage

/// The sums, counts and dates of a story, found once and looked up by token.
struct Measures: Sendable {
    let times: [TimeExpression]
    let quantities: [QuantityExpression]
    private var timeByToken: [Int: Int] = [:]
    private var quantityByToken: [Int: Int] = [:]

    init(times: [TimeExpression], quantities: [QuantityExpression]) {
        self.times = times
        self.quantities = quantities
        for (index, time) in times.enumerated() {
            for token in time.phrase.range { timeByToken[token] = index }
        }
        for (index, quantity) in quantities.enumerated() {
            for token in quantity.span.range { quantityByToken[token] = index }
        }
    }

    /// The place in ``times`` of what covers the token.
    func time(at token: Int) -> Int? { timeByToken[token] }

    /// The place in ``quantities`` of what covers the token.
    func quantity(at token: Int) -> Int? { quantityByToken[token] }

    /// The expressions that lie wholly in the tokens `range`, in text order.
    func times(in range: Range<Int>) -> [TimeExpression] {
        var found: [TimeExpression] = []
        var token = range.lowerBound
        while token < range.upperBound {
            guard let index = timeByToken[token] else {
                token += 1
                continue
            }
            let time = times[index]
            if range.lowerBound <= time.span.start, time.span.end <= range.upperBound { found.append(time) }
            token = max(token + 1, time.phrase.end)
        }
        return found
    }
}

extension Measures {
    /// `units` are a user's own, beside those that are known.
    init(_ document: Document, header: ArticleHeader, units: UnitNames) {
        let times = TimeExpressionFinder(header: header).expressions(in: document)
        self.init(times: times, quantities: QuantityFinder(units: units).quantities(in: document, besides: times))
    }
}
