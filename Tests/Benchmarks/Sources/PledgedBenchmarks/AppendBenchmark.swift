import Foundation
import PledgedCore
import PledgedLog

/// Entries made durable in a second, by batch size: a bare file, the log, SQLite.
///
/// The log and SQLite are given the same events and encode them; the bare file is given bytes, as many.
struct AppendBenchmark {
    private static let rounds = 7
    private static let size = 1_024
    private static let producers = 64

    private let log: String
    private let raw: RawFile
    private let table: SQLiteTable

    init(folder: String) throws {
        log = "\(folder)/appended"
        raw = try RawFile(path: "\(folder)/raw")
        table = try SQLiteTable(path: "\(folder)/table.sqlite")
    }

    func run() async throws {
        let log = try await EventLog.open(folder: log, now: { Timestamp(microseconds: 1_700_000_000_000_000) })
        print("Append, entries of \(Self.size) bytes, median of \(Self.rounds) rounds")
        print(row("batch", "raw/s", "log/s", "SQLite/s", "log:raw", "log:SQLite"))
        for (batch, batches) in [(1, 300), (10, 100), (100, 30), (1_000, 6)] {
            try await compare(log, batch: batch, batches: batches)
        }
        try await together(log)
        try await encoding()
        await log.close()
    }

    private func compare(_ log: EventLog, batch: Int, batches: Int) async throws {
        let entries = (0..<batch).map { SampleArticle.entry($0, size: Self.size) }
        let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: Self.size * batch)
        var (rawTime, logTime, tableTime) = (Measurement(), Measurement(), Measurement())
        for _ in 0..<Self.rounds {
            rawTime.add(try await timed { for _ in 0..<batches { try raw.append(bytes) } })
            logTime.add(try await timed { for _ in 0..<batches { _ = try await log.append(entries) } })
            tableTime.add(
                try await timed {
                    for _ in 0..<batches {
                        try table.append(
                            entries.map { String(decoding: try EventCoding.encode($0.events), as: UTF8.self) }
                        )
                    }
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
                decimal(tableTime.median / logTime.median)
            )
        )
    }

    /// Many who append one entry each and wait for it.
    private func together(_ log: EventLog) async throws {
        let entry = SampleArticle.entry(1, size: Self.size)
        var time = Measurement()
        let each = 100
        for _ in 0..<Self.rounds {
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
        let rate = Int(Double(Self.producers * each) / time.median)
        print("\(Self.producers) producers, one entry each at a time: \(rate)/s")
    }

    /// What of the above is making JSON.
    private func encoding() async throws {
        let entries = (0..<1_000).map { SampleArticle.entry($0, size: Self.size) }
        var (time, bytes) = (Measurement(), 0)
        for _ in 0..<Self.rounds {
            time.add(try await timed { for entry in entries { bytes += try EventCoding.encode(entry.events).count } })
        }
        let rate = Int(Double(entries.count) / time.median)
        print("encoding alone: \(rate)/s, \(bytes / Self.rounds / entries.count) bytes each")
    }

    private func row(_ cells: String...) -> String { cells.map { cell($0, 11) }.joined() }
}
