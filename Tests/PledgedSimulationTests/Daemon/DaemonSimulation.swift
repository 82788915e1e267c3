import Foundation
import PledgedCore
import PledgedLog
import PledgedTesting
import PledgedViews

@testable import PledgedIntake

/// Several lives of a daemon into whose folder files are dropped, ended by kills, power losses and failing disks, and a
/// last one in which all is well.
struct DaemonSimulation {
    private let seed: UInt64
    private let build: SimulatedDaemon.Build
    private let root: TemporaryFolder
    private let clock = SimulatedClock()
    private var configuration: IntakeConfiguration
    private var dropper: Dropper
    private var random: SeededGenerator
    private var files: SimulatedDisk.Files = [:]
    /// What a subscriber has been told, in order.
    private var announced: [RecordedEvent] = []
    private var tally = Tally(seeds: 1)

    /// - Returns: What was gone through.
    /// - Throws: ``Violation``.
    static func run(seed: UInt64, build: @escaping SimulatedDaemon.Build = { $0 }) async throws -> Tally {
        var simulation = try DaemonSimulation(seed, build)
        for _ in 0..<5 { try await simulation.live() }
        try await simulation.liveInPeace()
        return simulation.tally
    }

    private init(_ seed: UInt64, _ build: @escaping SimulatedDaemon.Build) throws {
        (self.seed, self.build) = (seed, build)
        random = SeededGenerator(seed: seed)
        root = try TemporaryFolder(isInMemory: true)
        let (drop, desk) = (try root.folder("drop"), try root.folder("desk"))
        _ = try root.folder("views")
        configuration = IntakeConfiguration(
            dropFolder: drop,
            outcomeFolder: root.path("outcomes"),
            batchMax: Int.random(in: 1...4, using: &random)
        )
        dropper = Dropper(folder: drop, desk: desk, clock: clock)
    }

    private func violation(_ what: String) -> Violation { Violation(seed: seed, what: "daemon: \(what)") }

    private func start(_ disk: SimulatedDisk) async throws -> SimulatedDaemon {
        let announcements = SimulatedWatch.Announcements(seed: seed &+ UInt64(tally.crashPoints))
        return try await SimulatedDaemon(
            disk: disk,
            viewsPath: root.path("views/views.sqlite"),
            configuration: configuration,
            watch: SimulatedWatch(announcements: announcements, clock: clock),
            build: build
        )
    }
}

// MARK: Lives

extension DaemonSimulation {
    private enum Death: CaseIterable {
        case kill, powerLoss
    }

    private mutating func live() async throws {
        let death = Death.allCases.randomElement(using: &random) ?? .kill
        let disk = SimulatedDisk(
            files,
            seed: random.next(),
            isFaulty: Int.random(in: 0..<3, using: &random) == 0,
            operations: death == .powerLoss ? Int.random(in: 3...40, using: &random) : .max
        )
        try root.copy("views", to: "old-views")
        let before = try outcomes()
        do {
            let daemon = try await start(disk)
            try await work(daemon, disk)
            try root.copy("views", to: "left-views")
            let hasFailed = try await daemon.end()
            if daemon.mustEnd, !hasFailed { throw violation("the log failed, and the daemon does not end by that") }
        } catch let error as LogError {
            if error.code == .damaged { throw violation("a start found damage that nobody did: \(error)") }
            try root.copy("views", to: "left-views")
        }
        tally.crashPoints += 1
        tally.faults.merge(disk.faults, uniquingKeysWith: +)
        files = death == .kill ? disk.files : SimulatedDisk.afterPowerLoss(disk.files, seed: random.next())
        try leaveViews()
        if death == .powerLoss { try undoMoves(since: before) }
    }

    private mutating func work(_ daemon: SimulatedDaemon, _ disk: SimulatedDisk) async throws {
        try await listen(to: daemon)
        for _ in 0..<Int.random(in: 5...40, using: &random) where !disk.isOff && !daemon.mustEnd {
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<3: daemon.loop.watch.announcements.add(try dropper.act(&random))
            case 3..<6: try daemon.round()
            case 6..<8:
                await daemon.serve()
                try await listen(to: daemon)
            case 8: clock.advance(by: .milliseconds(Int.random(in: 1...3_000, using: &random)))
            // A file that is half written would pass for an old one.
            default: if !dropper.isWriting { clock.jump(bySeconds: Int64.random(in: -90_000...90_000, using: &random)) }
            }
        }
    }

    /// A subscriber reads on from where it was.
    private mutating func listen(to daemon: SimulatedDaemon) async throws {
        do {
            while true {
                let position = LogPosition.start.advanced(by: announced.count)
                if position > daemon.log.end { throw violation("announced up to \(position), and the log ends before") }
                let more = try await daemon.log.read(from: position, countMax: 100)
                if more.isEmpty { return }
                announced += more
            }
        } catch let error as LogError where error.code == .unreadable {
            // The disk does not read for now: the subscriber comes again.
        }
    }

    /// The views are as this life left them, or as it found them, gone, or garbage.
    private mutating func leaveViews() throws {
        let kept = ["left-views", "old-views"].randomElement(using: &random) ?? "left-views"
        try root.copy(Int.random(in: 0..<8, using: &random) == 0 ? nil : kept, to: "views")
        guard Int.random(in: 0..<8, using: &random) == 0 else { return }
        for name in try FileManager.default.contentsOfDirectory(atPath: root.path("views"))
        where name.hasPrefix("views.sqlite.") && !name.contains("-") {
            try root.file("views/\(name)", "no database")
        }
    }

    /// Where each outcome lies.
    private func outcomes() throws -> Set<String> {
        guard FileManager.default.fileExists(atPath: root.path("outcomes")) else { return [] }
        return Set(try FileManager.default.subpathsOfDirectory(atPath: root.path("outcomes")))
    }

    /// The file system had not written down yet that these files were moved.
    private mutating func undoMoves(since before: Set<String>) throws {
        for path in try outcomes().subtracting(before).sorted() where path.contains("/") && !path.hasSuffix(".reason") {
            guard let name = try dropper.name(of: root.path("outcomes/\(path)")) else { continue }
            let old = root.path("drop/\(name)")
            guard Bool.random(using: &random), !FileManager.default.fileExists(atPath: old) else { continue }
            try FileManager.default.moveItem(atPath: root.path("outcomes/\(path)"), toPath: old)
        }
    }
}

// MARK: The end

extension DaemonSimulation {
    /// Starts once more, waits until nothing is left to do, and asks what became of everything.
    private mutating func liveInPeace() async throws {
        if dropper.isWriting { _ = try dropper.act(&random) }
        let daemon: SimulatedDaemon
        do {
            daemon = try await start(SimulatedDisk(files, seed: seed))
        } catch {
            throw violation("it does not start again: \(error)")
        }
        var rounds = 0
        repeat {
            try daemon.round()
            await daemon.serve()
            daemon.loop.watch.wait(atMost: .milliseconds(500))
            rounds += 1
            if rounds > 2_000 { throw violation("it never comes to rest: \(daemon.loop.board.status)") }
        } while try !daemon.isIdle || !FileManager.default.contentsOfDirectory(atPath: root.path("drop")).isEmpty
        let events = try await allEvents(daemon.log)
        guard events.starts(with: announced) else { throw violation("what was announced is not in the log") }
        try checkOutcomes(events)
        let digest = try daemon.views.digestWithPosition()
        guard digest.position == daemon.log.end else { throw violation("the views lag behind for ever") }
        let rebuilt = try await ViewStore.digestOfRebuild(
            inFolder: root.path,
            until: digest.position,
            reading: daemon.log.read(from:countMax:)
        )
        if digest.hexadecimal != rebuilt { throw violation("the views are not what a rebuild gives") }
        _ = try await daemon.end()
    }

    private func allEvents(_ log: EventLog) async throws -> [RecordedEvent] {
        var events: [RecordedEvent] = []
        while true {
            let more = try await log.read(from: .start.advanced(by: events.count), countMax: 500)
            if more.isEmpty { return events }
            events += more
        }
    }

    private func checkOutcomes(_ events: [RecordedEvent]) throws {
        var counts: [Dropper.Drop: Int] = [:]
        for recorded in events {
            switch recorded.event {
            case .articleReceived(let event): counts[Dropper.Drop(event.file), default: 0] += 1
            case .articleDuplicated(let event): counts[Dropper.Drop(event.file), default: 0] += 1
            case .articleRejected(let event): counts[Dropper.Drop(event.file), default: 0] += 1
            default: break
            }
        }
        for drop in dropper.drops.sorted(by: { $0.modified < $1.modified }) where counts[drop] != 1 {
            throw violation("\(drop.name) has \(counts[drop, default: 0]) outcomes")
        }
        for (drop, count) in counts.sorted(by: { $0.key.modified < $1.key.modified })
        where !dropper.drops.contains(drop) {
            guard dropper.halves.contains(drop), count == 1 else {
                throw violation("\(drop.name) has \(count) outcomes, and was never dropped like that")
            }
        }
    }
}

extension TemporaryFolder {
    /// Makes `target` what `source` is, an empty folder for nil.
    fileprivate func copy(_ source: String?, to target: String) throws {
        let files = FileManager.default
        if files.fileExists(atPath: path(target)) { try files.removeItem(atPath: path(target)) }
        if let source {
            try files.copyItem(atPath: path(source), toPath: path(target))
        } else {
            _ = try folder(target)
        }
    }
}
