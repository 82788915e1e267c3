import SystemPackage

/// Which number to give to a name that may be taken: 1 stands for the bare name.
enum FreeNumber {
    /// How often a number that was free may be taken by somebody else a moment later.
    static let attemptsMax = 100

    /// The least number that is free, where the taken ones are dense; otherwise some number that is free.
    ///
    /// A name that is dropped every day costs as many looks as the number of days has binary digits, twice.
    static func find(isTaken: (Int) throws(Errno) -> Bool) throws(Errno) -> Int {
        guard try isTaken(1) else { return 1 }
        var (taken, free) = (1, 2)
        while try isTaken(free) { (taken, free) = (free, free * 2) }
        while free - taken > 1 {
            let middle = (taken + free) / 2
            if try isTaken(middle) { taken = middle } else { free = middle }
        }
        return free
    }
}
