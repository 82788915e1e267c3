import PledgedCore
import PledgedLog

/// How soon a log of 10,000 articles is ready, how fast it is checked, and how fast it is read again.
struct OpeningBenchmark {
    private static let articles = 10_000
    private static let size = 8_192

    private let path: String

    init(folder: String) { path = "\(folder)/opened" }

    func run() async throws {
        let now: @Sendable () -> Timestamp = { Timestamp(microseconds: 1_700_000_000_000_000) }
        let log = try await EventLog.open(folder: path, now: now)
        for start in stride(from: 0, to: Self.articles, by: 500) {
            _ = try await log.append((start..<start + 500).map { SampleArticle.entry($0, size: Self.size) })
        }
        await log.close()

        var opening = Measurement()
        for _ in 0..<5 {
            opening.add(try await timed { await (try EventLog.open(folder: path, now: now)).close() })
        }
        let report = try LogVerifier.verify(folder: path)
        print("\(report.entries) articles, \(report.bytes >> 20) MiB")
        print("open and check: \(decimal(opening.median)) s, \(Int(Double(report.bytes >> 20) / opening.median)) MiB/s")
        let reopened = try await EventLog.open(folder: path, now: now)
        var position = LogPosition.start
        let reading = try await timed {
            while position < reopened.end {
                position = position.advanced(by: try await reopened.read(from: position, countMax: 256).count)
            }
        }
        print("read all: \(Int(Double(position.offset) / (reading / .seconds(1)))) events/s")
        await reopened.close()
    }
}
