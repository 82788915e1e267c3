import Foundation
import PledgedTesting
import Testing

/// What people decide, on the real daemon.
@Suite struct DecisionTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func start() async throws -> DaemonProcess {
        let daemon = try DaemonProcess(in: folder)
        try await daemon.waitUntilReady()
        return daemon
    }

    private func drop(_ daemon: DaemonProcess) async throws {
        try folder.file("incoming", SampleArticle.text(1))
        let target = "\(daemon.dropFolder)/1.txt"
        try FileManager.default.moveItem(atPath: folder.path("incoming"), toPath: target)
        #expect(try await eventually { try daemon.outcomes("accepted").count == 1 })
    }

    /// The number of the pledge that the article tells.
    private func pledge(_ daemon: DaemonProcess) async throws -> String {
        let result = try await daemon.pledgectl("pledges", "--about", "welders", "--kind", "commitment", "--json")
        let list = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        let items = try #require(list["items"] as? [[String: Any]])
        return "\(try #require(items.first?["id"] as? Int))"
    }

    private func status(_ daemon: DaemonProcess, _ pledge: String) async throws -> String {
        try #require(try await daemon.pledgectl("pledge", "show", pledge).output.split(separator: "\n").first)
            .description
    }

    @Test func `a decision says who and why, and survives a rebuild and a new start`() async throws {
        var daemon = try await start()
        try await drop(daemon)
        let pledge = try await pledge(daemon)
        let decided = try await daemon.pledgectl(
            "pledge",
            "resolve",
            pledge,
            "--as",
            "withdrawn",
            "--reason",
            "The plant was sold"
        )
        #expect(decided.status == 0, "\(decided.errors)")
        #expect(decided.output.hasPrefix("Pledge \(pledge) is withdrawn. (position "))
        let events = try await daemon.events("&type=pledge.resolved")
        #expect(events.count == 1)
        let data = try #require(events.first?["data"] as? [String: Any])
        #expect(data["reason"] as? String == "The plant was sold")
        #expect(data["who"] as? String == NSUserName())
        #expect(daemon.messages.contains("Asked to decide"))

        #expect(try await daemon.pledgectl("rebuild").status == 0)
        #expect(try await status(daemon, pledge) == "pledge \(pledge): commitment, withdrawn")
        #expect(try await daemon.stop() == 0)
        daemon = try await start()
        #expect(try await status(daemon, pledge) == "pledge \(pledge): commitment, withdrawn")
        let changes = try await daemon.pledgectl("changes", "--after", "\(pledge)").output
        #expect(changes.contains("  resolved        pledge \(pledge)  "), "\(changes)")
    }

    @Test func `what cannot be decided is not, and nothing is written`() async throws {
        let daemon = try await start()
        try await drop(daemon)
        let count = try await daemon.events().count
        let lines = [
            "pledge dismiss 999 --reason x", "pledge link 999 1 --reason x", "actor merge 1 1 --reason x",
            "actor rename 99 X --reason x", "pledge reopen \(try await pledge(daemon)) --reason x",
        ]
        for line in lines {
            let result = try await Program.run(
                Program.path("pledgectl"),
                line.split(separator: " ").map(String.init),
                environment: ["PLEDGED_SOCKET": daemon.socket]
            )
            #expect(result.status == 2, "\(line): \(result.output)")
            #expect(result.errors.contains("nothing was recorded"), "\(line): \(result.errors)")
            #expect(result.output == "")
        }
        #expect(try await daemon.events().count == count)
    }
}
