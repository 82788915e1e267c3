import PledgedCore
import PledgedLanguage

/// Decides whether a dated expression of time dates a happening.
struct HappeningJudge {
    let clauses: ClauseReader

    func accepts(_ time: TimeExpression) -> Bool {
        guard let date = time.date, !isVagueLength(time, date), !isPurpose(time), !isComparison(time) else {
            return false
        }
        // "since it opened in 2010" dates the opening; "since 2010" only counts from it.
        if clauses.lower(time.phrase.start) == "since" { return false }
        if time.isAttributive, time.direction == .future, isYear(date) { return false }
        if clauses.lower(time.span.start) == "then" { return false }
        return !isSupposed(time) && !isName(time) && !isPresentState(time) && !isLapsed(time)
    }

    /// Per cent: a date that stands by itself, with a preposition, leaves the least doubt.
    func confidence(_ time: TimeExpression) -> Int {
        var confidence = 80
        switch time.basis {
        case .absolute: confidence += 10
        case .relative: break
        case .anaphoric: confidence -= 20
        }
        if time.isDuration { confidence -= 20 }
        if time.isAttributive { confidence -= 10 }
        return confidence
    }

    /// Lengths of time behind us, and decades, say for how long, not when.
    private func isVagueLength(_ time: TimeExpression, _ date: EDTFDate) -> Bool {
        if time.isDuration { return time.direction != .future }
        guard let first = date.firstDay, let last = date.lastDay else { return true }
        return last.year - first.year == 9 && time.direction == .past
    }

    /// "the budget for 2025".
    private func isPurpose(_ time: TimeExpression) -> Bool { time.relation == .purpose }

    /// "compared with 16 per cent in 2024", "up from a year earlier", "the level of 2020".
    private func isComparison(_ time: TimeExpression) -> Bool {
        let start = time.phrase.start
        if ["than", "versus", "vs.", "vs"].contains(clauses.lower(start - 1)) { return true }
        if clauses.lower(start - 1) == "of", Self.levels.contains(clauses.lower(start - 2)) { return true }
        let last = clauses.lower(time.span.end - 1)
        if ["ago", "earlier", "before"].contains(last) || time.basis == .anaphoric,
            near(time.span.start, 8).contains(where: { ["from", "than", "over", "against"].contains($0) })
        {
            return true
        }
        return near(start, 8).contains { ["compared", "compares", "versus", "relative"].contains($0) }
    }

    /// The words before `index`, at most `count` of them.
    private func near(_ index: Int, _ count: Int) -> [String] {
        (max(clauses.range.lowerBound, index - count)..<max(clauses.range.lowerBound, index)).map { clauses.lower($0) }
    }

    /// Forecasts by others, hopes, conditions, and what is only possible.
    private func isSupposed(_ time: TimeExpression) -> Bool {
        guard time.direction != .past || time.relation == .by else { return false }
        let span = clauses.stretch(around: time.phrase)
        for index in max(clauses.range.lowerBound, span.start - 12)..<span.end {
            let word = clauses.lower(index)
            if Self.forecasters.contains(word), isForecast(index) { return true }
            guard index >= span.start else { continue }
            if Self.forecasts.contains(word) || ["could", "might"].contains(word) { return true }
            if ["expects", "expect"].contains(word), clauses.lower(index + 1) != "to" { return true }
        }
        return isCondition(span, time)
    }

    /// "if leases are awarded before the end of 2026"; what is due anyway is none.
    private func isCondition(_ span: Span, _ time: TimeExpression) -> Bool {
        let words = near(time.phrase.start, time.phrase.start - span.start + 1)
        guard let index = words.lastIndex(where: { ["if", "unless"].contains($0) }) else { return false }
        return !words[index...].contains { ["due", "scheduled", "planned"].contains($0) }
    }

    private func isForecast(_ index: Int) -> Bool {
        (index...index + 8).contains { Self.expectations.contains(clauses.lower($0)) }
    }

    /// "Today the money is behind the words": a state of things, not a happening.
    private func isPresentState(_ time: TimeExpression) -> Bool {
        guard time.span.count == 1, Self.presentDays.contains(clauses.lower(time.span.start)) else { return false }
        if isUnderWay(time) { return false }
        if time.isAttributive {
            return !(1...6).contains { Self.events.contains(clauses.lower(time.span.end + $0)) }
        }
        return TenseReader(tokens: clauses.tokens, range: clauses.range).finding(around: time.phrase, weakly: true)
            == nil
    }

    /// "Today Kenya is opening a port": told of the day, as something that is done on it.
    private func isUnderWay(_ time: TimeExpression) -> Bool {
        let span = clauses.stretch(around: time.phrase)
        return span.range.contains { index in
            guard ["is", "are", "am", "'m", "'re", "’m", "’re"].contains(clauses.lower(index)) else { return false }
            let next = ["also", "today", "now"].contains(clauses.lower(index + 1)) ? index + 2 : index + 1
            return Self.doings.contains(clauses.lower(next))
        }
    }

    private static let doings: Set<String> = [
        "announcing", "holding", "hosting", "launching", "opening", "signing", "releasing", "publishing", "unveiling",
        "issuing", "meeting", "visiting", "convening", "imposing", "introducing", "voting", "marking", "celebrating",
        "awarding", "starting", "closing", "presenting", "submitting", "proposing", "receiving", "welcoming",
    ]

    /// "vowed to raise $100 billion by 2020": a deadline that has passed tells nothing of what happened.
    private func isLapsed(_ time: TimeExpression) -> Bool {
        guard time.relation == .by, time.direction == .past else { return false }
        let tense = TenseReader(tokens: clauses.tokens, range: clauses.range).finding(around: time.phrase)
        return tense == TenseReader.Finding(direction: .future, isStrong: false)
    }

    /// "the France 2030 plan", "Vision 2030".
    private func isName(_ time: TimeExpression) -> Bool {
        guard time.phrase == time.span, time.span.count == 1, clauses.tokens[time.span.start].isNumber else {
            return false
        }
        let before = time.span.start - 1
        return clauses.range.contains(before) && clauses.tokens[before].isCapitalized
            && before > clauses.range.lowerBound
    }

    private func isYear(_ date: EDTFDate) -> Bool {
        if case .year = date.start { return true }
        return false
    }

    private static let forecasters: Set<String> = [
        "analysts", "analyst", "economists", "economist", "brokerage", "observers", "forecasters", "researchers",
        "consultancy", "experts",
    ]
    private static let expectations: Set<String> = [
        "expect", "expects", "expected", "forecast", "forecasts", "predict", "predicts", "predicted", "see", "sees",
        "estimate", "estimates", "estimated", "project", "projects", "projected", "reckon", "reckons", "believe", "say",
        "said",
    ]
    private static let forecasts: Set<String> = [
        "forecast", "forecasts", "predicts", "predicted", "forecasted", "projected", "estimates", "hopes", "hope",
        "hoped",
        "wishes", "wants",
    ]
    private static let levels: Set<String> = [
        "level", "levels", "peak", "total", "average", "output", "figure", "rate",
    ]
    private static let presentDays: Set<String> = ["today", "tonight"]
    private static let events: Set<String> = [
        "announcement", "attack", "meeting", "ceremony", "signing", "decision", "vote", "launch", "agreement", "talks",
        "summit", "visit", "event", "attacks", "election", "ruling", "opening",
    ]
}
