public import PledgedCore
public import PledgedLanguage

/// Finds the expressions of time in a text and dates them.
///
/// A relative date is reckoned from the article's, "that year" from the date named last before. Where words fit two dates
/// ("in May", "on Friday") the tense of the clause decides. Clock times, ages, and lengths that are tied to no date ("a
/// three-year plan") are no expressions of time. Without an article date only what stands by itself is dated.
public struct TimeExpressionFinder: Sendable {
    private let resolver: DateResolver

    /// - Parameter articleDate: the day of publication; nil where it is not known.
    public init(articleDate: CalendarDate?) { resolver = DateResolver(article: articleDate) }

    /// Reckons from the header's day of publication, or from its month where it gives no day.
    public init(header: ArticleHeader) {
        if let date = header.date {
            resolver = DateResolver(article: date)
        } else {
            resolver = DateResolver(article: header.period?.firstDay, isMonthOnly: true)
        }
    }

    /// All expressions of time in the document's sentences, in text order, not overlapping.
    public func expressions(in document: Document) -> [TimeExpression] {
        var found: [TimeExpression] = []
        var mentioned: EDTFDate?
        for sentence in document.sentences {
            expressions(document.tokens, sentence.span.range, &mentioned, into: &found)
        }
        return found
    }

    private func expressions(
        _ tokens: [Token],
        _ range: Range<Int>,
        _ mentioned: inout EDTFDate?,
        into found: inout [TimeExpression]
    ) {
        let words = range.map { TimeLexicon.word(tokens[$0]) }
        guard words.contains(where: { $0 != nil }) || range.contains(where: { tokens[$0].lower == "then" }) else {
            return
        }
        let grammar = TimeGrammar(tokens, range, words: words)
        var index = range.lowerBound
        while index < range.upperBound {
            guard grammar.canBegin(index), let phrase = grammar.phrase(at: index)
            else {
                index += 1
                continue
            }
            if let expression = expression(grammar, index, phrase, &mentioned) { found.append(expression) }
            index = max(phrase.end, index + 1)
        }
    }

    private func expression(
        _ grammar: TimeGrammar,
        _ start: Int,
        _ phrase: TimePhrase,
        _ mentioned: inout EDTFDate?
    ) -> TimeExpression? {
        // "the 1991" of "the 1991 agreement" is the year alone.
        let isYearOfThing =
            phrase.end == start + 2 && grammar.tokens[start + 1].isNumber
            && ["the", "its", "their"].contains(grammar.lower(start))
        let span = Span(isYearOfThing ? start + 1 : start, phrase.end)
        let lead = PrepositionReader(grammar).lead(before: span.start, value: phrase.value)
        let tense = TenseReader(tokens: grammar.tokens, range: grammar.range).finding(around: span)
        let direction = Self.direction(lead, tense, span, grammar)
        // A bare length lies ahead, unless the verb is past: "sales fell over three years" may be any three.
        if phrase.isDuration, case .length(let count, _) = phrase.value, count > 0, direction == .past { return nil }
        if phrase.isDuration, case .distance = phrase.value, direction != .future || lead.isRecord { return nil }
        let date =
            dateFromPromise(grammar, lead, start, mentioned)
            ?? resolver.date(lead.value, direction, mentioned: mentioned)
        if let date { mentioned = date }
        return TimeExpression(
            span: span,
            phrase: Span(lead.start, phrase.end),
            date: date,
            basis: phrase.value.basis,
            relation: lead.relation,
            isDuration: phrase.isDuration,
            isAttributive: Self.isAttributive(grammar, span, lead),
            direction: date.flatMap { side(of: $0) } ?? (date == nil ? nil : direction)
        )
    }

    /// "a programme launched in 2021 to train 85,000 over ten years": the ten years began in 2021.
    private func dateFromPromise(
        _ grammar: TimeGrammar,
        _ lead: PrepositionReader.Lead,
        _ start: Int,
        _ mentioned: EDTFDate?
    ) -> EDTFDate? {
        switch lead.value {
        case .length(let count, _) where count > 0 && !lead.isAhead: break
        case .distance(let count, _, isAnaphoric: false) where count > 0 && lead.relation == .by: break
        default: return nil
        }
        guard let mentioned, mentioned.end == nil, side(of: mentioned) == .past, let day = mentioned.firstDay else {
            return nil
        }
        for index in max(grammar.range.lowerBound, start - 25)..<start
        where Self.promises.contains(grammar.lower(index)) {
            // The date stands right behind the verb: "launched in 2021".
            guard (1...3).contains(where: { grammar.word(index + $0) != nil && index + $0 < start }) else { continue }
            return DateResolver(article: day).date(lead.value, .future, mentioned: nil)
        }
        return nil
    }

    private static let promises: Set<String> = [
        "launched", "promised", "pledged", "vowed", "adopted", "announced", "agreed", "approved", "unveiled",
        "committed",
        "undertook", "started", "begun",
    ]

    /// What the preposition and the tense together say.
    private static func direction(
        _ lead: PrepositionReader.Lead,
        _ tense: TenseReader.Finding?,
        _ span: Span,
        _ grammar: TimeGrammar
    ) -> TimeDirection? {
        if lead.isAhead { return .future }
        switch lead.relation {
        case .by:
            // What is due lies ahead, unless an auxiliary says that it is done: "had enrolled by March".
            if tense == TenseReader.Finding(direction: .past, isStrong: true) { return .past }
            let reader = TenseReader(tokens: grammar.tokens, range: grammar.range)
            return reader.isPromiseOfThePast(before: span) ? nil : .future
        case .from, .at, .over, .after:
            // "Saturday's attack" is behind us.
            if grammar.folded(span.end) == "'s" { return .past }
            let isOpenPromise = tense == TenseReader.Finding(direction: .future, isStrong: false)
            let reader = TenseReader(tokens: grammar.tokens, range: grammar.range)
            return isOpenPromise && reader.isPromiseOfThePast(before: span) ? nil : tense?.direction
        case .purpose: return tense?.direction ?? .future
        }
    }

    private static func isAttributive(_ grammar: TimeGrammar, _ span: Span, _ lead: PrepositionReader.Lead) -> Bool {
        let next = grammar.folded(span.end)
        if next == "'s" || next == "'" || next == "’" || next == "-" { return true }
        guard lead.start == span.start, grammar.range.contains(span.end) else { return false }
        let before = grammar.folded(span.start - 1)
        let isNamed = ["the", "a", "an", "its", "his", "her", "their", "our", "'s", "this", "that"].contains(before)
        return isNamed && grammar.tokens[span.end].isWord
    }

    /// On which side of the article a date lies; nil where it holds the article's day, or that is not known.
    private func side(of date: EDTFDate) -> TimeDirection? {
        guard let article = resolver.article else { return nil }
        if let last = date.lastDay, last < article { return .past }
        if let first = date.firstDay, first > article { return .future }
        // A span that has begun is over when it ends.
        if date.end != nil, let last = date.lastDay, last.year > article.year { return .future }
        return nil
    }
}
