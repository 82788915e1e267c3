import PledgedLanguage

/// Reads the words before a number that bound it.
struct BoundReader {
    private let tokens: [Token]
    private let range: Range<Int>

    init(_ tokens: [Token], _ range: Range<Int>) {
        self.tokens = tokens
        self.range = range
    }

    /// The bound and where its words begin; nil where there are none.
    func bound(before index: Int) -> (QuantityExpression.Bound, Int)? {
        let last = lower(index - 1)
        let before = lower(index - 2)
        switch last {
        case "least": return before == "at" ? (.atLeast, index - 2) : nil
        case "most": return before == "at" ? (.atMost, index - 2) : nil
        case "to" where before == "up": return (.atMost, index - 2)
        case "to" where before == "close": return (.about, index - 2)
        case "than": return comparison(index)
        case "as" where ["many", "much", "high", "few", "little"].contains(before): return (.atMost, index - 3)
        case "minimum": return (.atLeast, index - 1)
        case "maximum": return (.atMost, index - 1)
        case "estimated": return (.about, index - 1)
        case "over", "above", "exceeding": return (.atLeast, index - 1)
        case "under", "below": return (.atMost, index - 1)
        default: return Self.approximations.contains(last) ? (.about, index - 1) : nil
        }
    }

    private func comparison(_ index: Int) -> (QuantityExpression.Bound, Int)? {
        let isNegated = ["no", "not"].contains(lower(index - 3))
        let start = isNegated ? index - 3 : index - 2
        switch lower(index - 2) {
        case "more", "greater", "higher", "better": return (isNegated ? .atMost : .atLeast, start)
        case "less", "fewer", "lower", "smaller": return (isNegated ? .atLeast : .atMost, start)
        default: return nil
        }
    }

    private func lower(_ index: Int) -> String { range.contains(index) ? tokens[index].lower : "" }

    private static let approximations: Set<String> = [
        "about", "around", "some", "approximately", "roughly", "nearly", "almost", "circa", "approx.", "approx",
    ]
}
