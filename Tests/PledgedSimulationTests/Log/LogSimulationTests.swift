import Testing

@Suite struct LogSimulationTests {
    @Test func `what is acknowledged or shown is there after any crash, and a start always finds a whole chain`()
        async throws
    {
        let (tally, violations) = try await SimulationRun.run(seeds: 100) { try await LogSimulation.run(seed: $0) }
        print(tally.summary("Simulated log", violations: violations.count))
        #expect(violations.isEmpty)
    }

    /// If this fails, the simulation is broken: it would not notice such a log.
    @Test(arguments: Canary.allCases)
    func `notices a log that is wrong`(canary: Canary) async throws {
        for seed in UInt64(0)..<100 {
            do {
                _ = try await LogSimulation.run(seed: seed, build: canary.build)
            } catch let violation as Violation {
                print("Canary, \(canary.rawValue): noticed at seed \(seed): \(violation.what)")
                return
            }
        }
        Issue.record("100 seeds did not notice: \(canary.rawValue).")
    }
}
