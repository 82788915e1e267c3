import PledgedLanguage

/// A number found in the text.
struct NumberPhrase: Hashable {
    var value: Double
    /// Token after the last one.
    var end: Int
    /// A fraction in words, in per cent: "two-thirds" is 66.67.
    var isShare = false
    /// Whether "million" and the like were part of it, so that it cannot be a year or a mere label.
    var isScaled = false
    /// Whether it was spelt out.
    var isWord = false
}

/// Reads numbers in digits and in words.
struct NumberReader {
    let tokens: [Token]
    /// The sentence.
    let range: Range<Int>

    func lower(_ index: Int) -> String { range.contains(index) ? tokens[index].lower : "" }
    func folded(_ index: Int) -> String { range.contains(index) ? tokens[index].folded : "" }

    /// The number that begins at `index`, with its multipliers; nil where none does.
    func number(at index: Int) -> NumberPhrase? {
        guard range.contains(index) else { return nil }
        if tokens[index].has(.digits) {
            guard tokens[index].isNumber, let value = Self.value(tokens[index].form) else { return nil }
            if let share = outOf(index) { return share }
            let (grouped, end) = spacedGroups(value, index)
            return scaled(NumberPhrase(value: grouped, end: end))
        }
        guard tokens[index].isWord else { return nil }
        return fraction(index) ?? spelt(index).flatMap { scaled($0) }
    }

    /// "8.1", "24,000", "1,20,000"; nil where points and commas make no number.
    static func value(_ form: String) -> Double? {
        var (whole, fraction, scale) = (0.0, 0.0, 1.0)
        var (isFraction, digits) = (false, 0)
        for byte in form.utf8 {
            switch byte {
            case 48...57:
                digits += 1
                if isFraction {
                    scale *= 10
                    fraction = fraction * 10 + Double(byte - 48)
                } else {
                    whole = whole * 10 + Double(byte - 48)
                }
            case UInt8(ascii: ",") where !isFraction: continue
            case UInt8(ascii: ".") where !isFraction: isFraction = true
            default: return nil
            }
        }
        return (1...18).contains(digits) ? whole + fraction / scale : nil
    }

    /// "50 000": groups of three digits with spaces between, which only a no-break space or a zero in front makes sure.
    private func spacedGroups(_ first: Double, _ index: Int) -> (Double, Int) {
        var (value, end) = (first, index + 1)
        guard tokens[index].form.utf8.count <= 3 else { return (value, end) }
        while range.contains(end), end < index + 5, tokens[end].isNumber, tokens[end].form.utf8.count == 3,
            isThousands(end), let group = Self.value(tokens[end].form)
        {
            value = value * 1000 + group
            end += 1
        }
        return (value, end)
    }

    private func isThousands(_ index: Int) -> Bool {
        let gap = tokens[index].bytes.lowerBound - tokens[index - 1].bytes.upperBound
        return (2...3).contains(gap) || (gap == 1 && tokens[index].form.utf8.first == UInt8(ascii: "0"))
    }

    /// No sum in the news is larger; "million million million" is nonsense.
    private static let valueMax = 1e18

    /// Multiplies by "million", "lakh crore" and the like, hyphens passed over.
    private func scaled(_ number: NumberPhrase) -> NumberPhrase {
        var number = number
        while true {
            let next = folded(number.end) == "-" ? number.end + 1 : number.end
            guard let factor = NumberLexicon.multipliers[lower(next)], number.value * factor < Self.valueMax else {
                return number
            }
            // "5 m" may be metres: only what is written onto the number, or money, is million.
            let isLetter = NumberLexicon.letters.contains(lower(next))
            if isLetter, tokens[next].has(.spaceBefore) || next != number.end { return number }
            // Rounded to hundredths, so that 8.3 × 10⁹ is the whole number that it is.
            number.value = (number.value * factor * 100).rounded() / 100
            number.end = next + 1
            number.isScaled = true
        }
    }

    /// "twenty-five", "a hundred", "two and a half", "a dozen", "half a million".
    private func spelt(_ index: Int) -> NumberPhrase? {
        let word = lower(index)
        if word == "a" || word == "an" {
            let next = lower(index + 1)
            if next == "dozen" { return NumberPhrase(value: 12, end: index + 2, isWord: true) }
            if NumberLexicon.multipliers[next] != nil, next.utf8.count > 3 {
                return NumberPhrase(value: 1, end: index + 1, isWord: true)
            }
            return nil
        }
        if word == "half", ["a", "an"].contains(lower(index + 1)), NumberLexicon.multipliers[lower(index + 2)] != nil {
            return NumberPhrase(value: 0.5, end: index + 2, isWord: true)
        }
        guard var value = NumberLexicon.cardinals[word] else { return nil }
        var end = index + 1
        let next = folded(end) == "-" ? end + 1 : end
        if value >= 20, let ones = NumberLexicon.cardinals[lower(next)], ones < 10 {
            value += ones
            end = next + 1
        }
        if lower(end) == "and", lower(end + 1) == "a", lower(end + 2) == "half" {
            value += 0.5
            end += 3
        }
        if lower(end) == "dozen" {
            value *= 12
            end += 1
        }
        return NumberPhrase(value: value, end: end, isWord: true)
    }

    /// "a third", "two-thirds", "one in three" no, "nine out of ten", "half".
    private func fraction(_ index: Int) -> NumberPhrase? {
        if let share = outOf(index) { return share }
        if lower(index) == "half" { return half(index) }
        let isOne = ["a", "an", "one"].contains(lower(index))
        guard isOne || NumberLexicon.cardinals[lower(index)] != nil else { return nil }
        let next = folded(index + 1) == "-" ? index + 2 : index + 1
        guard let parts = NumberLexicon.fractions[lower(next)] else { return nil }
        let count = isOne ? 1 : NumberLexicon.cardinals[lower(index)] ?? 1
        let isPlural = lower(next).hasSuffix("s")
        guard isPlural == (count > 1), count < parts, isOne ? isFractionEnd(next + 1) : true else { return nil }
        let hundredths = (count / parts * 10_000).rounded() / 100
        return NumberPhrase(value: hundredths, end: next + 1, isShare: true, isWord: true)
    }

    /// "a third" is a fraction before "of" and at the end of its phrase, and an ordinal before a noun.
    private func isFractionEnd(_ index: Int) -> Bool {
        guard range.contains(index), tokens[index].isWord else { return true }
        return NumberLexicon.afterFraction.contains(lower(index))
    }

    /// "nine out of ten", "one in five women".
    private func outOf(_ index: Int) -> NumberPhrase? {
        let isOutOf = lower(index + 1) == "out" && lower(index + 2) == "of"
        let next = isOutOf ? index + 3 : index + 2
        guard isOutOf || lower(index + 1) == "in", let part = small(index), let whole = small(next), part < whole else {
            return nil
        }
        // "two in three days" is a pace.
        let isShare = isOutOf || (range.contains(next + 1) && tokens[next + 1].isWord)
        guard isShare, isOutOf || !UnitLexicon.times.contains(lower(next + 1)) else { return nil }
        guard isOutOf || !UnitLexicon.stops.contains(lower(next + 1)) || lower(next + 1) == "of" else { return nil }
        let hundredths = (part / whole * 10_000).rounded() / 100
        return NumberPhrase(value: hundredths, end: next + 1, isShare: true, isWord: true)
    }

    /// A whole number up to a hundred.
    private func small(_ index: Int) -> Double? {
        if let number = NumberLexicon.cardinals[lower(index)] { return number }
        guard range.contains(index), tokens[index].isNumber, let value = Self.value(tokens[index].form) else {
            return nil
        }
        return value <= 100 && value == value.rounded() && value > 0 ? value : nil
    }

    /// "half of", "by half", "half the", but "second half" and "half-year".
    private func half(_ index: Int) -> NumberPhrase? {
        if ["a", "an"].contains(lower(index + 1)) { return nil }
        let isPart = ["of", "the", "its", "their", "that", "this"].contains(lower(index + 1))
        let isMeasure = ["by", "in", "to", "than", "about", "nearly", "almost", "over", "roughly"].contains(
            lower(index - 1)
        )
        guard isPart || isMeasure, !["first", "second", "latter"].contains(lower(index - 1)), folded(index + 1) != "-"
        else {
            return nil
        }
        return NumberPhrase(value: 50, end: index + 1, isShare: true, isWord: true)
    }
}
