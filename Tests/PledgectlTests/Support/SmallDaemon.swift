import Foundation
import Logging
import PledgedAPI
import PledgedArticles
import PledgedCore
import PledgedLog
import PledgedServer
import PledgedTesting
import PledgedViews
import ServiceLifecycle

/// A daemon in the test's own process: the real log, views and server, without an intake.
///
/// Started again in the same folder it goes on where it was.
struct SmallDaemon: Sendable {
    let log: EventLog
    let views: ViewStore

    /// The day on which pledges are due or overdue.
    static let today = SampleRows.day(2031, 1, 15)

    /// Where it listens, in any folder that daemons run in.
    static func socket(in folder: TemporaryFolder) -> String { folder.path("s") }

    /// Runs a daemon in `folder` for as long as `body` runs, then stops it as SIGTERM would.
    static func run<Result: Sendable>(
        in folder: TemporaryFolder,
        status: Health.Status = .healthy,
        _ body: (SmallDaemon) async throws -> Result
    ) async throws -> Result {
        let log = try await EventLog.open(
            folder: folder.folder("log"),
            configuration: LogConfiguration(),
            now: { Sample.moment }
        )
        let daemon = SmallDaemon(log: log, views: try ViewStore.open(path: folder.path("views.sqlite")))
        try await daemon.project()
        let drop = try folder.folder("drop")
        let service = ServerService(
            socket: try ListeningSocket.own(path: socket(in: folder)),
            admin: AdminSocket(
                socket: try ListeningSocket.own(path: folder.path("s-admin"), mode: AdminSocket.mode),
                administration: SmallAdministration()
            ),
            log: log,
            views: daemon.views,
            maintenance: SmallMaintenance(log: log, views: daemon.views, dropFolder: drop, status: status),
            today: { today },
            logger: quiet
        )
        let services = ServiceGroup(services: [service], logger: quiet)
        let result = try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await services.run() }
            let result = try await body(daemon)
            await services.triggerGracefulShutdown()
            try await group.waitForAll()
            return result
        }
        await log.close()
        return result
    }

    private static var quiet: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }

    /// Lets an article in as the daemon would, with these facts, and returns where its events lie.
    @discardableResult
    func receive(
        _ text: String,
        file: DroppedFile,
        title: String? = nil,
        actors: [NamedActor] = [],
        pledges: [Pledge] = [],
        happenings: [Happening] = []
    ) async throws -> Range<LogPosition> {
        let id = ArticleID(hashing: Array(text.utf8))
        let header = ArticleHeader(
            date: CalendarDate(year: 2024, month: 7, day: 10),
            title: title,
            source: "VNS",
            language: "en"
        )
        let article = Article(id: id, header: header, text: text, blocks: [])
        let received = Event.articleReceived(ArticleReceived(article: article, file: file))
        let facts =
            actors.map { Event.actorNamed($0) } + pledges.map { .stated($0) }
            + happenings.map { .happeningReported($0) }
        let requests = pledges.count { $0.kind == .request }
        let read = ArticleRead(
            reader: "test",
            actors: actors.count,
            pledges: pledges.count - requests,
            requests: requests,
            happenings: happenings.count
        )
        return try await record([received] + facts + [.articleRead(read)], about: id)
    }

    @discardableResult
    func record(_ events: [Event], about article: ArticleID?) async throws -> Range<LogPosition> {
        let ranges = try await log.append([NewEntry(article: article, events: events)])
        try await project()
        return ranges[0]
    }

    private func project() async throws {
        while true {
            let events = try await log.read(from: views.position(), countMax: 1000)
            if events.isEmpty { return }
            try views.apply(events)
        }
    }
}
