import PledgedCore
import PledgedLanguage

/// Decides whether a dated expression of time dates a happening.
struct HappeningJudge {
    let clauses: ClauseReader

    func accepts(_ time: TimeExpression) -> Bool {
        guard let date = time.date, !isVagueLength(time, date), !isPurpose(time), !isComparison(time) else {
            return false
        }
        if clauses.lower(time.phrase.start) == "since", !dates(clauseOf: time) { return false }
        if time.isAttributive, time.direction == .future, isYear(date) { return false }
        return !isSupposed(time) && !isName(time)
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
        if time.isDuration { return time.direction == .past || date.firstDay.map { _ in time.direction == nil } == nil }
        guard let first = date.firstDay, let last = date.lastDay else { return true }
        return last.year - first.year == 9 && time.direction == .past
    }

    /// "the budget for 2025".
    private func isPurpose(_ time: TimeExpression) -> Bool { time.relation == .purpose }

    /// "compared with 16 per cent in 2024", "up from a year earlier", "more than in 2023".
    private func isComparison(_ time: TimeExpression) -> Bool {
        let start = time.phrase.start
        if ["than", "versus", "vs.", "vs"].contains(clauses.lower(start - 1)) { return true }
        if time.basis == .anaphoric, ["from", "than", "over", "on"].contains(clauses.lower(start - 1)) { return true }
        for index in max(clauses.range.lowerBound, start - 8)..<start
        where ["compared", "versus", "against", "relative"].contains(clauses.lower(index)) {
            return true
        }
        return false
    }

    /// "since it opened in 2010" dates a clause, "since 2010" counts from it.
    private func dates(clauseOf time: TimeExpression) -> Bool { false }

    /// Forecasts by others, and what is only possible.
    private func isSupposed(_ time: TimeExpression) -> Bool {
        let span = clauses.stretch(around: time.phrase)
        let start = max(clauses.range.lowerBound, span.start - 12)
        for index in start..<span.end {
            let word = clauses.lower(index)
            if Self.forecasters.contains(word), isForecast(index) { return true }
            if index >= span.start, Self.forecasts.contains(word) { return true }
            if index >= span.start, ["could", "might"].contains(word), time.direction != .past { return true }
            if word == "expects" || word == "expect", index >= span.start, clauses.lower(index + 1) != "to" {
                return true
            }
        }
        return false
    }

    private func isForecast(_ index: Int) -> Bool {
        (index...index + 8).contains { Self.expectations.contains(clauses.lower($0)) }
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
        "forecast", "forecasts", "predicts", "predicted", "forecasted", "projected",
    ]
}
