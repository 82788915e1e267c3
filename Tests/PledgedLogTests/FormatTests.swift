import Foundation
import PledgedCore
import PledgedLog
import Subprocess
import SystemPackage
import Testing

@Suite struct FormatTests {
    /// An entry as the documentation describes it.
    private struct Entry: Codable, Equatable {
        var article: ArticleID?
        var count: Int
        var durable: LogPosition?
        var events: [Event]
        var position: LogPosition
        var recorded: Timestamp
    }

    @Test func `writes one line an entry, exactly as EventCoding would`() async throws {
        let folder = try LogFolder()
        let log = try await folder.open()
        let entries = [Sample.entry(1), Sample.rejected]
        _ = try await log.append(entries)
        _ = try await log.append([Sample.entry(2)])
        let first = entries[0].events.count
        let expected = [
            Entry(
                article: entries[0].article,
                count: 3,
                events: entries[0].events,
                position: .start,
                recorded: clock()
            ),
            // Written together with the first: it says that the log was durable up to 0 only.
            Entry(
                count: 1,
                durable: .start,
                events: entries[1].events,
                position: .start.advanced(by: first),
                recorded: clock()
            ),
            Entry(
                article: Sample.article(2),
                count: 3,
                events: Sample.entry(2).events,
                position: .start.advanced(by: first + 1),
                recorded: clock()
            ),
        ]
        let json = try expected.map { String(decoding: try EventCoding.encode($0), as: UTF8.self) }
        let text = String(decoding: try folder.bytes().prefix { $0 != 0 }, as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.map { String($0.dropFirst(65)) } == json + [""])
    }

    /// The check in the documentation: ten lines of shell, and no part of ours.
    private static var check: String {
        get throws {
            let sources = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../Sources/PledgedLog")
                .standardized
            let page = sources.appendingPathComponent("Documentation.docc/LogFormat.md")
            let text = String(decoding: try Data(contentsOf: page), as: UTF8.self)
            let script = text.components(separatedBy: "```sh\n").last?.components(separatedBy: "```").first
            return try #require(script)
        }
    }

    private func shell(_ script: String, _ argument: String) async throws -> (Bool, String) {
        let result = try await run(
            .path("/bin/sh"),
            arguments: ["-c", script, "sh", argument],
            output: .string(limit: 1 << 20),
            error: .string(limit: 1 << 20)
        )
        let output = result.standardOutput.trimmingCharacters(in: .whitespacesAndNewlines)
        return (result.terminationStatus.isSuccess, output)
    }

    @Test func `can be checked by ten lines of shell, over all segments`() async throws {
        let folder = try LogFolder()
        try await folder.fill(Sample.entries(0..<12)) { $0.segmentBytesMax = 3_000 }
        #expect(try folder.files.count > 2)
        let (isWhole, last) = try await shell(try Self.check, folder.path)
        #expect(isWhole)
        #expect(last == (try LogVerifier.verify(folder: folder.path).lastHash))

        var bytes = try folder.bytes()
        bytes[200] ^= 1
        try folder.write(bytes)
        #expect(try await !shell(try Self.check, folder.path).0)
    }

    @Test func `gives plain JSON to cut`() async throws {
        let folder = try LogFolder()
        let entries = Sample.entries(0..<5)
        try await folder.fill(entries)
        let (isFine, text) = try await shell("cut -d' ' -f2- \"$1\"", "\(folder.path)/\(firstSegment)")
        #expect(isFine)
        let decoded = try text.split(separator: "\n").map { try EventCoding.decode(Entry.self, from: Data($0.utf8)) }
        #expect(decoded.map(\.events) == entries.map(\.events))
    }

    @Test func `names segments after their first position and chains them`() async throws {
        let folder = try LogFolder()
        let entries = Sample.entries(0..<12)
        try await folder.fill(entries) { $0.segmentBytesMax = 1 }
        #expect(try folder.files == (0..<12).map { "\(LogPosition.start.advanced(by: $0 * 3)).log" })
        let log = try await folder.open()
        #expect(try await log.all() == entries.recorded)
        #expect(log.recovery.segments == 12)
    }
}
