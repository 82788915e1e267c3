import PledgedCore
import PledgedLog
import PledgedTesting
import Testing

/// The power goes at any point, again and again, and the disk keeps what it likes of what was not synced.
@Suite struct PowerLossTests {
    /// What a run of power losses showed that must not be.
    private enum Violation: Error {
        case doesNotOpen(LogError)
        case acknowledgedButLost(Range<LogPosition>)
        case shownButLost
        case notWhole
    }

    @Test(arguments: 0..<5)
    func `loses nothing acknowledged, and opens again`(batch: Int) async throws {
        for seed in 0..<12 { try await lives(seed: UInt64(batch * 12 + seed), syncsLie: false) }
    }

    /// If this fails, the simulation would not notice a log that does not sync.
    @Test func `notices when syncs do nothing`() async throws {
        var violations = 0
        for seed in 0..<5 {
            do {
                try await lives(seed: UInt64(seed), syncsLie: true)
            } catch is Violation {
                violations += 1
            }
        }
        #expect(violations > 0)
    }

    /// What somebody has been told.
    private struct Told {
        var acknowledged: [Range<LogPosition>: NewEntry] = [:]
        /// What readers saw when the log had been opened.
        var shown: [RecordedEvent] = []
    }

    /// Five lives of one log, each ended by a power loss or by the death of its process.
    private func lives(seed: UInt64, syncsLie: Bool) async throws {
        var random = SeededGenerator(seed: seed)
        var storage = SimulatedStorage(operations: 40, seed: seed, syncsLie: syncsLie)
        var told = Told()
        for life in 0..<5 {
            await live(storage, life, &told)
            try await check(storage.restarted(operations: .max, seed: seed), told)
            let operations = Int.random(in: 20...90, using: &random)
            storage =
                Bool.random(using: &random)
                ? storage.killed(operations: operations, seed: random.next())
                : storage.restarted(operations: operations, seed: random.next())
        }
    }

    /// Three producers append until the power goes, which may be while the log is opened.
    private func live(_ storage: SimulatedStorage, _ life: Int, _ told: inout Told) async {
        var configuration = LogConfiguration()
        configuration.segmentBytesMax = 5_000
        let log: EventLog
        do throws(LogError) {
            log = try await EventLog.open(storage: storage, configuration: configuration, now: clock)
            told.shown = try await log.all(countMax: 100)
        } catch {
            return
        }
        let new = await withTaskGroup(of: [(Range<LogPosition>, NewEntry)].self) { group in
            for producer in 0..<3 { group.addTask { await Self.append(log, life * 1_000 + producer * 300) } }
            return await group.reduce(into: []) { $0 += $1 }
        }
        for (range, entry) in new { told.acknowledged[range] = entry }
        await log.close()
    }

    private static func append(_ log: EventLog, _ first: Int) async -> [(Range<LogPosition>, NewEntry)] {
        var acknowledged: [(Range<LogPosition>, NewEntry)] = []
        for number in first..<first + 20 {
            let entries = Sample.entries(number..<number + 1 + number % 3, happenings: number % 4)
            do throws(LogError) {
                acknowledged += zip(try await log.append(entries), entries)
            } catch {
                break
            }
        }
        return acknowledged
    }

    private func check(_ storage: SimulatedStorage, _ told: Told) async throws {
        let log: EventLog
        do throws(LogError) {
            log = try await EventLog.open(storage: storage, now: clock)
        } catch {
            throw Violation.doesNotOpen(error)
        }
        let events = try await log.all(countMax: 100)
        for (range, entry) in told.acknowledged {
            let found = events.dropFirst(Int(range.lowerBound.offset)).prefix(entry.events.count)
            guard found.map(\.event) == entry.events, found.allSatisfy({ $0.article == entry.article }) else {
                throw Violation.acknowledgedButLost(range)
            }
        }
        guard events.starts(with: told.shown) else { throw Violation.shownButLost }
        guard try LogVerifier.verify(storage: storage).isWhole else { throw Violation.notWhole }
    }
}
