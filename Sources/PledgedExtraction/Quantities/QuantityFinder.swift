import PledgedCore
public import PledgedLanguage

/// Finds the quantities in a text: sums of money, shares, measures and counts.
///
/// Dates, years, ordinals, ages, clock times, telephone and other numbers by which things are called ("Resolution 136")
/// are none; nor are numbers that nobody can pin down ("tens of thousands").
public struct QuantityFinder: Sendable {
    private let units: UnitNames

    public init() { self.init(units: UnitNames()) }

    /// - Parameter units: a user's own, beside those that are known.
    init(units: UnitNames) { self.units = units }

    /// All quantities in the document's sentences, in text order, not overlapping.
    ///
    /// - Parameters:
    ///   - document: with tokens and sentences.
    ///   - times: its expressions of time, whose numbers are no quantities.
    /// - Returns: the quantities; those without a unit are numbers of which the text does not say what they count.
    public func quantities(in document: Document, besides times: [TimeExpression] = []) -> [QuantityExpression] {
        let home = HomeCurrencies(document.tokens)
        var found: [QuantityExpression] = []
        var time = 0
        for sentence in document.sentences {
            let reader = QuantityReader(document.tokens, sentence.span.range, units, home: home)
            var index = sentence.span.start
            while index < sentence.span.end {
                while time < times.count, times[time].span.end <= index { time += 1 }
                if time < times.count, times[time].span.contains(index) {
                    index = times[time].span.end
                    continue
                }
                let previous = found.last.flatMap { $0.span.start >= sentence.span.start ? $0 : nil }
                guard reader.canBegin(index), let quantity = reader.quantity(at: index, after: previous) else {
                    index += 1
                    continue
                }
                found.append(quantity)
                index = max(quantity.span.end, index + 1)
            }
        }
        return Self.sharingUnits(found, document)
    }

    /// Lends the second number's unit to the first where they form a pair: "from 570 to 700 students".
    private static func sharingUnits(_ quantities: [QuantityExpression], _ document: Document) -> [QuantityExpression] {
        var quantities = quantities
        for index in quantities.indices.dropLast() {
            let next = quantities[index + 1]
            let gap = quantities[index].span.end..<max(quantities[index].span.end, next.span.start)
            guard gap.count == 1, let joint = gap.first else { continue }
            let word = document.tokens[joint].folded
            if word == "to", quantities[index].span.start > 0,
                document.tokens[quantities[index].span.start - 1].folded == "from"
            {
                quantities[index].isOrigin = true
            }
            if quantities[index].unit == nil, ["to", "or", "and"].contains(word) {
                quantities[index].unit = next.unit
                quantities[index].isShare = next.isShare
                quantities[index].isDuration = next.isDuration
            }
        }
        return quantities
    }
}
