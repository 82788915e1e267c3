import Foundation
import PledgedTesting
import Testing

/// The real daemon, and a clock that somebody sets.
@Suite struct ClockTests {
    private let folder: TemporaryFolder
    private let clock: MovableClock
    private let key: String

    init() throws {
        folder = try TemporaryFolder()
        clock = try MovableClock(in: folder)
        key = folder.path("log.key")
    }

    private func start() async throws -> DaemonProcess {
        let flags = ["--log-segment-bytes", "65536", "--log-key", key, "--log-checkpoint-seconds", "1"]
        let daemon = try DaemonProcess(in: folder, flags: flags, clock: clock)
        try await daemon.waitUntilReady()
        return daemon
    }

    /// Drops articles, every other in pieces, so that it is read when it has settled; sets the clock among them.
    private func drop(_ numbers: ClosedRange<Int>, settingClock days: Int? = nil) async throws {
        for number in numbers {
            let text = SampleArticle.text(number)
            let path = folder.path("drop/\(number).txt")
            if number.isMultiple(of: 2) {
                try folder.file("incoming", text)
                try FileManager.default.moveItem(atPath: folder.path("incoming"), toPath: path)
            } else {
                try Data(text.utf8.prefix(200)).write(to: URL(fileURLWithPath: path))
            }
            if let days, number == numbers.lowerBound + numbers.count / 2 { try clock.set(days: days) }
            if !number.isMultiple(of: 2) {
                let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
                try file.seekToEnd()
                try file.write(contentsOf: Data(text.utf8.dropFirst(200)))
                try file.close()
            }
        }
    }

    private func waitForAll(_ count: Int, _ daemon: DaemonProcess) async throws {
        let isDone = try await eventually { try daemon.outcomes("accepted").count == count }
        try #require(isDone, "\(daemon.messages)")
        #expect(try await eventually { try await daemon.curl("/health").status == 0 }, "\(daemon.messages)")
    }

    @Test func `a clock set back or forward, while it runs or between two starts, costs nothing`() async throws {
        let made = try await Program.run(Program.path("pledgectl"), ["log", "key", key])
        try #require(made.status == 0, "\(made.errors)")
        var daemon = try await start()
        let subscriber = try Subscriber(of: daemon, to: folder.path("subscriber"))
        try await drop(1...20)
        try await waitForAll(20, daemon)
        try await drop(21...40, settingClock: -9)
        try await waitForAll(40, daemon)
        #expect(try await daemon.stop() == 0)

        try clock.set(days: -400)
        try await drop(41...42)
        daemon = try await start()
        try await waitForAll(42, daemon)
        try await drop(43...60, settingClock: 700)
        try await waitForAll(60, daemon)
        try await drop(61...70, settingClock: -2)
        daemon.kill(SIGKILL)
        _ = try await daemon.exitStatus()
        try clock.forget(daemon.pid)

        try clock.set(days: 0)
        daemon = try await start()
        try await waitForAll(70, daemon)
        try await check(daemon, subscriber)
    }

    private func check(_ daemon: DaemonProcess, _ subscriber: Subscriber) async throws {
        let events = try await daemon.events()
        let names = events.filter { $0["type"] as? String == "pledged.article.received" }.compactMap {
            (($0["data"] as? [String: Any])?["file"] as? [String: Any])?["name"] as? String
        }
        #expect(names.sorted() == (1...70).map { "\($0).txt" }.sorted())
        #expect(try await daemon.events("&type=article.duplicated,article.rejected").isEmpty)
        #expect(try daemon.dropped().isEmpty)
        // Order is the position's: dense whatever the clock says.
        #expect(events.compactMap { ($0["id"] as? String).flatMap(Int.init) } == Array(0..<events.count))
        try expectEveryClock(events)
        let replay = try await daemon.curl("/events?live=false", "-H", "Accept: application/x-ndjson").output
        let lines = Set(replay.split(separator: "\n"))
        let told = try subscriber.lines()
        let lost = told.filter { !lines.contains(Substring($0)) }
        #expect(!told.isEmpty && lost.isEmpty, "A subscriber was told, and it is lost: \(lost)")
        let log = folder.path("state/log")
        let chain = try await daemon.pledgectl("log", "verify", log, "--key", key + ".pub")
        #expect(chain.status == 0, "\(chain.output)\(chain.errors)")
        let views = try await daemon.pledgectl("verify")
        #expect(views.status == 0, "\(views.output)\(views.errors)")
        let proof = folder.path("proof")
        let proved = try await daemon.pledgectl("log", "prove", "\(events.count / 2)", log, "--output", proof)
        #expect(proved.status == 0, "\(proved.errors)")
        #expect(try await daemon.pledgectl("log", "check", proof, "--key", key + ".pub").status == 0)
        #expect(try await daemon.stop() == 0)
    }

    /// What was recorded says so by the clock as it was: the daemon did see it jump.
    private func expectEveryClock(_ events: [[String: Any]]) throws {
        let times = try events.map { event in
            let text = try #require(event["recordedtime"] as? String)
            return try Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true))
        }
        let jumps = zip(times, times.dropFirst()).map { Int(($1.timeIntervalSince($0) / 86_400).rounded()) }
            .filter { $0 != 0 }
        #expect(jumps.prefix(3) == [-9, -391, 1100])
        // The kill may come before or after what is recorded two days ago.
        #expect([-2, 0].contains(jumps.reduce(0, +)), "\(jumps)")
    }
}
