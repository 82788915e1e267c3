import PledgedCore
import PledgedLanguage

/// Reads the number, the dates and the counterparties off an anchor.
struct PledgeFacts {
    let words: WordClasses
    let articleDate: CalendarDate?

    private var story: Story { words.story }
    private var cast: Cast { words.cast }
    private var measures: Measures { words.measures }

    /// An aim without a number or a date is a plan; an agreement of one party is its commitment.
    func kind(_ rule: CueRule, _ anchor: Span, _ parties: Int, isPlural: Bool) -> Pledge.Kind {
        let isMeasured =
            anchor.range.contains { measures.quantity(at: $0) != nil } || deadline(anchor, act: anchor.start) != nil
        switch rule.kind {
        case .target where !isMeasured: return .plan
        case .agreement where rule.name == "agree-to" && parties == 1 && !isPlural: return .commitment
        case .plan where rule.name == "expects-to" && isMeasured: return .target
        case .commitment, .plan, .target, .offer, .agreement, .request: return rule.kind
        }
    }

    /// The number that the cue governs: the first that is no length of time, else the first.
    func quantity(_ anchor: Span, cue: Int, act: Int) -> QuantityExpression? {
        var found: [QuantityExpression] = []
        var last: Int?
        for token in anchor.range {
            guard let index = measures.quantity(at: token), index != last else { continue }
            last = index
            if let time = measures.time(at: token), measures.times[time].date != nil { continue }
            found.append(measures.quantities[index])
        }
        let counted = found.filter {
            $0.unit != nil && !$0.isConversion && !isDefinite($0) && !isLead($0) && !isTerm($0)
        }
        // "put off its $4.6 billion plant by two years": the step, not what is told of the thing.
        if let first = counted.first, isDescribed(first),
            let step = counted.dropFirst().first(where: { story.folded($0.span.start - 1) == "by" })
        {
            return step
        }
        // "from 5 per cent at the outset to 20 per cent": where it leads.
        if let first = counted.first, story.folded(first.span.start - 1) == "from",
            let goal = counted.dropFirst().first(where: {
                story.folded($0.span.start - 1) == "to" && $0.unit == first.unit
            })
        {
            return goal
        }
        return counted.first { !$0.isDuration && !$0.isOrigin } ?? counted.first { !$0.isOrigin } ?? counted.first
    }

    /// "its $4.6 billion plant": a thing that there is.
    private func isDescribed(_ quantity: QuantityExpression) -> Bool {
        ["its", "their", "the", "his", "her", "'s"].contains(story.folded(quantity.span.start - 1))
    }

    /// "six months early": how much sooner than thought.
    private func isLead(_ quantity: QuantityExpression) -> Bool {
        quantity.isDuration
            && ["early", "earlier", "late", "later", "ago", "before"].contains(story.folded(quantity.span.end))
    }

    /// "a four-year programme", "six-nation talks": how long it lasts, whose it is.
    private func isTerm(_ quantity: QuantityExpression) -> Bool {
        guard let joint = quantity.span.range.first(where: { story.folded($0) == "-" }) else { return false }
        return quantity.isDuration
            || ["nation", "party", "country", "member", "state"].contains(story.folded(joint + 1))
    }

    /// "the two institutions": parties, not a promise.
    private func isDefinite(_ quantity: QuantityExpression) -> Bool {
        story.folded(quantity.span.start - 1) == "the" && story.isOn(quantity.span.start, .numberWord)
            && story.isOn(quantity.span.end - 1, .pluralNoun)
    }

    /// Where a condition begins, whose dates are its own.
    private func conditionStart(_ anchor: Span) -> Int {
        anchor.range.first { ["if", "provided", "unless"].contains(story.folded($0)) } ?? anchor.end
    }

    /// The date by which the act is due: the first of the clause that is one, what bounds it before what dates it.
    func deadline(_ anchor: Span, act: Int) -> TimeExpression? {
        let due = measures.times(in: anchor.start..<conditionStart(anchor)).filter { time in
            guard time.date != nil, time.isDeadline, !time.isAttributive else { return false }
            return time.span.start >= act || time.relation == .by || time.span.end < act && time.direction == .future
        }
        guard let first = due.first, let bound = due.first(where: { $0.relation == .by }) else { return due.first }
        // "in March, and the rest by the end of June": the second date is of something else.
        let isApart =
            first.span.end < bound.span.start
            && (first.span.end..<bound.span.start).contains { story.folded($0) == "," }
        return isApart ? first : bound
    }

    /// A date ahead that opens the sentence or the clause: "In February we will".
    func leadingDate(before anchor: Int, in sentence: Span) -> TimeExpression? {
        let reach = max(sentence.start, anchor - Self.leadMax)
        return measures.times(in: reach..<anchor).last { time in
            guard time.date != nil, time.direction != .past, !time.isAttributive else { return false }
            if time.direction == nil, time.relation != .by, !isToday(time) { return false }
            let start = time.phrase.start
            let isFirst =
                start == sentence.start || time.span.end == anchor
                || ["and", ",", "—", "–", "that", "\"", "“"].contains(story.folded(start - 1))
            let isClear = !(time.span.end..<anchor).contains {
                story.isOn($0, [.auxiliary, .say]) || [";", "\"", "“", "”"].contains(story.tokens[$0].form)
            }
            return isFirst && isClear
        }
    }

    private func isToday(_ time: TimeExpression) -> Bool {
        ["today", "tonight"].contains(story.folded(time.span.end - 1))
    }

    private static let leadMax = 14

    /// The day it was said: a day named beside the cue that is not ahead, else the article's.
    ///
    /// - Returns: the day, and the words that name it where any do.
    func said(_ match: CueMatch, _ anchor: Span, _ sentence: Span) -> (day: CalendarDate?, words: Span?) {
        let inside = measures.times(in: anchor.start..<max(anchor.start, match.act))
        let outside = measures.times(in: sentence.range).filter { !anchor.overlaps($0.span) }
        for time in inside + outside where time.direction != .future && !time.isAttributive {
            guard case .day(let day)? = time.date?.start, time.date?.end == nil else { continue }
            guard let articleDate, day <= articleDate else { continue }
            return (day, time.span)
        }
        return (articleDate, nil)
    }

    /// Parties after "to", "for" and "with" in the act.
    func counterparties(_ act: Span, _ bound: [Int]) -> [Int] {
        var found: [Int] = []
        for token in act.range {
            guard let actor = cast.actor(at: token), !bound.contains(actor), !found.contains(actor) else { continue }
            var before = (cast.mention(at: token).map { cast.mentions[$0].span.start } ?? token) - 1
            if story.isOn(before, .determiner) { before -= 1 }
            if ["to", "for", "with", "help", "from"].contains(story.folded(before)) { found.append(actor) }
        }
        return found
    }
}
