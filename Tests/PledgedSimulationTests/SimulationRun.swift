import Foundation

/// How long to simulate: by default for a fixed number of seeds, by `SIMULATION_SEED` one, by `SIMULATION_SECONDS` as
/// many as the time allows.
enum SimulationRun {
    private static let environment = ProcessInfo.processInfo.environment

    /// Simulates seed after seed, two at a time.
    ///
    /// - Returns: What was gone through, and what must not have been.
    static func run(
        seeds count: Int,
        _ simulate: @escaping @Sendable (UInt64) async throws -> Tally
    ) async throws -> (Tally, [Violation]) {
        if let seed = environment["SIMULATION_SEED"].flatMap({ UInt64($0) }) {
            return try await run(seeds: seed..<seed + 1, until: .now + .seconds(86_400), simulate)
        }
        guard let seconds = environment["SIMULATION_SECONDS"].flatMap({ Int($0) }) else {
            return try await run(seeds: 0..<UInt64(count), until: .now + .seconds(86_400), simulate)
        }
        // Other seeds than the short run's.
        return try await run(seeds: UInt64(count)..<UInt64.max, until: .now + .seconds(seconds), simulate)
    }

    private static func run(
        seeds: Range<UInt64>,
        until end: ContinuousClock.Instant,
        _ simulate: @escaping @Sendable (UInt64) async throws -> Tally
    ) async throws -> (Tally, [Violation]) {
        try await withThrowingTaskGroup(of: Result<Tally, Violation>.self) { group in
            var (sum, violations) = (Tally(), [Violation]())
            var running = 0
            for seed in seeds {
                guard ContinuousClock.now < end else { break }
                if running == 2, let result = try await group.next() {
                    add(result, &sum, &violations)
                    running -= 1
                }
                // The first few say it all.
                if violations.count >= 10 { break }
                group.addTask {
                    do {
                        return .success(try await simulate(seed))
                    } catch let violation as Violation {
                        return .failure(violation)
                    }
                }
                running += 1
            }
            for try await result in group { add(result, &sum, &violations) }
            return (sum, violations)
        }
    }

    private static func add(_ result: Result<Tally, Violation>, _ sum: inout Tally, _ violations: inout [Violation]) {
        switch result {
        case .success(let tally): sum = sum + tally
        case .failure(let violation): violations.append(violation)
        }
    }
}
