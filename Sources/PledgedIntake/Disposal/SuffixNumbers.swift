/// The numbers to try where a name is taken: none, 2, 3, … 9, and then twice the last, so that a name that is dropped every
/// day doesn't cost a try for each day that was.
struct SuffixNumbers: Sequence, IteratorProtocol {
    private var upcoming: Int? = 1

    mutating func next() -> Int? {
        guard let number = upcoming else { return nil }
        upcoming = number < 9 ? number + 1 : number.multipliedReportingOverflow(by: 2).overflow ? nil : number * 2
        return number
    }
}
