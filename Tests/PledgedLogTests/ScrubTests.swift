import Foundation
import PledgedCore
import PledgedLog
import Testing

@Suite struct ScrubTests {
    private let folder: LogFolder

    init() throws { folder = try LogFolder() }

    @Test func `reads every sealed segment again`() async throws {
        try await folder.fill(Sample.entries(0..<20)) { $0.segmentBytesMax = 3_000 }
        let log = try await folder.open()
        let sealed = try folder.files.dropLast()
        let report = try await log.scrub(bytesPerSecond: 1 << 30)
        #expect(report.isWhole)
        #expect(report.segments == sealed.count)
        #expect(report.bytes == UInt64(try sealed.reduce(0) { $0 + (try folder.bytes($1).count) }))
        await log.close()
    }

    @Test func `finds what was damaged after the start, in every segment`() async throws {
        try await folder.fill(Sample.entries(0..<20)) { $0.segmentBytesMax = 3_000 }
        let log = try await folder.open()
        let files = try folder.files
        var bytes = try folder.bytes(files[0])
        bytes[200] ^= 1
        try folder.write(bytes, to: files[0])
        let lines = try folder.bytes(files[1]).split(separator: UInt8(ascii: "\n"))
        try folder.write(lines[0] + [UInt8(ascii: "\n")], to: files[1])
        try folder.remove(files[2])
        let damages = try await log.scrub(bytesPerSecond: 1 << 30).damages
        #expect(damages.map(\.file) == files[..<3].map { "\(folder.path)/\($0)" })
        #expect(damages[0].line == 1 && damages[1].what.contains("ends before") && damages[2].what.contains("read"))
        await log.close()
    }

    @Test func `reads no faster than it may, and stops when it is told to`() async throws {
        let text = String(repeating: "word ", count: 40_000)
        try await folder.fill([Sample.entry(1, text: text), Sample.entry(2, text: text)]) { $0.segmentBytesMax = 1 }
        let log = try await folder.open { $0.segmentBytesMax = 1 }
        let start = ContinuousClock.now
        let report = try await log.scrub(bytesPerSecond: 1 << 20)
        #expect(ContinuousClock.now - start >= .seconds(Double(report.bytes) / Double(1 << 20)))
        let slow = Task { try await log.scrub(bytesPerSecond: 1) }
        slow.cancel()
        await #expect(throws: CancellationError.self) { try await slow.value }
        await log.close()
    }
}
