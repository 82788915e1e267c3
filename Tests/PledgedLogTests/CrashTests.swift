import Foundation
import PledgedCore
import PledgedLog
import PledgedTesting
import Subprocess
import SystemPackage
import Testing

/// Real processes on a real disk, stopped the hard way.
@Suite struct CrashTests {
    private let folder: LogFolder

    init() throws { folder = try LogFolder() }

    /// Beside the program that runs the tests.
    private static var writer: FilePath {
        get throws {
            let program = FilePath(try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            return program.removingLastComponent().appending("pledged-log-writer")
        }
    }

    /// Lets a writer append until it has told of `acknowledged` appends, kills it, and gives all that it told of.
    private func kill(after acknowledged: Int, firstNumber: Int, producers: Int) async throws -> [(Int, Int)] {
        let result = try await run(
            .path(Self.writer),
            arguments: [folder.path, "5000", "\(firstNumber)", "\(producers)"],
            input: .none,
            output: .sequence,
            error: .discarded
        ) { execution in
            var told: [(Int, Int)] = []
            for try await line in execution.standardOutput.strings() {
                let fields = line.split(separator: " ")
                // The last line may be cut short by the death of its writer: `run` splits at line feeds.
                if fields.count == 2, let position = Int(fields[0]), let number = Int(fields[1]) {
                    told.append((position, number))
                }
                if told.count == acknowledged { try execution.send(signal: .kill) }
            }
            return told
        }
        #expect(!result.terminationStatus.isSuccess)
        return result.closureResult
    }

    @Test(arguments: [1, 8])
    func `loses nothing acknowledged when it is killed, any number of times`(producers: Int) async throws {
        var random = SeededGenerator(seed: UInt64(producers))
        var acknowledged: [(Int, Int)] = []
        for round in 1...25 {
            let count = Int.random(in: 1...20, using: &random)
            let new = try await kill(after: count, firstNumber: round * 100_000, producers: producers)
            let log = try await folder.open()
            for (position, number) in new {
                let events = try await log.read(from: .start.advanced(by: position), countMax: 1 + number % 3)
                #expect(events.map(Self.number) == Array(repeating: number, count: 1 + number % 3))
            }
            await log.close()
            acknowledged += new
        }
        let log = try await folder.open()
        let numbers = try await log.all(countMax: 1_000).map(Self.number)
        #expect(numbers.count == Int(log.end.offset))
        #expect(acknowledged.allSatisfy { numbers[$0] == $1 })
        #expect(try folder.files.count { $0.hasSuffix(".log") } > 1)
        let report = try LogVerifier.verify(folder: folder.path)
        #expect(report.isWhole && report.unfinishedBytes == 0)
        #expect(report.entries >= acknowledged.count)
    }

    private static func number(_ recorded: RecordedEvent) -> Int? {
        guard case .articleRejected(let event) = recorded.event else { return nil }
        return Int(event.file.name)
    }

    @Test func `is full, and whole, where the system lets a file grow no further`() async throws {
        // 24 blocks of 512 bytes; the write that crosses the limit is a short one.
        let script = "ulimit -f 24; trap '' XFSZ; exec \"$@\""
        let result = try await run(
            .path("/bin/sh"),
            arguments: ["-c", script, "sh", try Self.writer.string, folder.path, "100000000", "1", "1"],
            output: .string(limit: 1 << 20)
        )
        let lines = result.standardOutput.split(separator: "\n")
        #expect(result.terminationStatus.isSuccess)
        #expect(lines.last == "full")
        let report = try LogVerifier.verify(folder: folder.path)
        #expect(report.isWhole && report.unfinishedBytes == 0)
        #expect(report.entries == lines.count - 2)
        #expect(report.bytes == UInt64(try folder.bytes().count))
    }

    @Test func `keeps a second process out`() async throws {
        let log = try await folder.open()
        let result = try await run(
            .path(Self.writer),
            arguments: [folder.path, "20000", "1", "1"],
            output: .string(limit: 1 << 20),
            error: .string(limit: 1 << 20)
        )
        #expect(!result.terminationStatus.isSuccess)
        #expect(result.standardOutput.isEmpty)
        #expect(log.end == .start)
    }
}
