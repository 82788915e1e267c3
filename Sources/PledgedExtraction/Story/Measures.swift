import PledgedCore
import PledgedLanguage

/// The sums, counts and dates of a story, found once and looked up by token.
struct Measures: Sendable {
    /// A number with what it counts, and the tokens that hold both.
    struct Amount: Hashable, Sendable {
        var span: Span
        var quantity: Quantity
        var isMoney: Bool
        var isDuration: Bool
    }

    let times: [TimeExpression]
    let quantities: [Amount]
    private var timeByToken: [Int: Int] = [:]
    private var quantityByToken: [Int: Int] = [:]

    init(times: [TimeExpression], quantities: [Amount]) {
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

    func times(in range: Range<Int>) -> [TimeExpression] {
        times.filter { range.lowerBound <= $0.span.start && $0.span.end <= range.upperBound }
    }
}

extension Measures {
    init(_ document: Document, articleDate: CalendarDate?) {
        self.init(times: TimeExpressionFinder(articleDate: articleDate).expressions(in: document), quantities: [])
    }
}
