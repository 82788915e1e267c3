import Foundation
import PledgedTesting
import Testing

/// The real daemon, and a kernel that says that the disk fails.
@Suite(.serialized) struct RealFaultTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: DiskFault.whileRunning)
    func `a disk that fails while it runs costs nothing`(_ fault: DiskFault) async throws {
        let daemon = try DaemonProcess(in: folder, flags: fault.flags)
        try await daemon.waitUntilReady()
        try await dropAndWait(1, daemon, filler: fault.rolls ? 80_000 : 0)
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
            let next = try DaemonProcess(in: folder, flags: fault.flags)
            try await next.waitUntilReady()
            try await check(next, dropped: 6, subscriber)
        }
    }

    @Test(arguments: DiskFault.whileStarting)
    func `a disk that fails at the start is said to fail, and costs nothing`(_ fault: DiskFault) async throws {
        let subscriber = try await subscriberOfFirstRun()
        try folder.file("drop/2.txt", SampleArticle.text(2))
        // With -D it is the daemon that is our child, and not strace.
        let wrapper = ["strace", "-D"] + fault.arguments(in: folder.path, end: 0)
        let second = try DaemonProcess(in: folder, wrapper: wrapper)
        if fault.effect == .ends {
            #expect(try await second.exitStatus() == 1)
        } else {
            try await second.waitUntilReady()
            #expect(try await eventually { try second.outcomes("accepted").count == 2 }, "\(second.messages)")
            #expect(try await second.stop() == 0)
        }
        #expect(second.messages.contains(fault.says), "\(second.messages)")
        let third = try DaemonProcess(in: folder)
        try await third.waitUntilReady()
        try await check(third, dropped: 2, subscriber)
    }

    @Test func `a file system that is read-only keeps the daemon from starting, and costs nothing`() async throws {
        let state = try folder.folder("state")
        try await asRoot("mount", "-t", "tmpfs", "-o", "size=64m,uid=\(getuid())", "tmpfs", state)
        do {
            try await surviveReadOnly(state)
        } catch {
            try await asRoot("umount", "--lazy", state)
            throw error
        }
        try await asRoot("umount", "--lazy", state)
    }

    /// Has a daemon take one article in and end; gives what a subscriber saw of it.
    private func subscriberOfFirstRun() async throws -> Subscriber {
        let first = try DaemonProcess(in: folder)
        try await first.waitUntilReady()
        try await dropAndWait(1, first)
        let subscriber = try Subscriber(of: first, to: folder.path("subscriber"))
        #expect(try await eventually { try !subscriber.lines().isEmpty })
        #expect(try await first.stop() == 0)
        return subscriber
    }

    private func surviveReadOnly(_ state: String) async throws {
        // While something is open for writing, it cannot be remounted.
        let subscriber = try await subscriberOfFirstRun()
        try await asRoot("mount", "-o", "remount,ro", state)
        try folder.file("drop/2.txt", SampleArticle.text(2))
        let second = try DaemonProcess(in: folder)
        #expect(try await second.exitStatus() == 1)
        #expect(second.messages.contains("Read-only file system"), "\(second.messages)")
        try await asRoot("mount", "-o", "remount,rw", state)
        let third = try DaemonProcess(in: folder)
        try await third.waitUntilReady()
        try await check(third, dropped: 2, subscriber)
    }

    private func asRoot(_ command: String...) async throws {
        let words = (getuid() == 0 ? [] : ["sudo", "--non-interactive"]) + command
        let result = try await Program.run("/usr/bin/env", words)
        try #require(result.status == 0, "\(words): \(result.errors)")
    }

    private func dropAndWait(_ number: Int, _ daemon: DaemonProcess, filler: Int = 0) async throws {
        let line = "Nothing else was said that day.\n"
        let rest = String(repeating: line, count: filler / line.utf8.count)
        try folder.file("drop/\(number).txt", SampleArticle.text(number) + rest)
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
