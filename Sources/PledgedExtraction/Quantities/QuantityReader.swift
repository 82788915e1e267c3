import PledgedLanguage

/// Reads one quantity of one sentence.
struct QuantityReader {
    let tokens: [Token]
    /// The sentence.
    let range: Range<Int>
    /// A user's own units, beside those that are known.
    let units: UnitNames
    /// Of the text that the sentence stands in.
    let home: HomeCurrencies
    private let numbers: NumberReader

    init(
        _ tokens: [Token],
        _ range: Range<Int>,
        _ units: UnitNames = UnitNames(),
        home: HomeCurrencies = HomeCurrencies([])
    ) {
        self.home = home
        self.tokens = tokens
        self.range = range
        self.units = units
        numbers = NumberReader(tokens: tokens, range: range)
    }

    func lower(_ index: Int) -> String { range.contains(index) ? tokens[index].lower : "" }
    func folded(_ index: Int) -> String { range.contains(index) ? tokens[index].folded : "" }

    /// Whether a quantity may begin at `index`: quick, so that most words cost next to nothing.
    func canBegin(_ index: Int) -> Bool {
        if tokens[index].has(.digits) { return true }
        if index + 1 < range.upperBound, tokens[index + 1].has(.digits) { return true }
        return tokens[index].isWord && NumberLexicon.openers.contains(tokens[index].lower)
    }

    /// The quantity whose number, or currency sign, stands at `index`; nil where none does.
    func quantity(at index: Int, after previous: QuantityExpression?) -> QuantityExpression? {
        let prefix = currencyBefore(index)
        let start = prefix == nil ? index : index + 1
        guard var number = numbers.number(at: start) else { return nil }
        var upper: NumberPhrase?
        if let (lowerEnd, found) = rangeEnd(number, hasPrefix: prefix != nil) {
            (number, upper) = (lowerEnd, found)
        }
        let end = upper?.end ?? number.end
        guard prefix != nil || isCount(start, number, end) else { return nil }
        var quantity = QuantityExpression(
            span: Span(index, end),
            number: Span(start, end),
            value: number.value,
            unit: prefix,
            upperValue: upper?.value,
            isShare: number.isShare
        )
        if number.isShare { quantity.unit = "%" } else if prefix == nil { readUnit(of: &quantity, after: end) }
        // "10,000 people, 500 of them abroad".
        if quantity.unit == nil, lower(end) == "of", ["them", "whom", "which", "these"].contains(lower(end + 1)) {
            quantity.unit = previous?.unit
        }
        if ["times", "fold"].contains(folded(end)) || folded(end + 1) == "fold" { return nil }
        if quantity.unit == nil, !standsAlone(start, end, number) { return nil }
        readBound(of: &quantity)
        quantity.isConversion = isConversion(quantity, after: previous)
        return quantity
    }

    // MARK: Number

    private func currencyBefore(_ index: Int) -> String? {
        guard range.contains(index), range.contains(index + 1), !tokens[index].isNumber else { return nil }
        guard tokens[index + 1].has(.digits) else { return nil }
        let isJoined = !tokens[index + 1].has(.spaceBefore)
        let form = tokens[index].form
        if CurrencyLexicon.codes.contains(form) { return form }
        if let code = units.currencies[folded(index)] { return code }
        if form == "$" { return home.code(of: "dollar", usual: "USD") }
        guard let code = CurrencyLexicon.prefixes[lower(index)] else { return nil }
        // "p", "r" and "kr" are money only where written onto the number.
        return lower(index).utf8.count > 1 && lower(index) != "kr" || isJoined || !tokens[index].isWord ? code : nil
    }

    /// "40-50", "5 to 7", "between 5 and 7": both ends, the lower one scaled as the upper.
    private func rangeEnd(_ first: NumberPhrase, hasPrefix: Bool) -> (NumberPhrase, NumberPhrase)? {
        guard !first.isShare else { return nil }
        var next = first.end
        let joint = folded(next)
        let start = first.end - 1
        let isBetween = joint == "and" && isAfterBetween(start)
        let isTo = joint == "to" && !isAfterFrom(start)
        if UnitLexicon.percent.contains(joint), ["-", "to"].contains(folded(next + 1)), !isAfterFrom(start) {
            next += 1
        } else if joint == "per", lower(next + 1) == "cent", folded(next + 2) == "to", !isAfterFrom(start) {
            next += 2
        } else {
            guard joint == "-" || isBetween || isTo else { return nil }
        }
        var second = next + 1
        if currencyBefore(second) != nil { second += 1 }
        guard range.contains(second), let last = numbers.number(at: second), !last.isShare else { return nil }
        var lowerEnd = first
        if last.isScaled, !first.isScaled, let plain = unscaled(second) { lowerEnd.value *= last.value / plain }
        guard lowerEnd.value < last.value, joint != "-" || tokens[second].has(.digits) else { return nil }
        return (lowerEnd, last)
    }

    private func unscaled(_ index: Int) -> Double? {
        guard tokens[index].isNumber else { return NumberLexicon.cardinals[lower(index)] }
        return NumberReader.value(tokens[index].form).flatMap { $0 == 0 ? nil : $0 }
    }

    private func isAfterBetween(_ index: Int) -> Bool { isNear("between", index) }
    private func isAfterFrom(_ index: Int) -> Bool { isNear("from", index) }

    private func isNear(_ word: String, _ index: Int) -> Bool {
        (1...4).contains { lower(index - $0) == word }
    }

    /// Whether the number counts: no year, label, age or part of a longer figure.
    private func isCount(_ start: Int, _ number: NumberPhrase, _ end: Int) -> Bool {
        let before = folded(start - 1)
        if number.isShare { return true }
        if number.isWord { return isSpeltCount(start, number, end) }
        if before == "/" || before == ":" || before == "#" || folded(end) == "/" { return false }
        // "A-320", "COVID-19", "787-9": part of a name.
        if before == "-", !tokens[start].has(.spaceBefore), range.contains(start - 2) { return false }
        if NumberLabels.nouns.contains(before) { return false }
        if number.isScaled || UnitLexicon.percent.contains(folded(end)) { return true }
        // "Resolution 136 was passed": a capitalised word before, and no counted noun behind.
        if range.contains(start - 1), tokens[start - 1].isCapitalized, start - 1 > range.lowerBound,
            countedNoun(from: end) == nil
        {
            return false
        }
        let isYearLike = (1900...2100).contains(number.value) && !tokens[start].form.utf8.contains(UInt8(ascii: ","))
        guard isYearLike else { return true }
        // "2024 workers" are counted, "2030 targets" are those for 2030.
        return countedNoun(from: end).map { !YearContext.heldInYears.contains(lower($0.start)) } ?? false
    }

    /// "one" is a pronoun far more often than a count.
    private func isSpeltCount(_ start: Int, _ number: NumberPhrase, _ end: Int) -> Bool {
        if number.isScaled || UnitLexicon.percent.contains(folded(end)) || lower(end) == "per" { return true }
        if number.value == 1, lower(start) == "one" { return false }
        return !(lower(end) == "of" || NumberLabels.nouns.contains(folded(start - 1)))
    }

    // MARK: Unit

    private func readUnit(of quantity: inout QuantityExpression, after end: Int) {
        let joined = folded(end) == "-" && range.contains(end + 1) && !tokens[end + 1].has(.spaceBefore) ? end + 1 : end
        if UnitLexicon.percent.contains(folded(joined)) {
            return take("%", through: joined + 1, &quantity, isShare: true)
        }
        if lower(joined) == "per", lower(joined + 1) == "cent" {
            return take("%", through: joined + 2, &quantity, isShare: true)
        }
        if lower(joined) == "percentage", lower(joined + 1).hasPrefix("point") {
            return take("%", through: joined + 2, &quantity, isShare: true)
        }
        if let (code, stop) = currencyBehind(joined) { return take(code, through: stop, &quantity) }
        guard let noun = countedNoun(from: joined), !["times", "fold"].contains(lower(noun.start)) else { return }
        take(text(noun), through: noun.end, &quantity)
        quantity.isDuration = UnitLexicon.times.contains(lower(noun.start))
    }

    private func take(_ unit: String, through end: Int, _ quantity: inout QuantityExpression, isShare: Bool = false) {
        quantity.unit = unit
        quantity.span = Span(quantity.span.start, end)
        quantity.isShare = isShare
    }

    /// "dollars", "Canadian dollars", "New Taiwan dollars", "USD"; "pounds" of weight are not told from those of money.
    private func currencyBehind(_ index: Int) -> (String, Int)? {
        for place in index..<(index + 3) where range.contains(place) {
            guard tokens[place].isWord else { return nil }
            if CurrencyLexicon.codes.contains(tokens[place].form), place == index {
                return (tokens[place].form, place + 1)
            }
            if let code = units.currencies[folded(place)] { return (code, place + 1) }
            let name = CurrencyLexicon.singular(folded(place))
            if let code = CurrencyLexicon.national[name]?[lower(place - 1)] { return (code, place + 1) }
            if let code = home.code(of: name, usual: CurrencyLexicon.names[name]) {
                return place == index || tokens[place - 1].isCapitalized ? (code, place + 1) : nil
            }
            guard tokens[place].isCapitalized else { return nil }
        }
        return nil
    }

    /// The head of the noun phrase that begins at `index`: the first plural in it, or a unit of measure.
    private func countedNoun(from index: Int) -> Span? {
        if UnitLexicon.compounds.contains(lower(index)), range.contains(index + 1), tokens[index + 1].isWord {
            return Span(index, index + 2)
        }
        if UnitLexicon.measures.contains(lower(index)) || units.measures.contains(folded(index)) {
            return measure(index)
        }
        if UnitLexicon.times.contains(lower(index)) {
            // "25-year-old" is an age.
            return folded(index + 1) == "-" && lower(index + 2) == "old" || lower(index + 1) == "old"
                ? nil : Span(index, index + 1)
        }
        return pluralNoun(from: index) ?? joinedNoun(index)
    }

    /// "a 50,000-seat stadium": what is written onto the number.
    private func joinedNoun(_ index: Int) -> Span? {
        guard folded(index - 1) == "-", range.contains(index), tokens[index].isWord, !tokens[index].has(.spaceBefore),
            !UnitLexicon.stops.contains(lower(index)), !tokens[index].isCapitalized
        else { return nil }
        return Span(index, index + 1)
    }

    private func pluralNoun(from index: Int) -> Span? {
        var named: Span?
        var place = index
        while range.contains(place), place < index + 8 {
            let token = tokens[place]
            if token.isPunctuation {
                guard folded(place) == "-" || (isQuote(place) && place == index) else { return named }
            } else if UnitLexicon.stops.contains(token.lower) {
                // "nurses and midwives" begins with what is sought; "rural and tribal communities" does not.
                guard token.lower == "and", place > index, named == nil else { return named }
            } else if isPlural(place) {
                // A name in "s" ("ten Airbus aircraft") is the noun only where none follows.
                if !token.isCapitalized { return Span(place, place + 1) }
                named = named ?? Span(place, place + 1)
            } else if !token.isWord {
                // "36 F-16 jets", "12 Boeing 787 jets".
                let isModel = place > index && (folded(place - 1) == "-" || tokens[place - 1].isCapitalized)
                guard isModel else { return named }
            }
            place += 1
        }
        return named
    }

    /// "megawatt-hours" is one unit.
    private func measure(_ index: Int) -> Span {
        let isCompound =
            folded(index + 1) == "-" && (lower(index + 2).hasPrefix("hour") || lower(index + 2).hasPrefix("year"))
        return Span(index, isCompound ? index + 3 : index + 1)
    }

    private func isQuote(_ index: Int) -> Bool { ["\"", "'"].contains(folded(index)) }

    private func isPlural(_ index: Int) -> Bool {
        let word = lower(index)
        if UnitLexicon.irregularPlurals.contains(word) { return true }
        if UnitLexicon.times.contains(word) { return true }
        guard word.utf8.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("'s") else {
            return false
        }
        if UnitLexicon.notNouns.contains(word) || folded(index + 1) == "-" {
            return folded(index + 1) == "-" && hasMeasureTail(index)
        }
        return !word.hasSuffix("ous") && !word.hasSuffix("sis")
    }

    /// "megawatts-hours".
    private func hasMeasureTail(_ index: Int) -> Bool { lower(index + 2).hasPrefix("hour") }

    private func text(_ span: Span) -> String {
        var text = ""
        for index in span.range {
            if index > span.start, tokens[index].has(.spaceBefore) { text += " " }
            text += tokens[index].form
        }
        return text
    }

    /// A number without a unit counts only where words put a bound to it or it is large: "no fewer than 1,900".
    private func standsAlone(_ start: Int, _ end: Int, _ number: NumberPhrase) -> Bool {
        number.isScaled || BoundReader(tokens, range).bound(before: start) != nil || number.value >= 100
            || ["to", "from"].contains(lower(start - 1))
    }

    // MARK: Bounds and conversions

    private func readBound(of quantity: inout QuantityExpression) {
        guard let (bound, start) = BoundReader(tokens, range).bound(before: quantity.span.start) else { return }
        quantity.bound = bound
        quantity.span = Span(start, quantity.span.end)
    }

    /// "370 million euros ($413 million)", "760 million kronor, or about $69 million".
    private func isConversion(_ quantity: QuantityExpression, after previous: QuantityExpression?) -> Bool {
        guard let previous, quantity.isMoney, previous.isMoney, previous.unit != quantity.unit else { return false }
        let between = previous.span.end..<quantity.span.start
        guard between.count <= 4 else { return false }
        return between.contains { ["(", "[", "or", "equivalent"].contains(lower($0)) }
    }
}
