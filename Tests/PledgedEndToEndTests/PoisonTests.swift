import Foundation
import PledgedCore
import PledgedLog
import PledgedTesting
import Testing

/// An event that the views cannot apply, in the log of the real daemon.
@Suite struct PoisonTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A log whose second entry states the pledge of an actor that nobody named.
    private func poisonLog() async throws {
        _ = try folder.folder("state")
        let log = try await EventLog.open(
            folder: folder.path("state/log"),
            now: { Timestamp(microseconds: 1_700_000_000_000_000) }
        )
        let received = ArticleReceived(article: SampleEvents.article(1), file: SampleEvents.file())
        let pledge = Event.pledgeStated(SampleEvents.pledge(by: [77]))
        _ = try await log.append([
            NewEntry(article: SampleEvents.articleID(1), events: [.articleReceived(received)]),
            NewEntry(article: SampleEvents.articleID(1), events: [pledge]),
        ])
        await log.close()
    }

    @Test func `is set aside, told of, and tried again; all else goes on`() async throws {
        try await poisonLog()
        let daemon = try DaemonProcess(in: folder)
        try #require(try await eventually { try await daemon.curl("/health").status == 22 }, "\(daemon.messages)")
        let health = try await daemon.curl("/health").output
        #expect(health.contains("Cannot apply pledge.stated at position 1"), "\(health)")
        #expect(health.contains(#""quarantinedEvents":1"#), "\(health)")
        let status = try await daemon.pledgectl("status")
        #expect(status.status == 1)
        #expect(status.output.contains("pledge.stated at position 1"), "\(status.output)")

        try folder.file("drop/1.txt", SampleArticle.text(1))
        #expect(try await eventually { try daemon.outcomes("accepted") == ["1.txt"] }, "\(daemon.messages)")
        let retried = try await daemon.pledgectl("views", "retry")
        #expect(retried.status == 1)
        #expect(retried.output.contains("0 applied, 1 still in quarantine\n  1  Cannot apply pledge.stated"))
        #expect(try await daemon.pledgectl("verify").status == 0)
        #expect(try await daemon.stop() == 0)
    }

    /// Views in which an older program quarantined what this one can apply.
    @Test func `is applied where a newer program can`() async throws {
        let daemon = try DaemonProcess(in: folder)
        try await daemon.waitUntilReady()
        try folder.file("drop/1.txt", SampleArticle.text(1))
        #expect(try await eventually { try daemon.outcomes("accepted") == ["1.txt"] }, "\(daemon.messages)")
        let poison = try await Program.run(
            "/usr/bin/sqlite3",
            [
                "\(folder.path)/state/views.sqlite",
                "INSERT INTO quarantine VALUES (1, '2024-07-09T00:00:00.000000Z', 'actor.named', NULL, 'Because.')",
            ]
        )
        #expect(poison.status == 0, "\(poison.errors)")
        #expect(try await daemon.curl("/health").status == 22)
        let retried = try await daemon.pledgectl("views", "retry")
        #expect(retried.status == 0, "\(retried.output)\(retried.errors)")
        #expect(retried.output.contains("1 applied, 0 still in quarantine"), "\(retried.output)")
        #expect(try await daemon.curl("/health").status == 0)
        #expect(try await daemon.pledgectl("views", "retry").output == "no event is in quarantine\n")
    }
}
