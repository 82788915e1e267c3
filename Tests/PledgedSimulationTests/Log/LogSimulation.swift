import PledgedCore
import PledgedLog
import PledgedTesting

/// Several lives of one log on a disk that fails, and a power loss or the death of its process at every moment of them.
struct LogSimulation {
    /// Puts something between the log and the disk: nothing, or a mistake that must be noticed.
    typealias Build = @Sendable (SimulatedDisk) -> any LogStorage

    private let seed: UInt64
    private let build: Build
    /// Whether appends come side by side: then their order, and which of them share a sync, is not the seed's alone.
    private let isConcurrent: Bool
    private let recorder = Recorder()
    private var random: SeededGenerator
    private var nextNumber = 0
    private var tally = Tally(seeds: 1)

    /// - Returns: What was gone through.
    /// - Throws: ``Violation``.
    static func run(seed: UInt64, build: @escaping Build = { $0 }) async throws -> Tally {
        var simulation = LogSimulation(seed, build)
        try await simulation.live()
        try await simulation.crashEverywhere()
        return simulation.tally
    }

    private init(_ seed: UInt64, _ build: @escaping Build) {
        (self.seed, self.build) = (seed, build)
        isConcurrent = seed % 4 == 3
        random = SeededGenerator(seed: seed)
    }

    private func violation(_ what: String) -> Violation { Violation(seed: seed, what: what) }
}

// MARK: Lives

extension LogSimulation {
    private mutating func live() async throws {
        var files: SimulatedDisk.Files = [:]
        for life in 0..<3 {
            // The first starts on an empty disk in good order.
            let isFaulty = life > 0 || Bool.random(using: &random)
            let disk = SimulatedDisk(files, seed: random.next(), isFaulty: isFaulty, observe: recorder.note)
            try await live(on: disk)
            tally.faults.merge(disk.faults, uniquingKeysWith: +)
            let end = disk.files
            files = Bool.random(using: &random) ? end : SimulatedDisk.afterPowerLoss(end, seed: random.next())
        }
        recorder.note(files)
    }

    /// One process: it may not even start, and ends when the log says that it must.
    private mutating func live(on disk: SimulatedDisk) async throws {
        let (log, recovered): (EventLog, [StoredEntry])
        do throws(LogError) {
            log = try await open(disk)
            recovered = try await log.allEntries()
        } catch {
            if error.code == .damaged { throw violation("a start found damage that nobody did: \(error)") }
            return
        }
        if let what = recorder.told.violation(in: recovered, isOrdered: !isConcurrent) { throw violation(what) }
        recorder.tell { $0.show(recovered) }
        for _ in 0..<Int.random(in: 4...10, using: &random) {
            let groups = (0..<(isConcurrent ? 4 : 1)).map { _ in takeNumbers() }
            guard try await append(groups, to: log, recorder) else { break }
        }
        await log.close()
    }

    private func open(_ disk: SimulatedDisk) async throws(LogError) -> EventLog {
        var configuration = LogConfiguration()
        configuration.segmentBytesMax = 2_000 + Int(seed % 7) * 1_500
        configuration.recentBytesMax = 2_000
        // Each entry by itself, or all of an append at once.
        configuration.pieceEntries = seed % 2 == 0 ? 1 : 32
        configuration.allocationBytes = [0, 1_500, 8 << 20][Int(seed / 7 % 3)]
        let now: @Sendable () -> Timestamp = { Timestamp(microseconds: 1_700_000_000_123_456) }
        return try await EventLog.open(storage: build(disk), configuration: configuration, now: now)
    }

    private mutating func takeNumbers() -> Range<Int> {
        let count = Int.random(in: 1...3, using: &random)
        defer { nextNumber += count }
        return nextNumber..<nextNumber + count
    }

    /// Appends groups side by side, and says whether the log takes more.
    private func append(_ groups: [Range<Int>], to log: EventLog, _ recorder: Recorder) async throws -> Bool {
        let seed = seed
        return try await withThrowingTaskGroup(of: Bool.self) { tasks in
            for numbers in groups {
                recorder.tell { told in for number in numbers { told.fates[number] = .open } }
                tasks.addTask { try await Self.append(numbers, to: log, seed, recorder) }
            }
            return try await tasks.reduce(true) { $0 && $1 }
        }
    }

    private static func append(
        _ numbers: Range<Int>,
        to log: EventLog,
        _ seed: UInt64,
        _ recorder: Recorder
    ) async throws -> Bool {
        do throws(LogError) {
            let places = try await log.append(numbers.map { Library.shared.entries[$0] })
            recorder.tell { told in
                for (number, place) in zip(numbers, places) { told.fates[number] = .acknowledged(at: place.lowerBound) }
            }
            return true
        } catch {
            switch error.code {
            case .full:
                recorder.tell { told in for number in numbers { told.fates[number] = .refused } }
                return true
            case .unwritable: return false
            default: throw Violation(seed: seed, what: "an append failed by \(error)")
            }
        }
    }
}

// MARK: Crashes

extension LogSimulation {
    private mutating func crashEverywhere() async throws {
        let first = nextNumber
        for (index, moment) in recorder.moments.enumerated() {
            // No crash knows of another, and there are only so many entries.
            nextNumber = first
            let left = SimulatedDisk.afterPowerLoss(moment.files, seed: random.next())
            try await restart(left, moment.told, crashes: index % 3 == 0 ? 1 : 0)
            // A process that dies leaves its cache; the power may go right after the next has started from that.
            nextNumber = first
            if index % 3 == 1 { try await restart(moment.files, moment.told, crashes: 1) }
        }
    }

    /// Starts on a disk in good order, asks what is there, and lets the power go that many times more.
    private mutating func restart(_ files: SimulatedDisk.Files, _ told: Told, crashes: Int) async throws {
        tally.crashPoints += 1
        let recorder = Recorder(told)
        let disk = SimulatedDisk(files, seed: random.next(), observe: recorder.note)
        let (log, recovered, damage): (EventLog, [StoredEntry], LogDamage?)
        do throws(LogError) {
            log = try await open(disk)
            recovered = try await log.allEntries()
            // Opening and reading have checked the chain as well.
            damage = tally.crashPoints % 16 == 0 ? try LogVerifier.verify(storage: disk).damage : nil
        } catch {
            throw violation("a start failed: \(error)")
        }
        if let what = told.violation(in: recovered, isOrdered: !isConcurrent) { throw violation(what) }
        if let damage { throw violation("the chain is broken: \(damage)") }
        recorder.tell { $0.show(recovered) }
        guard crashes > 0 else { return await log.close() }
        guard try await append([takeNumbers()], to: log, recorder) else {
            throw violation("a log that has just started takes nothing")
        }
        await log.close()
        recorder.note(disk.files)
        guard let moment = recorder.moments.randomElement(using: &random) else { return }
        let left = SimulatedDisk.afterPowerLoss(moment.files, seed: random.next())
        try await restart(left, moment.told, crashes: crashes - 1)
    }
}

extension EventLog {
    fileprivate func allEntries() async throws(LogError) -> [StoredEntry] {
        var entries: [StoredEntry] = []
        var position = LogPosition.start
        while true {
            let next = try await self.entries(from: position, countMax: 64)
            guard let last = next.last else { return entries }
            entries += next
            position = last.position.advanced(by: last.count)
        }
    }
}
