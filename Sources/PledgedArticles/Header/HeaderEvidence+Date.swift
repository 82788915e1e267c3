import PledgedCore

extension HeaderEvidence {
    private var ordered: [StatedDate] { dates.sorted { $0.key < $1.key }.flatMap(\.value) }

    /// The most trusted day, a day without year taking it from whatever else states one.
    var day: CalendarDate? {
        for date in ordered {
            switch date {
            case .day(let day): return day
            case .dayOfYear(let month, let day):
                if let found = year(of: month).flatMap({ CalendarDate(year: $0, month: month, day: day) }) {
                    return found
                }
            // Days in the story of a page dated "July 2016" are those of what it tells of.
            case .month: if dates[.dateline] == nil { return nil }
            }
        }
        return nil
    }

    /// The month of publication, where no day is known.
    var period: EDTFDate? {
        guard day == nil else { return nil }
        for case .month(let year, let month) in ordered { return .month(month, of: year) }
        return nil
    }

    /// The year of a day in `month`: of a date in the same month if there is one, else of any.
    private func year(of month: Int) -> Int? {
        for date in ordered {
            switch date {
            case .day(let day) where day.month == month: return day.year
            case .month(let year, let other) where other == month: return year
            default: continue
            }
        }
        return ordered.lazy.compactMap(\.year).first ?? years.first
    }
}
