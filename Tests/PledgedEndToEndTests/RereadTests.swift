import Foundation
import PledgedTesting
import Testing

/// Rules of a user's own, and reading articles again by them.
@Suite struct RereadTests {
    private let folder: TemporaryFolder
    private let rules: String

    init() throws {
        folder = try TemporaryFolder()
        rules = try folder.folder("rules")
    }

    /// A daemon on the user's rules, when it is ready.
    private func start() async throws -> DaemonProcess {
        let daemon = try DaemonProcess(in: folder, flags: ["--reader-rules", rules])
        try await daemon.waitUntilReady()
        return daemon
    }

    /// Drops articles and waits until they are read.
    private func drop(_ numbers: ClosedRange<Int>, on daemon: DaemonProcess) async throws {
        for number in numbers { try drop(number, on: daemon) }
        #expect(try await eventually { try daemon.outcomes("accepted").count >= numbers.upperBound })
    }

    private func drop(_ number: Int, on daemon: DaemonProcess) throws {
        try folder.file("incoming", SampleArticle.text(number))
        let target = "\(daemon.dropFolder)/\(number).txt"
        try FileManager.default.moveItem(atPath: folder.path("incoming"), toPath: target)
    }

    /// A user's name for one of the articles' parties, which makes another reader.
    private func addName() throws {
        try folder.file("rules/own.names", "party Lanmark Group\n  kind organization\n  alias Lanmark Steel\n")
    }

    private func reload(_ daemon: DaemonProcess, until message: String) async throws {
        daemon.kill(SIGHUP)
        #expect(try await eventually { daemon.messages.contains(message) }, "\(daemon.messages)")
    }

    private func reread(_ daemon: DaemonProcess, _ options: String...) async throws -> [String: Any] {
        let result = try await Self.reread(by: daemon.socket, options)
        try #require(result.status == 0, "\(result.output)\(result.errors)")
        return try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    }

    private static func reread(by socket: String, _ options: [String] = []) async throws -> Program.Result {
        let environment = ["PLEDGED_SOCKET": socket]
        return try await Program.run(
            Program.path("pledgectl"),
            ["reread", "--json"] + options,
            environment: environment
        )
    }

    private func actors(_ daemon: DaemonProcess) async throws -> String {
        try await daemon.pledgectl("actors", "--all", "--json").output
    }

    @Test func `a new reader's readings take the place of the old ones, once`() async throws {
        let daemon = try await start()
        try await drop(1...3, on: daemon)
        #expect(try await reread(daemon)["articles"] as? Int == 0)
        try addName()
        try await reload(daemon, until: "Reader replaced")
        let events = try await daemon.events().count

        let dryRun = try await reread(daemon, "--dry-run")
        #expect(dryRun["articles"] as? Int == 3)
        #expect(dryRun["changed"] as? Int == 3)
        #expect(try await daemon.events().count == events)
        #expect(try await !actors(daemon).contains("Lanmark Group"))

        #expect(try await reread(daemon)["articles"] as? Int == 3)
        #expect(try await daemon.count("article.read") == 6)
        #expect(try await actors(daemon).contains("Lanmark Group"))
        let again = try await reread(daemon)
        #expect(again["articles"] as? Int == 0)
        #expect(again["current"] as? Int == 3)
        #expect(try await daemon.count("article.read") == 6)
        let views = try await daemon.pledgectl("verify")
        #expect(views.status == 0, "\(views.output)\(views.errors)")
    }

    @Test func `what a kill cuts short is finished by asking again`() async throws {
        let count = 120
        var daemon = try await start()
        try await drop(1...count, on: daemon)
        try addName()
        try await reload(daemon, until: "Reader replaced")
        let socket = daemon.socket
        async let cut = Self.reread(by: socket)
        #expect(try await eventually { try await daemon.count("article.read") > count })
        daemon.kill(SIGKILL)
        _ = try await daemon.exitStatus()
        let status = try await cut.status
        #expect(status != 0)

        daemon = try await start()
        let done = try await daemon.count("article.read") - count
        #expect((1..<count).contains(done))
        let rest = try await reread(daemon)
        #expect(rest["articles"] as? Int == count - done)
        #expect(rest["current"] as? Int == done)
        let readings = try await daemon.events("&type=article.read").compactMap { $0["subject"] as? String }
        #expect(readings.count == 2 * count)
        #expect(Dictionary(grouping: readings) { $0 }.values.allSatisfy { $0.count == 2 })
        let views = try await daemon.pledgectl("verify")
        #expect(views.status == 0, "\(views.output)\(views.errors)")
    }

    @Test func `a file dropped meanwhile does not wait until all is read again`() async throws {
        let count = 120
        let daemon = try await start()
        try await drop(1...count, on: daemon)
        try addName()
        try await reload(daemon, until: "Reader replaced")
        let socket = daemon.socket
        async let result = Self.reread(by: socket)
        #expect(try await eventually { try await daemon.count("article.read") > count })
        try drop(count + 1, on: daemon)
        let status = try await result.status
        #expect(status == 0)
        #expect(try await eventually { try await daemon.count("article.received") == count + 1 })
        let order = try await daemon.events("&type=article.received,article.read").compactMap { $0["type"] as? String }
        let newcomer = try #require(order.lastIndex(of: "pledged.article.received"))
        #expect(newcomer < order.count - 2, "It came last.")
    }

    @Test func `a mistake in the rules stops the start, and leaves a running daemon as it is`() async throws {
        let daemon = try await start()
        try folder.file("rules/own.rules", "rule half\n  says Nothing.\n")
        try await reload(daemon, until: "\(rules)/own.rules:1: The rule 'half' has no kind.")
        #expect(daemon.messages.contains("the last good one stays"))
        try await drop(1...1, on: daemon)
        #expect(try await daemon.stop() == 0)
        let refused = try DaemonProcess(in: folder, flags: ["--reader-rules", rules])
        #expect(try await refused.exitStatus() == 2)
    }

    @Test func `only the admin socket has articles read again`() async throws {
        let daemon = try await start()
        #expect(try await daemon.curl("/readings", "-X", "POST").status == 22)
        let result = try await daemon.pledgectl("reread", "--admin-socket", daemon.socket)
        #expect(result.status == 4)
        #expect(result.errors.contains("admin socket"), "\(result.errors)")
    }
}
