import PledgedCore
import PledgedIntake
import Synchronization
import Testing

@Suite struct DaemonSimulationTests {
    @Test func `each dropped file has one outcome, and nothing announced is lost, whatever fails`() async throws {
        let (tally, violations) = try await SimulationRun.run(seeds: 50) { try await DaemonSimulation.run(seed: $0) }
        print(tally.summary("Simulated daemon", violations: violations.count))
        #expect(violations.isEmpty)
    }

    /// If this fails, the simulation is broken: it would not notice such a daemon.
    @Test func `notices a daemon that moves a file before its outcome is durable`() async throws {
        for seed in UInt64(0)..<40 {
            do {
                _ = try await DaemonSimulation.run(seed: seed) { HastyAdmission($0) }
            } catch let violation as Violation {
                print("Canary, files moved before their outcome is durable: noticed at seed \(seed): \(violation.what)")
                return
            }
        }
        Issue.record("40 seeds did not notice.")
    }
}

/// Says what became of files before the log has it, which it gets with the next ones.
private final class HastyAdmission: Admission {
    private let real: any Admission
    private let owed = Mutex<[IncomingFile]>([])

    init(_ real: any Admission) { self.real = real }

    func admit(_ files: [IncomingFile]) async throws -> [Outcome] {
        let before = owed.withLock { owed in
            defer { owed = files }
            return owed
        }
        if !before.isEmpty { _ = try await real.admit(before) }
        return files.map { _ in Outcome(kind: .accepted, reason: nil, sentence: "In time.", article: nil) }
    }
}
