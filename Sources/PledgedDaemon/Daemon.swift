internal import CoreMetrics
internal import Glibc
internal import Logging
internal import PledgedAPI
internal import PledgedArticles
internal import PledgedCore
internal import PledgedExtraction
internal import PledgedIntake
internal import PledgedLog
internal import PledgedServer
internal import PledgedViews
internal import ServiceLifecycle
internal import UnixSignals

/// Everything wired together: the one place that sees all parts.
public struct Daemon: Sendable {
    public static let version = "0.1.0"

    private let configuration: DaemonConfiguration
    private let source: ConfigurationSource

    /// - Parameters:
    ///   - configuration: What to do.
    ///   - source: Where that was read, to be read again on SIGHUP.
    public init(configuration: DaemonConfiguration, source: ConfigurationSource) {
        self.configuration = configuration
        self.source = source
    }

    /// Runs until SIGTERM or SIGINT; finishes the work in hand before it returns.
    ///
    /// - Throws: What keeps the daemon from starting or from going on, with what to do about it.
    public func run() async throws {
        let level = StandardErrorLogHandler.SharedLevel(Logger.Level(rawValue: configuration.loggingLevel) ?? .info)
        let isForJournal = source.environment["JOURNAL_STREAM"] != nil
        LoggingSystem.bootstrap { label in
            StandardErrorLogHandler(label: label, isForJournal: isForJournal, sharedLevel: level)
        }
        let logger = Logger(label: "pledged")
        let registry = OpenMetricsRegistry()
        MetricsSystem.bootstrap(registry)
        let started = Self.now()
        // Before anything is opened: a mistake in a user's rules stops the start, and changes nothing.
        let reader = CurrentReader(try Reader(rulesFolder: configuration.rulesFolder))
        let key = try LogKeyFile.key(path: configuration.logKeyFile, environment: source.environment)
        logger.notice("Starting", metadata: ["version": "\(Self.version)", "pid": "\(getpid())"])

        SystemdNotifier.send("STATUS=Recovering the log")
        let log = try await EventLog.open(
            folder: configuration.logFolder,
            configuration: configuration.log,
            now: Self.now
        )
        logger.info("Log recovered", metadata: ["recovery": "\(log.recovery)"])
        let views = try ViewsOpening(path: configuration.viewsFile, logger: logger).open(beside: log)
        let projection = try ProjectionService(log: log, views: views, logger: logger)
        let fatalErrors = FatalErrors()
        let desk = ArticleDesk(
            log: log,
            views: views,
            projection: projection,
            reader: reader,
            fatalErrors: fatalErrors
        )
        let intake = IntakeService(configuration: configuration.intake, admission: desk, logger: logger)
        let care = try LogCare(log, key: key, configuration: configuration, now: Self.now, logger: logger)
        LogCare.describe(in: registry)
        let caretaker = Caretaker(
            started: started,
            configuration: configuration,
            log: log,
            views: views,
            projection: projection,
            intake: intake,
            checkpoints: care.checkpoints,
            scrub: care.scrub
        )
        let rereader = Rereader(
            log: log,
            views: views,
            projection: projection,
            reader: reader,
            fatalErrors: fatalErrors,
            filesWaiting: { intake.status.ready + intake.status.inHand }
        )
        let decisions = DecisionDesk(
            log: log,
            views: views,
            projection: projection,
            fatalErrors: fatalErrors,
            today: Self.today
        )
        let administrator = Administrator(
            log: log,
            views: views,
            rereader: rereader,
            projection: projection,
            decisions: decisions
        )
        let server = ServerService(
            socket: try listen(),
            admin: AdminSocket(socket: try listenForDecisions(), administration: administrator),
            log: log,
            views: views,
            maintenance: caretaker,
            today: Self.today,
            configuration: configuration.server,
            registry: registry,
            logger: logger
        )
        let notifier = SystemdNotifier(progress: { await caretaker.progress(server: server) }, logger: logger)
        let reload = ReloadService(
            source: source,
            current: configuration,
            level: level,
            reader: reader,
            logger: logger
        )

        // Readers before writers; stopped in the opposite order, the one that signs what they wrote last.
        let services = care.services + [projection, server, intake, fatalErrors, reload, notifier]
        var group = ServiceGroupConfiguration(
            services: services.map { .init(service: $0) },
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        )
        // Sooner than TimeoutStopSec of the unit.
        group.maximumGracefulShutdownDuration = .seconds(10)
        do {
            try await ServiceGroup(configuration: group).run()
        } catch {
            await log.close()
            throw error
        }
        await log.close()
        logger.notice("Stopped", metadata: ["position": "\(log.end)"])
    }

    private func listen() throws -> ListeningSocket {
        if let descriptor = SystemdSocket.descriptor() {
            return try ListeningSocket.inherited(descriptor: descriptor)
        }
        return try ListeningSocket.own(path: configuration.socketPath, group: configuration.socketGroup)
    }

    /// Open to our own user alone, and to root.
    private func listenForDecisions() throws -> ListeningSocket {
        try ListeningSocket.own(path: configuration.adminSocketPath, mode: AdminSocket.mode)
    }

    /// The one clock of the daemon's events.
    private static let now: @Sendable () -> Timestamp = {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
    }

    /// The day in UTC, on which pledges are due or overdue.
    private static let today: @Sendable () -> CalendarDate = { now().date }
}
