import PledgedCore
import PledgedLog
import Testing

@Suite struct LogVerifierTests {
    private let folder: LogFolder
    private let entries = Sample.entries(0..<12)

    init() throws { folder = try LogFolder() }

    @Test func `counts what a whole log holds`() async throws {
        try await folder.fill(entries) { $0.segmentBytesMax = 3_000 }
        let report = try LogVerifier.verify(folder: folder.path)
        #expect(report.isWhole)
        #expect(report.entries == 12)
        #expect(report.events == 36)
        #expect(report.segments == (try folder.files.count))
        #expect(report.bytes == UInt64(try folder.files.reduce(0) { $0 + (try folder.bytes($1).count) }))
        let last = try folder.bytes(try #require(try folder.files.last)).split(separator: UInt8(ascii: "\n")).last
        #expect(report.lastHash == String(decoding: try #require(last).prefix(64), as: UTF8.self))
    }

    @Test func `takes an unfinished last line for one that is being written`() async throws {
        try await folder.fill(entries)
        let bytes = try folder.bytes()
        try folder.write(bytes + bytes[..<100])
        let report = try LogVerifier.verify(folder: folder.path)
        #expect(report.isWhole)
        #expect(report.unfinishedBytes == 100)
        #expect(report.bytes == UInt64(bytes.count))
        #expect(try folder.bytes().count == bytes.count + 100)
    }

    @Test func `works while the log is written`() async throws {
        let log = try await folder.open { $0.segmentBytesMax = 2_000 }
        async let writing: Void = {
            for entry in entries + entries + entries { _ = try await log.append([entry]) }
        }()
        for _ in 0..<30 { #expect(try LogVerifier.verify(folder: folder.path).isWhole) }
        try await writing
        #expect(try LogVerifier.verify(folder: folder.path).events == log.end.offset)
    }

    @Test func `names what earlier starts cut off`() async throws {
        try await folder.fill(entries)
        try folder.write(try folder.bytes().dropLast())
        await (try folder.open()).close()
        #expect(try LogVerifier.verify(folder: folder.path).tornFiles == ["\(firstSegment).torn-1"])
    }

    @Test func `takes an empty folder for an empty log, and refuses none`() async throws {
        let report = try LogVerifier.verify(folder: folder.path)
        #expect(report.isWhole && report.events == 0 && report.segments == 0)
        #expect(await code { _ = try LogVerifier.verify(folder: folder.path + "/none") } == .unreadable)
    }
}
