import Foundation
import PledgedTesting
import Testing

/// What survives: kills, full disks, a second daemon.
@Suite struct SurvivalTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Kills the daemon at random moments while files are dropped, `KILLS` times, and asks what became of each file.
    @Test func `no file is lost or read twice by a kill`() async throws {
        let kills = Int(ProcessInfo.processInfo.environment["KILLS"] ?? "") ?? 50
        var random = SeededGenerator(seed: 1_337)
        var dropped = 0
        for round in 1...kills {
            let daemon = try DaemonProcess(in: folder)
            if round.isMultiple(of: 2) { try await daemon.waitUntilReady() }
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                dropped += 1
                try folder.file("incoming", SampleArticle.text(dropped))
                try FileManager.default.moveItem(
                    atPath: folder.path("incoming"),
                    toPath: "\(daemon.dropFolder)/\(dropped).txt"
                )
                try await Task.sleep(for: .microseconds(Int.random(in: 0...8000, using: &random)))
            }
            daemon.kill(SIGKILL)
            _ = try await daemon.exitStatus()
        }
        let last = try DaemonProcess(in: folder)
        try await last.waitUntilReady()
        #expect(try await eventually { try last.dropped().isEmpty })
        let received = try await last.events("&type=article.received")
        let names = received.compactMap {
            (($0["data"] as? [String: Any])?["file"] as? [String: Any])?["name"] as? String
        }
        #expect(names.sorted() == (1...dropped).map { "\($0).txt" }.sorted())
        let strays = try await last.events("&type=article.duplicated,article.rejected")
        #expect(strays.isEmpty, "\(strays)")
        #expect(try last.outcomes("accepted").count == dropped)
        let chain = try await last.pledgectl("log", "verify", folder.path("state/log"))
        #expect(chain.status == 0, "\(chain.output)\(chain.errors)")
        let views = try await last.pledgectl("verify")
        #expect(views.status == 0, "\(views.output)\(views.errors)")
    }

    @Test func `a second daemon is refused, and harms nothing`() async throws {
        let first = try DaemonProcess(in: folder)
        try await first.waitUntilReady()
        let second = try DaemonProcess(in: folder)
        #expect(try await second.exitStatus() == 1)
        #expect(second.messages.contains("another"), "\(second.messages)")
        try folder.file("drop/1.txt", SampleArticle.text(1))
        #expect(try await eventually { try first.outcomes("accepted") == ["1.txt"] })
        #expect(try await first.stop() == 0)
    }

    @Test func `a full disk pauses the intake and nothing else, and it resumes by itself`() async throws {
        let state = try folder.folder("state")
        let isRoot = getuid() == 0
        let script = #"mount -t tmpfs -o size=16m tmpfs "$0"; exec "$@""#
        let wrapper =
            ["unshare"] + (isRoot ? ["--mount"] : ["--user", "--map-root-user", "--mount"])
            + ["bash", "-euc", script, state]
        let daemon = try DaemonProcess(in: folder, flags: ["--log-segment-bytes", "65536"], wrapper: wrapper)
        try await daemon.waitUntilReady()
        try folder.file("drop/1.txt", SampleArticle.text(1))
        #expect(try await eventually { try await daemon.count("article.received") == 1 })
        // The daemon's own view of its folders.
        let inside = "/proc/\(daemon.pid)/root\(state)"
        let fill = try await Program.run(
            "/bin/bash",
            ["-c", #"dd if=/dev/zero of="$0/filler" bs=4096 2>&1 | tail -n 1"#, inside]
        )
        #expect(fill.status == 0)
        for number in 2...60 { try folder.file("drop/\(number).txt", SampleArticle.text(number)) }
        let isPaused = try await eventually {
            let health = try await daemon.curl("/health")
            return health.status == 22 && health.output.contains("paused")
        }
        #expect(isPaused, "\(daemon.messages)")
        #expect(try await daemon.curl("/actors").status == 0)
        #expect(try await daemon.count("article.received") >= 1)
        try FileManager.default.removeItem(atPath: "\(inside)/filler")
        #expect(try await eventually { try await daemon.count("article.received") == 60 }, "\(daemon.messages)")
        #expect(try await eventually { try await daemon.curl("/health").status == 0 })
        let verified = try await daemon.pledgectl("verify")
        #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
        #expect(try await daemon.stop() == 0)
    }

    @Test func `a drop folder that goes and comes back is watched again`() async throws {
        let daemon = try DaemonProcess(in: folder)
        try await daemon.waitUntilReady()
        try FileManager.default.moveItem(atPath: daemon.dropFolder, toPath: folder.path("elsewhere"))
        #expect(try await eventually { try await daemon.curl("/health").output.contains("degraded") })
        _ = try folder.folder("drop")
        try folder.file("drop/1.txt", SampleArticle.text(1))
        #expect(try await eventually { try daemon.outcomes("accepted") == ["1.txt"] })
        #expect(try await eventually { try await daemon.curl("/health").status == 0 })
    }

    @Test func `damage in the log stops the start and says where`() async throws {
        let first = try DaemonProcess(in: folder)
        try await first.waitUntilReady()
        for number in 1...3 { try folder.file("drop/\(number).txt", SampleArticle.text(number)) }
        #expect(try await eventually { try await first.count("article.read") == 3 })
        #expect(try await first.stop() == 0)
        let segment = folder.path("state/log/00000000000000000000.log")
        var bytes = try Data(contentsOf: URL(fileURLWithPath: segment))
        bytes[200] ^= 1
        try bytes.write(to: URL(fileURLWithPath: segment))
        let second = try DaemonProcess(in: folder)
        #expect(try await second.exitStatus() == 1)
        let messages = second.messages
        #expect(messages.contains("00000000000000000000.log"), "\(messages)")
        let verify = try await Program.run(Program.path("pledgectl"), ["log", "verify", folder.path("state/log")])
        #expect(verify.status == 1)
    }

    @Test func `views can be thrown away, rebuilt and verified`() async throws {
        let first = try DaemonProcess(in: folder)
        try await first.waitUntilReady()
        for number in 1...3 { try folder.file("drop/\(number).txt", SampleArticle.text(number)) }
        #expect(try await eventually { try await first.count("article.read") == 3 })
        // What is in the log is in the views a moment later; a verification waits for that.
        #expect(try await first.pledgectl("verify").status == 0)
        let pledges = try await first.curl("/pledges").output
        let rebuilt = try await first.pledgectl("rebuild")
        #expect(rebuilt.status == 0, "\(rebuilt.output)\(rebuilt.errors)")
        #expect(try await first.curl("/pledges").output == pledges)
        #expect(try await first.stop() == 0)
        try Data("not a database".utf8).write(to: URL(fileURLWithPath: folder.path("state/views.sqlite")))
        let second = try DaemonProcess(in: folder)
        try await second.waitUntilReady()
        #expect(try await second.curl("/pledges").output == pledges)
        #expect(try await second.pledgectl("verify").status == 0)
    }

    @Test func `a wrong configuration ends with status 2 and the line`() async throws {
        let file = try folder.file("wrong.yaml", "drop:\n  foldr: /x\n")
        let result = try await Program.run(Program.path("pledged"), ["--configuration", file])
        #expect(result.status == 2)
        #expect(result.errors.contains("wrong.yaml:2") && result.errors.contains("drop.folder"), "\(result.errors)")
    }
}
