import PledgedAPI
import PledgedTesting
import Testing

@testable import pledgectl

@Suite struct MaintenanceTests {
    private let folder: TemporaryFolder
    private let capture: ConsoleCapture

    init() throws {
        folder = try TemporaryFolder()
        capture = try ConsoleCapture()
    }

    private func run(_ arguments: String..., status: Health.Status = .healthy) async throws -> Ending {
        try await SmallDaemon.run(in: folder, status: status) { daemon in
            try await daemon.receive("one", file: Sample.file("story.txt"))
            return await Program.run(arguments + ["--socket", SmallDaemon.socket(in: folder)], on: capture.console)
        }
    }

    @Test func `tells of good health`() async throws {
        #expect(try await run("status") == .done)
        #expect(
            try capture.output == """
                healthy: pledged 0.1.0, since 2024-07-09 08:15:00 UTC
                  log at position 1, views at position 1
                  drop folder \(folder.path("drop"))
                  intake is healthy
                    bytes 12,345, settlingFiles 3

                """
        )
    }

    @Test(arguments: [Health.Status.degraded, .failed])
    func `exits with 1 where a part is not well, and says why`(status: Health.Status) async throws {
        #expect(try await run("status", status: status) == .no)
        #expect(try capture.output.contains("  intake is \(status.rawValue): The disk is full. Free space on '/'.\n"))
    }

    @Test func `gives programs the daemon's own words`() async throws {
        #expect(try await run("status", "--json") == .done)
        #expect(try capture.output.contains(#""logPosition" : 1"#))
    }

    @Test func `rebuilds`() async throws {
        #expect(try await run("rebuild") == .done)
        #expect(try capture.output.hasPrefix("rebuilt from 2 events in 1.5 s\n  at        position 1\n  digest    "))
    }

    @Test func `verifies`() async throws {
        #expect(try await run("verify") == .done)
        #expect(try capture.output.hasPrefix("sound at position 1\n"))
    }

    @Test func `exits with 1 where the views are not what the log says`() async throws {
        #expect(try await run("verify", status: .degraded) == .no)
        #expect(try capture.output.contains("NOT as the log says"))
        #expect(try capture.errors.contains("pledgectl rebuild"))
    }
}
