/// How many things were found, were there, and were found rightly.
struct Score: Hashable, CustomStringConvertible {
    var right = 0
    /// By the program.
    var found = 0
    /// By the gold file.
    var wanted = 0

    mutating func add(isRight: Bool) {
        found += 1
        wanted += 1
        right += isRight ? 1 : 0
    }

    mutating func add(_ other: Score) {
        right += other.right
        found += other.found
        wanted += other.wanted
    }

    /// Counts what two sets have in common.
    mutating func add<Thing: Hashable>(found: some Collection<Thing>, wanted: some Collection<Thing>) {
        self.found += found.count
        self.wanted += wanted.count
        right += Set(found).intersection(wanted).count
    }

    /// The harmonic mean of precision and recall, in hundredths; where as many were found as wanted, the accuracy.
    var f1: Double { found + wanted == 0 ? 0 : 200 * Double(right) / Double(found + wanted) }

    /// ``f1`` with two digits behind the point.
    var percent: String {
        let hundredths = Int((f1 * 100).rounded())
        let digits = hundredths % 100
        return "\(hundredths / 100).\(digits < 10 ? "0" : "")\(digits)"
    }

    var description: String {
        found == wanted
            ? "\(percent) (\(right) of \(wanted))" : "\(percent) (\(right) right, \(found) found, \(wanted) wanted)"
    }
}
