import Foundation
import PledgedTesting
import Testing

/// The real daemon's log, signed, cut, damaged, copied and mended.
@Suite struct TamperTests {
    private let folder: TemporaryFolder
    private let log: String
    private let key: String

    init() throws {
        folder = try TemporaryFolder()
        log = folder.path("state/log")
        key = folder.path("log.key")
    }

    private static let small = ["--log-segment-bytes", "65536"]

    private func pledgectl(_ arguments: String...) async throws -> Program.Result {
        try await Program.run(Program.path("pledgectl"), arguments)
    }

    private func makeKey() async throws -> String {
        let made = try await pledgectl("log", "key", key)
        try #require(made.status == 0, "\(made.errors)")
        return made.output.trimmingCharacters(in: .newlines)
    }

    private func start(_ flags: [String]) async throws -> DaemonProcess {
        let daemon = try DaemonProcess(in: folder, flags: flags)
        try await daemon.waitUntilReady()
        return daemon
    }

    /// Drops articles and waits until they are read.
    private func drop(_ numbers: ClosedRange<Int>, on daemon: DaemonProcess) async throws {
        try throwIn(numbers, on: daemon)
        try await waitFor(numbers.upperBound, on: daemon)
    }

    private func waitFor(_ count: Int, on daemon: DaemonProcess) async throws {
        #expect(try await eventually { try daemon.outcomes("accepted").count >= count })
    }

    private func throwIn(_ numbers: ClosedRange<Int>, on daemon: DaemonProcess) throws {
        for number in numbers {
            try folder.file("incoming", SampleArticle.text(number))
            let target = "\(daemon.dropFolder)/\(number).txt"
            try FileManager.default.moveItem(atPath: folder.path("incoming"), toPath: target)
        }
    }

    private func segments(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".log") }.sorted()
    }

    private func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

    private func flip(_ byte: Int, of path: String) throws {
        var bytes = try bytes(path)
        bytes[byte] ^= 1
        try bytes.write(to: URL(fileURLWithPath: path))
    }

    private func copyLog(to copy: String) throws {
        try FileManager.default.copyItem(atPath: log, toPath: copy)
    }

    @Test func `what is cut off the end is missed, and taken from a copy`() async throws {
        let publicKey = try await makeKey()
        let first = try await start(["--log-key", key, "--log-checkpoint-seconds", "3600"])
        try await drop(1...3, on: first)
        #expect(try await first.stop() == 0)
        #expect(first.messages.contains("Checkpoint signed"), "\(first.messages)")
        let whole = try await pledgectl("log", "verify", log, "--key", key + ".pub")
        #expect(whole.status == 0, "\(whole.errors)")
        #expect(whole.output.contains("checkpoints 1 hold") && whole.output.contains(publicKey), "\(whole.output)")
        try copyLog(to: folder.path("copy"))

        let segment = "\(log)/00000000000000000000.log"
        let lines = try bytes(segment).split(separator: UInt8(ascii: "\n"))
        try Data(lines.dropLast().joined(separator: [UInt8(ascii: "\n")]) + [UInt8(ascii: "\n")])
            .write(to: URL(fileURLWithPath: segment))
        let cut = try await pledgectl("log", "verify", log)
        #expect(cut.status == 1)
        #expect(cut.errors.contains("its end was cut off"), "\(cut.errors)")
        let refused = try DaemonProcess(in: folder, flags: ["--log-key", key])
        #expect(try await refused.exitStatus() == 1)
        #expect(refused.messages.contains("its end was cut off"), "\(refused.messages)")

        let mended = try await pledgectl("log", "repair", log, "--from", folder.path("copy"))
        #expect(mended.status == 0, "\(mended.errors)")
        #expect(mended.output.contains("from the copy  1 entry"), "\(mended.output)")
        let last = try await start(["--log-key", key])
        #expect(try await last.count("article.received") == 3)
        #expect(try await last.pledgectl("verify").status == 0)
        #expect(try await last.stop() == 0)
    }

    @Test func `an event is proved to whoever has the public key alone`() async throws {
        let publicKey = try await makeKey()
        let daemon = try await start(["--log-key", key, "--log-checkpoint-seconds", "1"])
        try await drop(1...2, on: daemon)
        let proof = folder.path("proof")
        let isProved = try await eventually {
            try await pledgectl("log", "prove", "1", log, "--output", proof).status == 0
        }
        #expect(isProved, "\(daemon.messages)")
        let checked = try await pledgectl("log", "check", proof, "--key", publicKey)
        #expect(checked.status == 0, "\(checked.errors)")
        let event = try await daemon.events("&after=0").first
        #expect(checked.output.contains(#""id" : "00000000000000000001""#), "\(checked.output)")
        #expect(checked.output.contains(try #require(event?["type"] as? String)))
        let beyond = try await pledgectl("log", "prove", "1000000", log)
        #expect(beyond.status == 1 && beyond.errors.contains("No checkpoint"), "\(beyond.errors)")

        let text = String(decoding: try bytes(proof), as: UTF8.self)
        try folder.file("proof", text.replacing("1.txt", with: "2.txt"))
        let changed = try await pledgectl("log", "check", proof, "--key", publicKey)
        #expect(changed.status == 1 && changed.errors.contains("does not hold"), "\(changed.errors)")
        #expect(try await pledgectl("log", "check", proof, "--key", "nonsense").status == 1)
        #expect(try await pledgectl("log", "check", proof, "--key", key).status == 2)
        #expect(try await pledgectl("log", "check", proof).status == 2)
        #expect(try await pledgectl("log", "prove", "one", log).status == 2)
        #expect(try await daemon.stop() == 0)
    }

    @Test func `a key that others can read, or that is none, stops the start`() async throws {
        _ = try await makeKey()
        #expect(try await pledgectl("log", "key", key).status == 1)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key)
        let open = try DaemonProcess(in: folder, flags: ["--log-key", key])
        #expect(try await open.exitStatus() == 1)
        #expect(open.messages.contains("mode 644"), "\(open.messages)")
        let empty = try folder.file("empty", "")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: empty)
        let none = try DaemonProcess(in: folder, flags: ["--log-key", empty])
        #expect(try await none.exitStatus() == 1)
        #expect(none.messages.contains("is no key"), "\(none.messages)")
    }

    @Test func `a disk that forgets is found out while the daemon runs`() async throws {
        let flags = Self.small + ["--log-scrub-seconds", "1"]
        let daemon = try await start(flags)
        try await drop(1...90, on: daemon)
        let sealed = try segments(log)
        try #require(sealed.count > 1)
        let isScrubbed = try await eventually {
            try await daemon.curl("/health").output.contains(#""scrubbedSegments":\#(sealed.count - 1)"#)
        }
        #expect(isScrubbed)
        #expect(try await daemon.curl("/health").status == 0)
        try flip(500, of: "\(log)/\(sealed[0])")
        #expect(try await eventually { try await daemon.curl("/health").status == 22 })
        let health = try await daemon.curl("/health").output
        #expect(health.contains("failed") && health.contains("\(sealed[0])', line 1"), "\(health)")
        #expect(try await daemon.curl("/metrics").output.contains("pledged_log_scrub_damaged_segments 1"))
        try await drop(91...91, on: daemon)
        #expect(try await daemon.stop() == 0)
    }

    /// As the documentation says: the checkpoints first, then the segments in order.
    @Test func `a copy taken while the daemon writes is whole, and mends the original`() async throws {
        _ = try await makeKey()
        let flags = Self.small + ["--log-key", key, "--log-checkpoint-seconds", "1"]
        let daemon = try await start(flags)
        try await drop(1...20, on: daemon)
        let copy = try folder.folder("copy")
        try throwIn(21...60, on: daemon)
        for _ in 0..<5 {
            let script = #"""
                cd "$0"
                [ ! -e checkpoints ] || cp checkpoints "$1"/
                rsync -a --exclude lock --exclude checkpoints ./ "$1"/
                """#
            let copied = try await Program.run("/bin/sh", ["-euc", script, log, copy])
            #expect(copied.status == 0, "\(copied.errors)")
            let verified = try await pledgectl("log", "verify", copy, "--json")
            #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
            try await Task.sleep(for: .milliseconds(200))
        }
        try await waitFor(60, on: daemon)
        #expect(try await daemon.stop() == 0)

        let damaged = "\(log)/\(try segments(log)[0])"
        try flip(1000, of: damaged)
        try FileManager.default.removeItem(atPath: "\(log)/\(try segments(log)[1])")
        #expect(try await DaemonProcess(in: folder, flags: flags).exitStatus() == 1)
        let mended = try await pledgectl("log", "repair", log, "--from", copy)
        #expect(mended.status == 0, "\(mended.errors)")
        #expect(FileManager.default.fileExists(atPath: damaged + ".damaged-1"))
        #expect(try await pledgectl("log", "verify", log, "--key", key + ".pub").status == 0)
        let last = try await start(flags)
        #expect(try await last.count("article.received") == 60)
        let busy = try await pledgectl("log", "repair", log, "--from", copy)
        #expect(busy.status == 1 && busy.errors.contains("another process"), "\(busy.errors)")
        #expect(try await last.stop() == 0)
    }

    /// A log that an earlier version wrote, as kept beside the tests of the log.
    @Test func `a log of an earlier version is taken up, and its facts are there`() async throws {
        let released = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../PledgedLogTests/Released/0.1.0").standardized
        _ = try folder.folder("state")
        try FileManager.default.copyItem(atPath: released.path, toPath: log)
        let daemon = try await start([])
        #expect(try await daemon.events().count == 59)
        #expect(try await daemon.curl("/health").status == 0)
        #expect(try await daemon.curl("/pledges").output.contains("Codelco"))
        #expect(try await daemon.pledgectl("verify").status == 0)
        try await drop(1...1, on: daemon)
        #expect(try await daemon.stop() == 0)
    }

    @Test func `an exported log is imported with the same hashes, and a daemon goes on with it`() async throws {
        let daemon = try await start(Self.small)
        try await drop(1...30, on: daemon)
        let other = try TemporaryFolder()
        _ = try other.folder("state")
        let exported = try await pledgectl("log", "export", log)
        #expect(exported.status == 0, "\(exported.errors)")
        try folder.file("log.ndjson", exported.output)
        let imported = try await pledgectl("log", "import", other.path("state/log"), folder.path("log.ndjson"))
        #expect(imported.status == 0, "\(imported.errors)")
        let hash = try #require(imported.output.split(separator: " ").last)
        #expect(try await pledgectl("log", "verify", log).output.contains(hash))
        let again = try await Program.run(
            "/bin/sh",
            ["-c", #"exec "$0" log import "$1" <"$2""#, Program.path("pledgectl")]
                + [other.path("state/log"), folder.path("log.ndjson")]
        )
        #expect(again.status == 1 && again.errors.contains("holds a log already"), "\(again.errors)")
        let successor = try DaemonProcess(in: other, flags: Self.small)
        try await successor.waitUntilReady()
        #expect(try await successor.events() as NSArray == daemon.events() as NSArray)
        #expect(try await pledgectl("log", "export", folder.path("nowhere")).status == 1)
        #expect(try await pledgectl("log", "import").status == 2)
        #expect(try await pledgectl("log", "repair", log).status == 2)
    }
}
