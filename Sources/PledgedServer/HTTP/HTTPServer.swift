import HummingbirdCore
import Logging
import Metrics
import NIOCore
import NIOExtras
import NIOHTTPTypes
import NIOPosix
import PledgedAPI

/// Speaks HTTP/1.1 on a listening descriptor.
struct HTTPServer: Sendable {
    typealias Connection = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>
    typealias Listener = NIOAsyncChannel<Connection, Never>

    private let serving: HTTP1Channel
    private let refusing: HTTP1Channel
    private let quiescing: ServerQuiescingHelper
    private let group: any EventLoopGroup
    private let configuration: ServerConfiguration
    private let metrics: ServerMetrics
    private let logger: Logger

    /// Connections beyond the limit that are told so at the same time; further ones are closed without a word.
    private static let refusedMax = 64

    init(
        responder: Responder,
        configuration: ServerConfiguration,
        metrics: ServerMetrics,
        logger: Logger,
        group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton
    ) {
        let channel = Self.channelConfiguration(configuration, metrics)
        serving = HTTP1Channel(
            responder: { try await responder.respond(to: $0, $1, on: $2) },
            configuration: channel
        )
        let problem = Self.tooManyConnections(configuration)
        refusing = HTTP1Channel(
            responder: { _, writer, channel in
                let response = Response.problem(problem)
                try await writer.write(response: response.head, body: response.body)
                try await channel.eventLoop.submit {}.get()
                throw Responder.ConnectionIsOver()
            },
            configuration: channel
        )
        quiescing = ServerQuiescingHelper(group: group)
        self.group = group
        self.configuration = configuration
        self.metrics = metrics
        self.logger = logger
    }

    func listen(on socket: ListeningSocket) async throws -> Listener {
        try await ServerBootstrap(group: group)
            .serverChannelInitializer { [quiescing] channel in
                channel.eventLoop.makeCompletedFuture {
                    // NIO has just listened again, with a backlog of 128 that its option does not reach for a given
                    // descriptor: a crowd that comes at once, after a restart, would be turned away.
                    try SocketCalls.listen(socket.descriptor, at: socket.path ?? "inherited")
                    try channel.pipeline.syncOperations.addHandler(quiescing.makeServerChannelHandler(channel: channel))
                }
            }
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .bind(socket.descriptor) { [serving, logger] in serving.setup(channel: $0, logger: logger) }
    }

    /// Serves connections until the listener is closed and all of them are gone, or the task is cancelled.
    func accept(from listener: Listener) async throws {
        let count = ConnectionCount()
        try await withThrowingDiscardingTaskGroup { group in
            try await listener.executeThenClose { connections in
                for try await connection in connections {
                    group.addTask { await serve(connection, count) }
                }
            }
        }
    }

    /// Takes no more connections, and closes those that have nothing to do.
    func quiesce() { quiescing.initiateShutdown(promise: nil) }

    private func serve(_ connection: Connection, _ count: ConnectionCount) async {
        let open = count.enter()
        metrics.connections.increment()
        let channel = connection.channel
        await withTaskCancellationHandler {
            if open > configuration.connectionsMax { metrics.refusedConnection() }
            switch open {
            case ...configuration.connectionsMax: await serving.handle(value: connection, logger: logger)
            case ...(configuration.connectionsMax + Self.refusedMax):
                await refusing.handle(value: connection, logger: logger)
            default: await Self.close(connection)
            }
        } onCancel: {
            channel.close(promise: nil)
        }
        metrics.connections.decrement()
        count.leave()
    }

    private static func close(_ connection: Connection) async {
        do {
            try await connection.executeThenClose { _, _ in }
        } catch {
            // The client was faster: closed is closed.
        }
    }

    private static func channelConfiguration(
        _ configuration: ServerConfiguration,
        _ metrics: ServerMetrics
    ) -> HTTP1Channel.Configuration {
        let bytesMax = RequestLimits.parserBytesMax(configuration)
        return HTTP1Channel.Configuration(
            additionalChannelHandlers: [ParserErrorHandler(bytesMax: bytesMax, metrics: metrics)],
            idleTimeout: TimeAmount(configuration.idleMax),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: bytesMax,
                maxHeaderListSize: bytesMax,
                maxHeaderFieldCount: 256
            )
        )
    }

    private static func tooManyConnections(_ configuration: ServerConfiguration) -> Problem {
        let limit = configuration.connectionsMax
        let detail = "\(limit) connections are open, and no more are served. Close some, or wait."
        return Problem(.tooManyConnections, detail)
    }
}
