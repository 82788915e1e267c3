public import PledgedCore

extension AsOf {
    /// Reads decimal digits as a position, else an EDTF date, whose last day is meant; nil for anything else.
    ///
    /// Digits alone are always a position: the year 2024 is written as its last month, `2024-12`.
    public init?(parsing text: String) {
        if let position = LogPosition(parsing: text) {
            self = .position(position)
        } else if let day = EDTFDate(known: text)?.lastDay {
            self = .day(day)
        } else {
            return nil
        }
    }
}
