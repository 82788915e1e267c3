import Foundation

/// Measures what the log promises, beside what else could be used, in one run.
///
/// A busy core makes a sync 25 times slower, so the numbers that count are the ratios.
@main struct PledgedBenchmarks {
    static func main() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pledged-benchmarks-\(UUID())").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer {
            do {
                try FileManager.default.removeItem(atPath: folder)
            } catch {
                print("Cannot remove '\(folder)': \(error).")
            }
        }
        try await AppendBenchmark(folder: folder).run()
        try await OpeningBenchmark(folder: folder).run()
    }
}
