import Foundation
import PledgedCore
import PledgedLog

/// Entries made durable in a second: the log, and beside it, round by round, a bare file, SQLite and Redis.
///
/// The log encodes its events and hashes them; the others are given bytes that are made already, as many.
struct AppendBenchmark {
    private static let rounds = 9
    private static let size = 1_024
    private static let producers = 64

    private let folder: String
    private let raw: RawFile
    private let table: SQLiteTable

    init(folder: String) throws {
        self.folder = folder
        raw = try RawFile(path: "\(folder)/raw")
        table = try SQLiteTable(path: "\(folder)/table.sqlite")
    }

    func run() async throws {
        let log = try await EventLog.open(folder: "\(folder)/appended", now: Self.now)
        print("'two' is the log with two producers, each of whom waits for its own batch")
        print("Append, entries of \(Self.size) bytes, median of \(Self.rounds) rounds")
        print(row("batch", "raw/s", "log/s", "SQLite/s", "log:raw", "log:SQLite", "two/s", "two:raw", "two:SQLite"))
        for (batch, batches) in [(1, 300), (10, 100), (100, 50), (1_000, 20)] {
            try await compare(log, batch: batch, batches: batches)
        }
        try await together(log)
        try await latency(log)
        await log.close()
    }

    static let now: @Sendable () -> Timestamp = { Timestamp(microseconds: 1_700_000_000_000_000) }

    private func compare(_ log: EventLog, batch: Int, batches: Int) async throws {
        let entries = (0..<batch).map { SampleArticle.entry($0, size: Self.size) }
        let texts = [String](repeating: String(repeating: "x", count: Self.size), count: batch)
        let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: Self.size * batch)
        var (rawTime, logTime, tableTime, twoTime) = (Measurement(), Measurement(), Measurement(), Measurement())
        for _ in 0..<Self.rounds {
            rawTime.add(try await timed { for _ in 0..<batches { try raw.append(bytes) } })
            logTime.add(try await timed { for _ in 0..<batches { _ = try await log.append(entries) } })
            tableTime.add(try await timed { for _ in 0..<batches { try table.append(texts) } })
            // One encodes and hashes while the other's batch is synced.
            twoTime.add(
                try await timed {
                    async let one: Void = appendAll(log, entries, times: batches / 2)
                    async let other: Void = appendAll(log, entries, times: batches / 2)
                    _ = try await (one, other)
                }
            )
        }
        let count = Double(batch * batches)
        print(
            row(
                "\(batch)",
                "\(Int(count / rawTime.median))",
                "\(Int(count / logTime.median))",
                "\(Int(count / tableTime.median))",
                decimal(rawTime.median / logTime.median),
                decimal(tableTime.median / logTime.median),
                "\(Int(count / twoTime.median))",
                decimal(rawTime.median / twoTime.median),
                decimal(tableTime.median / twoTime.median)
            )
        )
    }

    private func appendAll(_ log: EventLog, _ entries: [NewEntry], times: Int) async throws {
        for _ in 0..<times { _ = try await log.append(entries) }
    }

    /// Many who append one entry each and wait for it.
    private func together(_ log: EventLog) async throws {
        let entry = SampleArticle.entry(1, size: Self.size)
        let redis = try Redis(folder: folder)
        defer { redis?.stop() }
        var (time, redisRates) = (Measurement(), [Double]())
        let each = 200
        for _ in 0..<Self.rounds {
            if let redis {
                redisRates.append(
                    try redis.rate(clients: Self.producers, count: Self.producers * each, size: Self.size)
                )
            }
            time.add(
                try await timed {
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        for _ in 0..<Self.producers {
                            group.addTask { for _ in 0..<each { _ = try await log.append([entry]) } }
                        }
                        try await group.waitForAll()
                    }
                }
            )
        }
        let rate = Double(Self.producers * each) / time.median
        print("\(Self.producers) producers, one entry each at a time: \(Int(rate))/s")
        guard redis != nil else { return print("  redis-server is not installed: not compared") }
        let other = redisRates.sorted()[redisRates.count / 2]
        print("  Redis, appendfsync always, as many clients: \(Int(other))/s; log:Redis \(decimal(rate / other))")
    }

    /// One append at a time, and one write with its sync in turn with it.
    private func latency(_ log: EventLog) async throws {
        let entry = SampleArticle.entry(1, size: Self.size)
        let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: Self.size)
        var (appends, syncs) = (Measurement(), Measurement())
        for _ in 0..<3_000 {
            syncs.add(try await timed { try raw.append(bytes) })
            appends.add(try await timed { _ = try await log.append([entry]) })
        }
        for (name, share) in [("p50", 0.5), ("p99", 0.99)] {
            let (append, sync) = (appends.quantile(share), syncs.quantile(share))
            let both = "append \(Int(append * 1_000_000)) us, write and fdatasync \(Int(sync * 1_000_000)) us"
            print("\(name): \(both); \(decimal(append / sync))")
        }
    }

    private func row(_ cells: String...) -> String { cells.map { cell($0, 11) }.joined() }
}
