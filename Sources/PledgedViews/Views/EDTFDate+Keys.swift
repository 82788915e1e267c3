internal import PledgedCore

extension EDTFDate {
    /// The first day it covers as text to sort by; an open date begins before all others.
    var firstDayKey: String { firstDay?.description ?? "0001-01-01" }
    /// The last day it covers as text to sort by; an open date ends after all others.
    var lastDayKey: String { lastDay?.description ?? "9999-12-31" }
}
