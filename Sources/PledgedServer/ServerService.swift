import Hummingbird
public import Logging
import NIOCore
import NIOExtras
import NIOPosix
import PledgedAPI
public import PledgedCore
public import PledgedLog
public import PledgedViews
public import ServiceLifecycle

/// Serves the views and the log's events over the Unix socket.
///
/// Runs until it is told to shut down: then it takes no more connections, lets streams end and answers finish, and cuts
/// off what has not finished after ``ServerConfiguration/drainMax``. Run it once.
public struct ServerService: Service {
    private let socket: ListeningSocket
    private let admin: AdminSocket?
    private let log: EventLog
    private let views: ViewStore
    private let maintenance: any Maintenance
    private let today: @Sendable () -> CalendarDate
    private let configuration: ServerConfiguration
    private let registry: OpenMetricsRegistry
    private let logger: Logger

    /// Takes over `socket`, and `admin`'s, which answers all that `socket` does and decisions as well; what `registry` holds, the server's own figures among it, is what `/metrics` shows.
    ///
    /// `today` tells the day in UTC, on which pledges are due or overdue.
    public init(
        socket: ListeningSocket,
        admin: AdminSocket? = nil,
        log: EventLog,
        views: ViewStore,
        maintenance: any Maintenance,
        today: @escaping @Sendable () -> CalendarDate,
        configuration: ServerConfiguration = ServerConfiguration(),
        registry: OpenMetricsRegistry = OpenMetricsRegistry(),
        logger: Logger
    ) {
        self.socket = socket
        self.admin = admin
        self.log = log
        self.views = views
        self.maintenance = maintenance
        self.today = today
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
            try cleanUp()
            throw error
        }
        try cleanUp()
    }

    private func cleanUp() throws {
        try admin?.socket.cleanUp()
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
        let gate = MaintenanceGate()
        let servers = [(socket, httpServer(responder(feed, metrics, gate), metrics))] + adminServer(feed, metrics, gate)
        try await withThrowingTaskGroup(of: Part.self) { group in
            for (socket, server) in servers {
                let listener = try await server.listen(on: socket)
                logger.info("Server listening", metadata: ["socket.path": "\(socket.path ?? "inherited")"])
                group.addTask {
                    try await server.accept(from: listener)
                    return .connections
                }
            }
            group.addTask {
                await feed.follow()
                return .feed
            }
            group.addTask {
                try await gracefulShutdown()
                for (_, server) in servers { server.quiesce() }
                await feed.finish()
                try await Task.sleep(for: configuration.drainMax)
                return .drain
            }
            try await Self.end(of: &group, listeners: servers.count)
            group.cancelAll()
            // Cancelled parts throw that they were; that is how they end.
            while await group.nextResult() != nil {}
        }
    }

    /// Returns when the connections of all listeners are gone, or have had their time.
    ///
    /// A closed log ends the streams; the rest goes on.
    private static func end(of group: inout ThrowingTaskGroup<Part, any Error>, listeners: Int) async throws {
        var open = listeners
        while open > 0, let part = try await group.next() {
            switch part {
            case .connections: open -= 1
            case .feed: break
            case .drain: return
            }
        }
    }

    private enum Part {
        case connections, feed, drain
    }

    private func httpServer(_ responder: Responder, _ metrics: ServerMetrics) -> HTTPServer {
        HTTPServer(responder: responder, configuration: configuration, metrics: metrics, logger: logger)
    }

    private func adminServer(
        _ feed: LiveFeed,
        _ metrics: ServerMetrics,
        _ gate: MaintenanceGate
    ) -> [(ListeningSocket, HTTPServer)] {
        guard let admin else { return [] }
        let responder = responder(feed, metrics, gate, administration: admin.administration)
        return [(admin.socket, httpServer(responder, metrics))]
    }

    private func responder(
        _ feed: LiveFeed,
        _ metrics: ServerMetrics,
        _ gate: MaintenanceGate,
        administration: (any Administration)? = nil
    ) -> Responder {
        let router = Router(context: ServerContext.self, options: .autoGenerateHeadEndpoints)
        let reader = ViewReader(views)
        EventsRoute(log: log, feed: feed, configuration: configuration, metrics: metrics).add(to: router)
        ChangesRoute(
            log: log,
            views: reader,
            feed: feed,
            today: today,
            configuration: configuration,
            metrics: metrics
        ).add(to: router)
        ListRoutes(views: reader, today: today).add(to: router)
        RowRoutes(views: reader, today: today).add(to: router)
        MaintenanceRoutes(maintenance: maintenance, gate: gate).add(to: router)
        StatusRoutes(maintenance: maintenance, registry: registry).add(to: router)
        if let administration {
            AdminRoutes(administration: administration, gate: gate, logger: logger).add(to: router)
        }
        let limits = RequestLimits(
            targetBytesMax: configuration.targetBytesMax,
            headerBytesMax: configuration.headerBytesMax
        )
        return Responder(
            router: router.buildResponder(),
            check: RouteCheck(routes: administration == nil ? PledgedAPI.Route.readers : PledgedAPI.Route.all),
            limits: limits,
            mapping: ProblemMapping(logger: logger),
            metrics: metrics,
            logger: logger
        )
    }
}
