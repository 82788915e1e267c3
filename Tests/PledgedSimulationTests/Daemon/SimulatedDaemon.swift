import Logging
import PledgedCore
import PledgedExtraction
import PledgedLog
import PledgedViews
import Synchronization

@testable import PledgedDaemon
@testable import PledgedIntake

/// The daemon without its sockets: intake, admission, log and views as they are, on a simulated disk, watch and clock.
final class SimulatedDaemon {
    /// The one way in which a canary differs: what stands between the intake and the desk.
    typealias Build = @Sendable (any Admission) -> any Admission

    static let logger = Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() }
    private static let reader = Result { CurrentReader(try Reader()) }

    let log: EventLog
    let views: ViewStore
    let loop: IntakeLoop<SimulatedWatch, SimulatedClock>
    private let admission: any Admission
    private let ending: Ending
    private let fatalErrors = FatalErrors()
    private let projection: ProjectionService
    private let projecting: Task<Void, any Error>
    private var batches: AsyncStream<[IncomingFile]>.Iterator
    private var isServed = false

    init(
        disk: SimulatedDisk,
        viewsPath: String,
        configuration: IntakeConfiguration,
        watch: SimulatedWatch,
        build: Build
    ) async throws {
        var sizes = LogConfiguration()
        (sizes.segmentBytesMax, sizes.recentBytesMax) = (6_000, 2_000)
        let clock = watch.clock
        log = try await EventLog.open(storage: disk, configuration: sizes) {
            Timestamp(microseconds: clock.wall / 1000)
        }
        views = try ViewsOpening(path: viewsPath, logger: Self.logger).open(beside: log)
        let projection = try ProjectionService(log: log, views: views, logger: Self.logger)
        self.projection = projection
        projecting = Task { try await projection.run() }
        let desk = ArticleDesk(
            log: log,
            views: views,
            projection: projection,
            reader: try Self.reader.get(),
            fatalErrors: fatalErrors
        )
        ending = Ending(of: desk)
        admission = build(ending)
        let counter = AdmissionDesk(wake: try Wake())
        batches = counter.batches.makeAsyncIterator()
        loop = try IntakeLoop(
            configuration,
            watch: watch,
            clock: clock,
            desk: counter,
            board: StatusBoard(),
            logger: Self.logger
        )
    }

    /// Whether the log has said that the daemon must end.
    var mustEnd: Bool { ending.hasCome }

    /// One round of the intake.
    func round() throws {
        let before = loop.batch?.since
        try loop.round()
        if loop.batch?.since != before { isServed = false }
    }

    /// Has the admission decide on the batch in hand, if there is one that it has not seen.
    func serve() async {
        guard loop.batch != nil, !isServed, let batch = await batches.next(isolation: #isolation) else { return }
        isServed = true
        await loop.desk.serve(batch, admission)
    }

    /// Whether nothing is left to do.
    var isIdle: Bool {
        loop.batch == nil && loop.tracker.readyCount == 0 && loop.tracker.settlingCount == 0 && loop.hasLooked
    }

    /// Ends the process's life; a fatal error must be the one that it ends with.
    ///
    /// - Returns: Whether it ended with an error.
    func end() async throws -> Bool {
        projecting.cancel()
        await log.close()
        do { try await projecting.value } catch is CancellationError {}
        // Whoever waits for the views now is told at once that they will not come.
        do { try await projection.waitUntilApplied(log.end.next) } catch is CancellationError {}
        guard mustEnd else { return false }
        do {
            try await fatalErrors.run()
        } catch let error as LogError where error.code == .unwritable {
            return true
        }
        return false
    }
}

/// Notices that the log takes nothing any more.
private final class Ending: Admission {
    private let desk: ArticleDesk
    private let state = Mutex(false)

    init(of desk: ArticleDesk) { self.desk = desk }

    var hasCome: Bool { state.withLock { $0 } }

    func admit(_ files: [IncomingFile]) async throws -> [Outcome] {
        do {
            return try await desk.admit(files)
        } catch {
            if (error as? LogError)?.code == .unwritable { state.withLock { $0 = true } }
            throw error
        }
    }
}
