import ArgumentParser
import PledgedCore

/// The first day of a date that may be no more precise than a month or a year.
struct FirstDay: ExpressibleByArgument, Hashable, Sendable {
    let day: CalendarDate

    init?(argument: String) {
        guard let day = EDTFDate(argument: argument)?.firstDay else { return nil }
        self.day = day
    }
}

/// The last day of such a date.
struct LastDay: ExpressibleByArgument, Hashable, Sendable {
    let day: CalendarDate

    init?(argument: String) {
        guard let day = EDTFDate(argument: argument)?.lastDay else { return nil }
        self.day = day
    }
}
