import Foundation

/// Measures what the log promises, beside what else could be used, in one run.
///
/// A busy core makes a sync 25 times slower, so the numbers that count are the ratios. Takes the number of articles in
/// the log that is opened, 10,000 unless said otherwise; a million take 9 GB of disk.
@main struct PledgedBenchmarks {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        let articles = arguments.compactMap { Int($0) }.first ?? 10_000
        let parent = ProcessInfo.processInfo.environment["PLEDGED_BENCHMARKS"].map { URL(fileURLWithPath: $0) }
        let folder = (parent ?? FileManager.default.temporaryDirectory)
            .appendingPathComponent("pledged-benchmarks-\(UUID())").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer {
            do {
                try FileManager.default.removeItem(atPath: folder)
            } catch {
                print("Cannot remove '\(folder)': \(error).")
            }
        }
        if !arguments.contains("reading") { try await AppendBenchmark(folder: folder).run() }
        if !arguments.contains("append") {
            try await ReadingBenchmark(folder: folder, articles: articles, small: arguments.contains("small")).run()
        }
    }
}
