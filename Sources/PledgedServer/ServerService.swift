import Hummingbird
public import Logging
import NIOCore
import NIOExtras
import NIOPosix
public import PledgedLog
public import PledgedViews
public import ServiceLifecycle

/// Serves the views and the log's events over the Unix socket.
///
/// Runs until it is told to shut down: then it takes no more connections, lets streams end and answers finish, and cuts
/// off what has not finished after ``ServerConfiguration/drainMax``. Run it once.
public struct ServerService: Service {
    private let socket: ListeningSocket
    private let log: EventLog
    private let views: ViewStore
    private let maintenance: any Maintenance
    private let configuration: ServerConfiguration
    private let registry: OpenMetricsRegistry
    private let logger: Logger

    /// Takes over `socket`; what `registry` holds, the server's own figures among it, is what `/metrics` shows.
    public init(
        socket: ListeningSocket,
        log: EventLog,
        views: ViewStore,
        maintenance: any Maintenance,
        configuration: ServerConfiguration = ServerConfiguration(),
        registry: OpenMetricsRegistry = OpenMetricsRegistry(),
        logger: Logger
    ) {
        self.socket = socket
        self.log = log
        self.views = views
        self.maintenance = maintenance
        self.configuration = configuration
        self.registry = registry
        self.logger = logger
    }

    /// Serves.
    ///
    /// - Throws: What the operating system said when the descriptor could not be served.
    public func run() async throws {
        do {
            try await serve()
        } catch {
            try socket.cleanUp()
            throw error
        }
        try socket.cleanUp()
    }

    /// Returns when every event loop came round once: at once while they move, never when one hangs.
    ///
    /// - Throws: Where a loop has been shut down.
    public func heartbeat() async throws {
        for loop in MultiThreadedEventLoopGroup.singleton.makeIterator() { try await loop.submit {}.get() }
    }

    private func serve() async throws {
        let metrics = ServerMetrics(registry)
        let feed = LiveFeed(log: log, configuration: configuration, logger: logger)
        let server = HTTPServer(
            responder: responder(feed, metrics),
            configuration: configuration,
            metrics: metrics,
            logger: logger
        )
        let listener = try await server.listen(on: socket)
        logger.info("Server listening", metadata: ["socket.path": "\(socket.path ?? "inherited")"])
        try await withThrowingTaskGroup(of: Part.self) { group in
            group.addTask {
                try await server.accept(from: listener)
                return .connections
            }
            group.addTask {
                await feed.follow()
                return .feed
            }
            group.addTask {
                try await gracefulShutdown()
                server.quiesce()
                await feed.finish()
                try await Task.sleep(for: configuration.drainMax)
                return .drain
            }
            // A closed log ends the streams; the rest goes on until the connections are gone, or have had their time.
            while let part = try await group.next(), part == .feed {}
            group.cancelAll()
            // Cancelled parts throw that they were; that is how they end.
            while await group.nextResult() != nil {}
        }
    }

    private enum Part {
        case connections, feed, drain
    }

    private func responder(_ feed: LiveFeed, _ metrics: ServerMetrics) -> Responder {
        let router = Router(context: ServerContext.self, options: .autoGenerateHeadEndpoints)
        let reader = ViewReader(views)
        EventsRoute(log: log, feed: feed, configuration: configuration, metrics: metrics).add(to: router)
        ListRoutes(views: reader).add(to: router)
        RowRoutes(views: reader).add(to: router)
        MaintenanceRoutes(maintenance: maintenance).add(to: router)
        StatusRoutes(maintenance: maintenance, registry: registry).add(to: router)
        let limits = RequestLimits(
            targetBytesMax: configuration.targetBytesMax,
            headerBytesMax: configuration.headerBytesMax
        )
        return Responder(
            router: router.buildResponder(),
            limits: limits,
            mapping: ProblemMapping(logger: logger),
            metrics: metrics,
            logger: logger
        )
    }
}
