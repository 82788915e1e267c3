import Foundation
import PledgedTesting
import Testing

/// What a subscriber is promised: everything, once, in order, across restarts of the daemon.
@Suite struct SubscriberTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func `resumes exactly where it was, in every format, across a restart`() async throws {
        let first = try DaemonProcess(in: folder)
        try await first.waitUntilReady()
        for number in 1...4 { try folder.file("drop/\(number).txt", SampleArticle.text(number)) }
        #expect(try await eventually { try await first.count("article.read") == 4 })
        let before = try await first.events()
        #expect(try await first.stop() == 0)

        let second = try DaemonProcess(in: folder)
        try await second.waitUntilReady()
        try folder.file("drop/5.txt", SampleArticle.text(5))
        #expect(try await eventually { try await second.count("article.read") == 5 })
        let after = try await second.events()
        let ids = after.compactMap { $0["id"] as? String }
        #expect(ids == (0..<after.count).map { String(format: "%020d", $0) })
        #expect(
            after.prefix(before.count).compactMap { $0["id"] as? String } == before.compactMap { $0["id"] as? String }
        )

        for cut in [0, 1, before.count - 1, after.count - 2] {
            let rest = Array(ids[(cut + 1)...])
            #expect(try await second.events("&after=\(cut)").compactMap { $0["id"] as? String } == rest)
            let stream = try await second.curl("/events?live=false", "-H", "Last-Event-ID: \(ids[cut])")
            let seen = stream.output.split(separator: "\n").filter { $0.hasPrefix("id:") }
                .map { $0.dropFirst(3).trimmingCharacters(in: .whitespaces) }
            #expect(Array(Set(seen)).sorted().filter { rest.contains($0) } == rest)
            #expect(!seen.contains(ids[cut]) || cut == after.count - 1)
        }
        let beyond = try await second.curl("/events?after=\(after.count + 10)")
        #expect(beyond.status == 22 && beyond.output.contains("\"status\""), "\(beyond.output)")
    }

    @Test func `sees an article live, and hears that it has caught up`() async throws {
        let daemon = try DaemonProcess(in: folder)
        try await daemon.waitUntilReady()
        async let live = Program.run(
            "/bin/bash",
            [
                "-c", #"curl -sN --max-time 60 --unix-socket "$0" http://localhost/events | sed '/article.read/q'"#,
                daemon.socket,
            ]
        )
        try await Task.sleep(for: .milliseconds(300))
        try folder.file("drop/1.txt", SampleArticle.text(1))
        let output = try await live.output
        let caughtUp = try #require(output.range(of: "caught-up"))
        let received = try #require(output.range(of: "pledged.article.received"))
        #expect(caughtUp.lowerBound < received.lowerBound)
    }

    @Test func `a stalled subscriber neither stops the others nor the end`() async throws {
        let daemon = try DaemonProcess(in: folder)
        try await daemon.waitUntilReady()
        let stalled = Process()
        stalled.executableURL = URL(fileURLWithPath: "/usr/bin/curl")
        stalled.arguments = ["-sN", "--limit-rate", "1", "--unix-socket", daemon.socket, "http://localhost/events"]
        stalled.standardOutput = FileHandle.nullDevice
        try stalled.run()
        for number in 1...50 { try folder.file("drop/\(number).txt", SampleArticle.text(number)) }
        #expect(try await eventually { try await daemon.count("article.read") == 50 })
        #expect(try await daemon.stop() == 0)
        kill(stalled.processIdentifier, SIGKILL)
        stalled.waitUntilExit()
    }
}
