import Foundation
import PledgedTesting
import Testing

/// The real daemon, and a kernel that says that the disk fails.
@Suite(.serialized) struct RealFaultTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: DiskFault.whileRunning)
    func `a disk that fails while it runs costs nothing`(_ fault: DiskFault) async throws {
        // So small that each article begins a segment.
        let flags = fault.path == nil || fault.path == DiskFault.log ? [] : ["--log-segment-bytes", "4096"]
        let daemon = try DaemonProcess(in: folder, flags: flags)
        try await daemon.waitUntilReady()
        try await dropAndWait(1, daemon)
        let subscriber = try Subscriber(of: daemon, to: folder.path("subscriber"))
        let end = try await daemon.events().count
        let strace = try await Strace(fault.arguments(in: folder.path, end: end), of: daemon.pid)
        for number in 2...6 { try folder.file("drop/\(number).txt", SampleArticle.text(number)) }
        switch fault.effect {
        case .ends: #expect(try await daemon.exitStatus() == 1)
        case .waits:
            let isSaid = try await eventually { try await daemon.curl("/health").output.contains(fault.says) }
            #expect(isSaid, "\(daemon.messages)")
        }
        #expect(daemon.messages.contains(fault.says), "\(daemon.messages)")
        strace.end()
        if fault.effect == .waits {
            try await check(daemon, dropped: 6, subscriber)
        } else {
            let next = try DaemonProcess(in: folder, flags: flags)
            try await next.waitUntilReady()
            try await check(next, dropped: 6, subscriber)
        }
    }

    private func dropAndWait(_ number: Int, _ daemon: DaemonProcess) async throws {
        try folder.file("drop/\(number).txt", SampleArticle.text(number))
        #expect(try await eventually { try daemon.outcomes("accepted").contains("\(number).txt") })
    }

    /// Every file has one outcome, what a subscriber was told is there, chain and views are whole.
    private func check(_ daemon: DaemonProcess, dropped: Int, _ subscriber: Subscriber) async throws {
        #expect(try await eventually { try daemon.outcomes("accepted").count == dropped }, "\(daemon.messages)")
        #expect(try await eventually { try await daemon.curl("/health").status == 0 }, "\(daemon.messages)")
        let names = try await daemon.events("&type=article.received").compactMap {
            (($0["data"] as? [String: Any])?["file"] as? [String: Any])?["name"] as? String
        }
        #expect(names.sorted() == (1...dropped).map { "\($0).txt" })
        #expect(try await daemon.events("&type=article.duplicated,article.rejected").isEmpty)
        #expect(try daemon.dropped().isEmpty)
        let replay = try await daemon.curl("/events?live=false", "-H", "Accept: application/x-ndjson").output
        let lines = Set(replay.split(separator: "\n"))
        let lost = try subscriber.lines().filter { !lines.contains(Substring($0)) }
        #expect(lost.isEmpty, "A subscriber was told, and it is lost: \(lost)")
        let chain = try await daemon.pledgectl("log", "verify", folder.path("state/log"))
        #expect(chain.status == 0, "\(chain.output)\(chain.errors)")
        let views = try await daemon.pledgectl("verify")
        #expect(views.status == 0, "\(views.output)\(views.errors)")
        #expect(try await daemon.stop() == 0)
    }
}

/// A client that follows the events until its daemon ends.
private final class Subscriber {
    private let process = Process()
    private let path: String

    init(of daemon: DaemonProcess, to path: String) throws {
        self.path = path
        try Data().write(to: URL(fileURLWithPath: path))
        process.executableURL = URL(fileURLWithPath: "/usr/bin/curl")
        process.arguments = [
            "-sN", "--unix-socket", daemon.socket, "-H", "Accept: application/x-ndjson", "http://localhost/events",
        ]
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try process.run()
    }

    deinit { process.terminate() }

    /// What it has been told, but for the marks between events, and a line that is not whole.
    func lines() throws -> [String] {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
            .filter {
                !$0.isEmpty && !$0.contains("\"type\":\"pledged.caught-up\"") && !$0.contains("pledged.position")
            }
    }
}
