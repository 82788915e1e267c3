/// What simulations have been through.
struct Tally: Sendable {
    var seeds = 0
    var crashPoints = 0
    var faults: [DiskFault: Int] = [:]

    static func + (a: Tally, b: Tally) -> Tally {
        Tally(
            seeds: a.seeds + b.seeds,
            crashPoints: a.crashPoints + b.crashPoints,
            faults: a.faults.merging(b.faults, uniquingKeysWith: +)
        )
    }

    /// One line: what a run prints.
    func summary(_ name: String, violations: Int) -> String {
        let kinds = DiskFault.allCases.map { "\($0.rawValue) \(faults[$0, default: 0])" }.joined(separator: ", ")
        return "\(name): \(seeds) seeds, \(crashPoints) crash points, violations = \(violations); faults: \(kinds)"
    }
}

/// Something that must not be, with what brings it up again.
struct Violation: Error, CustomStringConvertible {
    let seed: UInt64
    let what: String

    var description: String { "\(what). Again: SIMULATION_SEED=\(seed) swift test --filter PledgedSimulationTests" }
}
