internal import PledgedCore

/// An article tells what a party promised before beside what it promises now: "promised 1,000 stations last year, now vows
/// to have 3,000".
///
/// What one article tells apart, the reader has told apart; but the old promise and the new one are tellings of one pledge.
enum EarlierPromise {
    /// Months by which one must have been said before the other, at least.
    private static let monthsMin = 2
    /// Bytes that stand between the two at most: what a sentence or two hold.
    private static let (bytesMaxWithNumbers, bytesMax) = (150, 120)
    /// Specific words of the one that stands after, at most, where it gives no number of the same: with more it speaks for
    /// itself.
    private static let wordsMax = 2

    /// Whether `one` and `other`, of one party in one article, are what it promised before, and what it promises now.
    static func isTold(by one: Telling, _ other: Telling) -> Bool {
        guard one.article == other.article, one.isRequest == other.isRequest, areFarApart(one.said, other.said) else {
            return false
        }
        let (first, second) = one.span.start < other.span.start ? (one, other) : (other, one)
        let between = second.span.start - first.span.end
        let quantity = PledgeMatcher.compare(one, other)
        if quantity == .different, one.sketch.unit == other.sketch.unit, one.sketch.unit != 0 {
            return between <= bytesMaxWithNumbers && !PledgeEvidence.isManifold(one, other)
        }
        if between <= bytesMaxWithNumbers, isRest(second, of: first) { return true }
        // Why would it tell both, if nothing were another?
        guard PledgeMatcher.compare(one.deadline, other.deadline) == .different, quantity != .foreign else {
            return false
        }
        return between <= (quantity == .equal ? bytesMaxWithNumbers : bytesMax) && second.sketch.specific <= wordsMax
    }

    /// Whether `second`, without a number of its own, speaks of the sum that `first` gives: "the balance", "the money".
    private static func isRest(_ second: Telling, of first: Telling) -> Bool {
        guard first.quantity?.isMoney == true, second.quantity == nil, second.sketch.specific <= wordsMax else {
            return false
        }
        return second.sketch.words.contains { rests.contains($0.stem) }
    }

    private static let rests = Set(["money", "balanc", "rest", "remaind", "sum"].map { TellingKeys.hash($0) })

    private static func areFarApart(_ one: CalendarDate?, _ other: CalendarDate?) -> Bool {
        guard let one, let other else { return false }
        return min(one, other).adding(months: monthsMin) <= max(one, other)
    }
}
