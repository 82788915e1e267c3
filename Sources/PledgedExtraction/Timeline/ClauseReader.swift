import PledgedLanguage

/// Cuts a sentence at its commas, brackets, quotes and relative words, well enough to tell which verb a date goes with.
struct ClauseReader {
    let tokens: [Token]
    /// The sentence.
    let range: Range<Int>

    func lower(_ index: Int) -> String { range.contains(index) ? tokens[index].lower : "" }
    func folded(_ index: Int) -> String { range.contains(index) ? tokens[index].folded : "" }

    /// The stretch of the clause around `phrase` that holds its verb: back to the border before that verb, and, where the
    /// phrase opens the clause, on to the border behind it.
    func stretch(around phrase: Span) -> Span {
        let floor = max(range.lowerBound, phrase.start - Self.reachMax)
        var start = leftBorder(phrase.start, floor)
        if hasVerb(start..<phrase.start) { return trimmed(start, phrase.end) }
        // "On Tuesday, the ministry signed …": the verb comes later.
        var end = phrase.end
        if start == range.lowerBound || phrase.start - start <= 1 {
            end = rightBorder(end, skippingFirstComma: true)
            if hasVerb(phrase.end..<end) { return trimmed(start, end) }
        }
        while start > floor, !hasVerb(start..<phrase.start) { start = leftBorder(start - 1, floor) }
        return trimmed(start, phrase.end)
    }

    private func trimmed(_ start: Int, _ end: Int) -> Span {
        var (first, last) = (start, end)
        while first < last, tokens[first].isPunctuation, !Self.currency.contains(tokens[first].form) { first += 1 }
        while first + 1 < last, Self.conjunctions.contains(lower(first)) { first += 1 }
        while last > first + 1, tokens[last - 1].isPunctuation, tokens[last - 1].form != "%" { last -= 1 }
        return Span(first, last)
    }

    /// How far, in tokens, a clause reaches to either side of its date; keeps endless sentences from costing endless time.
    private static let reachMax = 80

    /// The start of the clause that holds the token before `index`, not before `floor`.
    private func leftBorder(_ index: Int, _ floor: Int) -> Int {
        var place = index
        while place > floor {
            let before = place - 1
            if isBorder(before) { return place }
            if Self.relatives.contains(lower(before)) { return before }
            place = before
        }
        return floor
    }

    private func rightBorder(_ index: Int, skippingFirstComma: Bool) -> Int {
        var place = index
        if skippingFirstComma, folded(place) == "," { place += 1 }
        let end = min(range.upperBound, index + Self.reachMax)
        while place < end, !isBorder(place), !Self.relatives.contains(lower(place)) { place += 1 }
        return place
    }

    /// A comma between digits or before a year is none.
    private func isBorder(_ index: Int) -> Bool {
        switch folded(index) {
        case ";", ":", "(", ")", "\"", "--", "—": true
        case "-": tokens[index].form != "-" || tokens[index].has(.spaceBefore)
        case ",": !(range.contains(index + 1) && tokens[index + 1].isNumber)
        default: false
        }
    }

    private func hasVerb(_ range: Range<Int>) -> Bool { range.contains { isVerb($0) } }

    private func isVerb(_ index: Int) -> Bool {
        guard tokens[index].isWord else { return false }
        return VerbForms.isVerb(lower(index), after: lower(index - 1))
    }

    private static let relatives: Set<String> = [
        "which", "who", "whose", "where", "while", "although", "because", "but",
    ]
    private static let conjunctions: Set<String> = ["and", "but", "or", "while", "although", "because", "that"]
    private static let currency: Set<String> = ["$", "€", "£", "¥", "₹"]
}
