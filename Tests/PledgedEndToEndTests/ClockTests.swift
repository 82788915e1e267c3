import Foundation
import PledgedTesting
import Testing

/// The real daemon, and a clock that somebody sets forward and back.
@Suite struct ClockTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static let library = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"

    /// A daemon whose clock is off by what the file `clock` says.
    private func start(_ key: String) async throws -> DaemonProcess {
        let wrapper = [
            "env", "LD_PRELOAD=\(Self.library)", "FAKETIME_TIMESTAMP_FILE=\(folder.path("clock"))",
            "FAKETIME_NO_CACHE=1", "FAKETIME_DONT_FAKE_MONOTONIC=1",
        ]
        let flags = ["--log-key", key, "--log-checkpoint-seconds", "1", "--log-segment-bytes", "65536"]
        let daemon = try DaemonProcess(in: folder, flags: flags, wrapper: wrapper)
        try await daemon.waitUntilReady()
        return daemon
    }

    private func set(_ offset: String) throws { try folder.file("clock", "\(offset)\n") }

    private func drop(_ numbers: ClosedRange<Int>, on daemon: DaemonProcess) async throws {
        for number in numbers {
            try folder.file("incoming", SampleArticle.text(number))
            let target = "\(daemon.dropFolder)/\(number).txt"
            try FileManager.default.moveItem(atPath: folder.path("incoming"), toPath: target)
        }
        #expect(try await eventually { try daemon.outcomes("accepted").count >= numbers.upperBound })
    }

    @Test func `a clock that is set forward and back costs nothing`() async throws {
        try #require(FileManager.default.fileExists(atPath: Self.library), "Install the package 'faketime'.")
        let key = folder.path("log.key")
        #expect(try await Program.run(Program.path("pledgectl"), ["log", "key", key]).status == 0)
        try set("+0")
        var daemon = try await start(key)
        try await drop(1...5, on: daemon)
        for (offset, numbers) in [("-25h", 6...10), ("+48h", 11...15), ("-400d", 16...20)] {
            try set(offset)
            // Long enough for a checkpoint at that time.
            try await drop(numbers, on: daemon)
            try await Task.sleep(for: .milliseconds(1_200))
        }
        #expect(try await daemon.stop() == 0)
        try set("-1000d")
        daemon = try await start(key)
        try await drop(21...25, on: daemon)

        let events = try await daemon.events()
        let times = events.compactMap { $0["recordedtime"] as? String }
        #expect(times != times.sorted(), "The clock was not set back at all.")
        #expect(events.compactMap { $0["id"] as? String } == events.compactMap { $0["id"] as? String }.sorted())
        #expect(events.count { $0["type"] as? String == "pledged.article.received" } == 25)
        #expect(try daemon.dropped() == [])
        let resumed = try await daemon.events("&after=\(events.count / 2)")
        #expect(resumed.count == events.count - events.count / 2 - 1)
        let log = try await Program.run(
            Program.path("pledgectl"),
            ["log", "verify", folder.path("state/log"), "--key", "\(key).pub"]
        )
        #expect(log.status == 0, "\(log.output)\(log.errors)")
        let views = try await daemon.pledgectl("verify")
        #expect(views.status == 0, "\(views.output)\(views.errors)")
        #expect(try await daemon.stop() == 0)
    }
}
