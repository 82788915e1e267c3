import Logging
import PledgedCore
import PledgedLog
import PledgedTesting
import PledgedViews
import Testing

@testable import PledgedDaemon

@Suite struct ProjectionServiceTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Whoever waits when it ends is told, and so must be who comes a moment later.
    @Test(.timeLimit(.minutes(1))) func `a wait for views that nobody applies to any more ends with an error`()
        async throws
    {
        let log = try await EventLog.open(folder: folder.path("log"), now: { Timestamp(microseconds: 0) })
        let views = try ViewStore.open(path: folder.path("views.sqlite"))
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let projection = try ProjectionService(log: log, views: views, logger: logger)
        let running = Task { try await projection.run() }
        running.cancel()
        do { try await running.value } catch is CancellationError {}
        await #expect(throws: CancellationError.self) { try await projection.waitUntilApplied(log.end.next) }
        await log.close()
    }
}
