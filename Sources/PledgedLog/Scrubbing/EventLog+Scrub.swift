import PledgedCore
import SystemPackage

extension EventLog {
    /// Reads every sealed segment again, from the disk where the system can be told to, and checks its chain.
    ///
    /// What is sealed while this runs is left for the next time. Damage does not end it: the segments after it are
    /// checked as well.
    ///
    /// - Parameter bytesPerSecond: Not faster than that; at least 1.
    /// - Returns: What was found; damage, and a segment that cannot be read, are part of the report.
    /// - Throws: `CancellationError`.
    @concurrent
    public nonisolated func scrub(bytesPerSecond: Int) async throws(CancellationError) -> ScrubReport {
        precondition(bytesPerSecond > 0, "A scrub that reads nothing would never end.")
        let segments = published.snapshot.segments
        var report = ScrubReport()
        var pace = ScrubPace(bytesPerSecond: bytesPerSecond)
        for (segment, next) in zip(segments, segments.dropFirst()) {
            do {
                if let damage = try await scrub(segment, until: next.before, &pace, &report) {
                    report.damages.append(damage)
                }
            } catch let error as LogError {
                let what = "it cannot be read (\(error.message))"
                report.damages.append(LogDamage(file: storage.path(segment.name.file), line: 0, byte: 0, what: what))
            } catch {
                throw CancellationError()
            }
            report.segments += 1
        }
        return report
    }

    private nonisolated func scrub(
        _ segment: Segment,
        until end: HashChain,
        _ pace: inout ScrubPace,
        _ report: inout ScrubReport
    ) async throws -> LogDamage? {
        let path = storage.path(segment.name.file)
        // Otherwise the system would show what it remembers, and not what the disk has.
        (storage as? FolderStorage)?.forgetCached(segment.name.file)
        let (file, length) = try storage.open(segment.name, for: .reading)
        var reader = LineReader(file, from: 0, until: length)
        var (chain, number) = (segment.before, 0)
        while let line = try reading(path, { () throws(Errno) in try reader.next() }) {
            number += 1
            do throws(LineFault) {
                if let fault = line.fault { throw fault }
                _ = try chain.check(line.bytes, segment.redactions)
            } catch {
                return LogDamage(file: path, line: number, byte: line.offset, what: error.description)
            }
            report.entries += 1
            report.bytes += line.end - line.offset
            try await pace.read(line.end - line.offset)
        }
        if chain == end { return nil }
        return LogDamage(file: path, line: number, byte: length, what: "the segment ends before the next one begins")
    }
}

/// Keeps a reader from reading faster than it may.
private struct ScrubPace {
    private let bytesPerSecond: Int
    private let start = ContinuousClock.now
    private var bytes: UInt64 = 0
    private var unpaused: UInt64 = 0

    /// Bytes after which it looks at the clock.
    private static let pauseBytes: UInt64 = 64 << 10

    init(bytesPerSecond: Int) { self.bytesPerSecond = bytesPerSecond }

    mutating func read(_ count: UInt64) async throws {
        bytes += count
        unpaused += count
        if unpaused < Self.pauseBytes { return }
        unpaused = 0
        try Task.checkCancellation()
        try await Task.sleep(until: start + .seconds(Double(bytes) / Double(bytesPerSecond)), clock: .continuous)
    }
}
