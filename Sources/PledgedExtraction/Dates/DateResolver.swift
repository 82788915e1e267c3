import PledgedCore

/// Holds what the words say against the article's date and the dates that the text named before.
struct DateResolver {
    /// The day of publication, or one in the month of it; nil where it is not known.
    let article: CalendarDate?
    /// Whether only the month of publication is known, so that "today" is that month and "on Tuesday" nothing.
    var isMonthOnly = false

    /// - Parameters:
    ///   - value: what the words say.
    ///   - direction: whether the clause speaks of the past or of the future; nil where it does not show.
    ///   - mentioned: the date named last before.
    /// - Returns: nil where the words are vague, or lean on a date that is not known.
    func date(_ value: TimeValue, _ direction: TimeDirection?, mentioned: EDTFDate?) -> EDTFDate? {
        switch value {
        case .date(let date): .day(date)
        case .years(let first, let last): EDTFDate(.year(first), to: .year(last))
        case .decade(let start): EDTFDate(.year(start), to: .year(start + 9))
        case .vague: nil
        case .mentioned: mentioned
        case .monthsThrough(let count, let month, let year):
            periodYear(month, 12, year, direction, mentioned).flatMap { Self.months(count, through: month, of: $0) }
        case .year(let year): self.year(year, mentioned).map { .year($0) }
        case .range(let first, let last): range(first, last, direction, mentioned)
        case .anaphoricUnit(let unit, let offset): moved(mentioned, by: offset, unit, isWhole: true)
        case .distance(let count, let unit, let isAnaphoric):
            isAnaphoric
                ? moved(mentioned ?? article.map { .day($0) }, by: count, unit)
                : article.flatMap { Self.distance(count, unit, from: $0) }.flatMap {
                    isMonthOnly ? monthOnly($0, value) : $0
                }
        case .dayOfMonth(let day, let month, let year): dayOfMonth(day, month, year, direction, mentioned)
        case .month(let month, let year):
            periodYear(month, 12, year, direction, mentioned).map { .month(month, of: $0) }
        case .quarter(let quarter, let year):
            periodYear(quarter, 4, year, direction, mentioned).map {
                EDTFDate(.quarter(year: $0, quarter: 32 + quarter))
            }
        case .half(let half, let year): periodYear(half, 2, year, direction, mentioned).map { Self.half(half, of: $0) }
        case .season(let season, let year): self.season(season, year, direction, mentioned)
        default:
            article.flatMap { relative(value, direction, to: $0) }.flatMap { isMonthOnly ? monthOnly($0, value) : $0 }
        }
    }

    /// What is left of a date reckoned from a day that is not known: nothing of days, but for "today".
    private func monthOnly(_ date: EDTFDate, _ value: TimeValue) -> EDTFDate? {
        guard case .day(let day) = date.start else { return date }
        return value == .unit(.day, offset: 0) ? .month(day.month, of: day.year) : nil
    }

    /// Values that need nothing but the article's date.
    private func relative(_ value: TimeValue, _ direction: TimeDirection?, to article: CalendarDate) -> EDTFDate? {
        switch value {
        case .schoolYear(let offset):
            let first = (article.month >= 8 ? article.year : article.year - 1) + offset
            return EDTFDate(.year(first), to: .year(first + 1))
        case .endOfDecade(let offset): return .year((article.year + 9) / 10 * 10 + offset * 10)
        case .midCentury: return .year((article.year + 49) / 100 * 100 + 50)
        case .endOfCentury: return .year((article.year + 99) / 100 * 100)
        case .weekday(let day, let week): return .day(Self.weekday(day, week, direction, from: article))
        case .weekend(let offset): return Self.weekend(offset, direction, from: article)
        case .unit(let unit, let offset): return Self.period(unit, containing: Self.add(offset, unit, to: article))
        case .length(let count, let unit):
            // "the past five decades" is as good as "for long".
            return count < 0 && unit >= .decade ? nil : Self.length(count, unit, from: article)
        default: return nil
        }
    }

    // MARK: Years

    private func year(_ reference: YearReference, _ mentioned: EDTFDate?) -> Int? {
        switch reference {
        case .explicit(let year): year
        case .offset(let offset), .occurrence(let offset): article.map { $0.year + offset }
        case .anaphoric(let offset): mentioned?.lastDay.map { $0.year + offset }
        case .none: nil
        }
    }

    /// The year of a month, quarter or half: as named, else the nearest on the side that the tense points to.
    private func periodYear(
        _ part: Int,
        _ parts: Int,
        _ reference: YearReference,
        _ direction: TimeDirection?,
        _ mentioned: EDTFDate?
    ) -> Int? {
        switch reference {
        case .explicit, .offset, .anaphoric: return year(reference, mentioned)
        case .none, .occurrence(0):
            guard let article else { return nil }
            let current = (article.month - 1) * parts / 12 + 1
            if reference == .occurrence(0) { return article.year }
            switch direction {
            case .past: return part <= current ? article.year : article.year - 1
            case .future: return part >= current ? article.year : article.year + 1
            case nil:
                let distance = part - current
                return article.year + (distance * 2 > parts ? -1 : distance * 2 < -parts ? 1 : 0)
            }
        case .occurrence(let offset):
            guard let article else { return nil }
            let current = (article.month - 1) * parts / 12 + 1
            if offset < 0 { return part < current ? article.year : article.year - 1 }
            return part > current ? article.year : article.year + 1
        }
    }

    private static func months(_ count: Int, through month: Int, of year: Int) -> EDTFDate? {
        guard let last = CalendarDate(year: year, month: month, day: 1) else { return nil }
        let first = last.adding(months: 1 - count)
        return EDTFDate(
            .month(year: first.year, month: first.month),
            to: .month(year: last.year, month: last.month)
        )
    }

    private static func half(_ half: Int, of year: Int) -> EDTFDate {
        EDTFDate(.month(year: year, month: half * 6 - 5), to: .month(year: year, month: half * 6))
    }

    private func dayOfMonth(
        _ day: Int,
        _ month: Int,
        _ reference: YearReference,
        _ direction: TimeDirection?,
        _ mentioned: EDTFDate?
    ) -> EDTFDate? {
        if reference != .none {
            return year(reference, mentioned).flatMap { CalendarDate(year: $0, month: month, day: day) }.map {
                .day($0)
            }
        }
        guard let article else { return nil }
        let candidates = (-1...1).compactMap { CalendarDate(year: article.year + $0, month: month, day: day) }
        if isMonthOnly, let same = candidates.first(where: { $0.year == article.year && $0.month == article.month }) {
            return .day(same)
        }
        let fitting: [CalendarDate]
        switch direction {
        case .past: fitting = candidates.filter { $0 <= article }
        case .future: fitting = candidates.filter { $0 >= article }
        case nil: fitting = candidates
        }
        let distance = { (date: CalendarDate) in abs(date.daysSinceEpoch - article.daysSinceEpoch) }
        return (fitting.isEmpty ? candidates : fitting).min { distance($0) < distance($1) }.map { .day($0) }
    }

    private func season(
        _ season: Int,
        _ reference: YearReference,
        _ direction: TimeDirection?,
        _ mentioned: EDTFDate?
    ) -> EDTFDate? {
        let fixed: Int?
        switch reference {
        case .explicit, .offset, .anaphoric: fixed = year(reference, mentioned)
        case .none, .occurrence: fixed = nil
        }
        if let fixed { return EDTFDate(.season(year: fixed, season: season)) }
        guard let article else { return nil }
        let candidates = (-1...1).map { EDTFDate(.season(year: article.year + $0, season: season)) }
        let isPast = { (date: EDTFDate) in date.lastDay.map { $0 < article } ?? false }
        let isAhead = { (date: EDTFDate) in date.firstDay.map { $0 > article } ?? false }
        switch reference {
        case .occurrence(-1): return candidates.last(where: isPast)
        case .occurrence(1): return candidates.first(where: isAhead)
        default:
            if direction == .past { return candidates.last { !isAhead($0) } }
            return candidates.first { !isPast($0) }
        }
    }

    // MARK: Ranges

    /// Both ends, of which one may lend the other its year.
    private func range(
        _ first: TimeValue,
        _ last: TimeValue,
        _ direction: TimeDirection?,
        _ mentioned: EDTFDate?
    ) -> EDTFDate? {
        if first.lacksYear, !last.lacksYear, let end = date(last, direction, mentioned: mentioned),
            let year = end.lastDay?.year, let start = date(first.with(year: year), direction, mentioned: mentioned)
        {
            let startsBefore = (start.firstDay?.daysSinceEpoch ?? 0) <= (end.lastDay?.daysSinceEpoch ?? 0)
            let fitting = startsBefore ? start : date(first.with(year: year - 1), direction, mentioned: mentioned)
            return fitting.map { EDTFDate($0.start, to: end.end ?? end.start) }
        }
        guard let start = date(first, direction, mentioned: mentioned), let day = start.firstDay else { return nil }
        guard last.lacksYear else {
            return date(last, direction, mentioned: start).map { EDTFDate(start.start, to: $0.end ?? $0.start) }
        }
        // The end is the first of its kind after the start.
        return DateResolver(article: day).date(last, .future, mentioned: start).map {
            EDTFDate(start.start, to: $0.end ?? $0.start)
        }
    }

    // MARK: Days

    private static func weekday(
        _ day: Weekday,
        _ week: WeekReference,
        _ direction: TimeDirection?,
        from article: CalendarDate
    ) -> CalendarDate {
        let ahead = (day.rawValue - article.weekday.rawValue + 7) % 7
        switch week {
        case .week(let offset): return article.adding(days: day.rawValue - article.weekday.rawValue + 7 * offset)
        case .previous: return article.adding(days: ahead - 7)
        case .coming: return article.adding(days: ahead == 0 ? 7 : ahead)
        case .none: return article.adding(days: direction == .future || ahead == 0 ? ahead : ahead - 7)
        }
    }

    private static func weekend(_ offset: Int, _ direction: TimeDirection?, from article: CalendarDate) -> EDTFDate {
        let ahead = Weekday.saturday.rawValue - article.weekday.rawValue
        let isPast = offset < 0 || (offset == 0 && direction == .past && ahead > 0)
        let saturday = article.adding(days: isPast ? ahead - 7 : ahead + 7 * offset)
        return EDTFDate(.day(saturday), to: .day(saturday.adding(days: 1)))
    }

    /// The day, week, month, quarter or year that holds a day.
    private static func period(_ unit: TimeUnit, containing day: CalendarDate) -> EDTFDate {
        switch unit {
        case .hour, .day: return .day(day)
        case .week:
            let monday = day.adding(days: -day.weekday.rawValue)
            return EDTFDate(.day(monday), to: .day(monday.adding(days: 6)))
        case .month: return .month(day.month, of: day.year)
        case .quarter: return EDTFDate(.quarter(year: day.year, quarter: 33 + (day.month - 1) / 3))
        case .year, .decade, .century: return .year(day.year)
        }
    }

    private static func add(_ count: Int, _ unit: TimeUnit, to day: CalendarDate) -> CalendarDate {
        switch unit {
        case .hour: day.adding(days: count >= 0 ? (count + 23) / 24 : -((-count) / 24))
        case .day: day.adding(days: count)
        case .week: day.adding(days: 7 * count)
        case .month: day.adding(months: count)
        case .quarter: day.adding(months: 3 * count)
        case .year: day.adding(months: 12 * count)
        case .decade: day.adding(months: 120 * count)
        case .century: day.adding(months: 1200 * count)
        }
    }

    /// "three weeks ago" is a week, "in three weeks" a day.
    private static func distance(_ count: Int, _ unit: TimeUnit, from day: CalendarDate) -> EDTFDate {
        let moved = add(count, unit, to: day)
        return unit == .week && count > 0 ? .day(moved) : period(unit, containing: moved)
    }

    /// From the article to as far ahead, or from as far back to the article.
    private static func length(_ count: Int, _ unit: TimeUnit, from day: CalendarDate) -> EDTFDate {
        let far = add(count, unit, to: day)
        let (first, last) = count < 0 ? (far, day) : (day, far)
        let precision = unit == .week ? .day : unit == .quarter ? .month : unit
        return EDTFDate(period(precision, containing: first).start, to: period(precision, containing: last).start)
    }

    /// A date named before, moved on; nil where it is coarser than the unit.
    ///
    /// - Parameters:
    ///   - date: the date named before.
    ///   - count: how many units on.
    ///   - unit: the unit.
    ///   - isWhole: whether a whole week is meant ("the following week"), not a day ("a week later").
    /// - Returns: the moved date.
    private func moved(_ date: EDTFDate?, by count: Int, _ unit: TimeUnit, isWhole: Bool = false) -> EDTFDate? {
        guard let date, let day = date.lastDay, date.unit <= unit || unit >= .year else { return nil }
        let moved = Self.add(
            count,
            unit,
            to: unit < .month ? day : CalendarDate(year: day.year, month: day.month, day: 1) ?? day
        )
        return unit == .week && !isWhole ? .day(moved) : Self.period(unit, containing: moved)
    }
}

extension EDTFDate {
    /// How precise it is.
    fileprivate var unit: TimeUnit {
        switch end ?? start {
        case .day: .day
        case .month: .month
        case .quarter, .season: .quarter
        case .year, .open: .year
        }
    }
}

extension TimeValue {
    /// Whether only the tense, or the other end of a range, gives its year.
    fileprivate var lacksYear: Bool {
        switch self {
        case .month(_, .none), .quarter(_, .none), .half(_, .none), .season(_, .none), .dayOfMonth(_, _, .none),
            .weekday(_, .none):
            true
        default: false
        }
    }

    fileprivate func with(year: Int) -> TimeValue {
        switch self {
        case .month(let month, _): .month(month, .explicit(year))
        case .quarter(let quarter, _): .quarter(quarter, .explicit(year))
        case .half(let half, _): .half(half, .explicit(year))
        case .season(let season, _): .season(season, .explicit(year))
        case .dayOfMonth(let day, let month, _): .dayOfMonth(day: day, month: month, .explicit(year))
        default: self
        }
    }

    var basis: TimeExpression.Basis {
        switch self {
        case .date, .years, .decade: .absolute
        case .year(let year), .month(_, let year), .quarter(_, let year), .half(_, let year), .season(_, let year),
            .dayOfMonth(_, _, let year):
            year.basis
        case .range(let first, let last):
            first.basis == .absolute || last.basis == .absolute ? .absolute : first.basis
        case .anaphoricUnit, .mentioned: .anaphoric
        case .monthsThrough(_, _, let year): year.basis
        case .distance(_, _, let isAnaphoric): isAnaphoric ? .anaphoric : .relative
        default: .relative
        }
    }
}

extension YearReference {
    fileprivate var basis: TimeExpression.Basis {
        switch self {
        case .explicit: .absolute
        case .anaphoric: .anaphoric
        case .none, .offset, .occurrence: .relative
        }
    }
}
