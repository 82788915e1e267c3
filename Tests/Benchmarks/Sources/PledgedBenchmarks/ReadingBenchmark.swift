import Foundation
import PledgedCore
import PledgedLog

/// What an event costs without the disk, written and read again; and how soon a log is ready.
struct ReadingBenchmark {
    /// Kept in memory, so that the disk has no say.
    private static let memory = "/dev/shm/pledged-benchmarks"
    private static let batch = 100

    let folder: String
    /// Of the log that is opened.
    let articles: Int
    let small: Bool

    func run() async throws {
        try await small()
        if small { return }
        try await events()
        try await opening()
    }

    /// Entries of one event, as ``AppendBenchmark`` has them.
    private func small() async throws {
        let path = "\(Self.memory)-small-\(ProcessInfo.processInfo.processIdentifier)"
        let log = try await EventLog.open(folder: path, now: AppendBenchmark.now)
        let entries = (0..<1_000).map { SampleArticle.entry($0, size: 1_024) }
        var time = Measurement()
        for _ in 0..<200 { time.add(try await timed { _ = try await log.append(entries) }) }
        print("An entry of one event of 1 kB, appended in memory: \(Int(time.median * 1e6)) ns")
        await log.close()
        let report = try LogVerifier.verify(folder: path)
        print("  \(report.bytes / UInt64(report.entries)) bytes a line")
        try FileManager.default.removeItem(atPath: path)
    }

    /// Writing takes encoding, hashing and a copy to the file's pages; there is nothing to sync.
    private func events() async throws {
        let path = "\(Self.memory)-\(ProcessInfo.processInfo.processIdentifier)"
        let log = try await EventLog.open(folder: path, now: AppendBenchmark.now)
        let entries = (0..<Self.batch).map(SampleArticle.reading)
        let (rounds, perEntry) = (80, entries[0].events.count)
        var time = Measurement()
        for _ in 0..<rounds { time.add(try await timed { _ = try await log.append(entries) }) }
        let nanoseconds = time.median / Double(Self.batch * perEntry) * 1e9
        print("An article of \(perEntry) events, appended in memory: \(Int(nanoseconds)) ns an event")
        await log.close()
        let report = try LogVerifier.verify(folder: path)
        print("  \(report.bytes / UInt64(report.entries)) bytes an article, \(report.bytes / report.events) an event")
        let reopened = try await EventLog.open(folder: path, now: AppendBenchmark.now)
        for countMax in [256, 512, 2_000] {
            var reading = Measurement()
            for _ in 0..<3 {
                reading.add(
                    try await timed {
                        var position = LogPosition.start
                        while position < reopened.end {
                            let count = try await reopened.read(from: position, countMax: countMax).count
                            position = position.advanced(by: count)
                        }
                    }
                )
            }
            print("Replay, \(countMax) events at a time: \(Int(Double(report.events) / reading.median)) events/s")
        }
        await reopened.close()
        try FileManager.default.removeItem(atPath: path)
    }

    private func opening() async throws {
        let path = "\(folder)/opened"
        let log = try await EventLog.open(folder: path, now: AppendBenchmark.now)
        for start in stride(from: 0, to: articles, by: 500) {
            _ = try await log.append((start..<min(start + 500, articles)).map(SampleArticle.reading))
        }
        await log.close()
        let before = Self.memoryInUse()
        var opening = Measurement()
        for _ in 0..<5 {
            opening.add(try await timed { await (try EventLog.open(folder: path, now: AppendBenchmark.now)).close() })
        }
        print("Opening a log of \(articles) articles: \(decimal(opening.median)) s")
        let opened = try await EventLog.open(folder: path, now: AppendBenchmark.now)
        let scrub = try await timed {
            print("  \(try await opened.scrub(bytesPerSecond: 1 << 40).bytes >> 20) MiB sealed")
        }
        let grown = Self.memoryInUse() - before
        print("  checked whole in the background: \(decimal(scrub / .seconds(1))) s, \(grown >> 20) MiB more in memory")
        await opened.close()
    }

    /// The process's resident memory, in bytes.
    private static func memoryInUse() -> Int {
        let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        let fields = text.split(separator: " ")
        return fields.count > 1 ? (Int(fields[1]) ?? 0) * 4096 : 0
    }
}
