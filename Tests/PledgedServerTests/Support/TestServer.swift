import AsyncHTTPClient
import Foundation
import Logging
import NIOCore
import NIOHTTP1
import PledgedAPI
import PledgedCore
import PledgedLog
import PledgedServer
import PledgedTesting
import PledgedViews
import ServiceLifecycle

/// A server on a real socket, with a real log and real views, in a folder of its own.
struct TestServer: Sendable {
    let folder: TemporaryFolder
    let socketPath: String
    let adminPath: String
    let administration: TestAdministration
    let messages: LogLines
    let log: EventLog
    let views: ViewStore
    let maintenance: TestMaintenance
    let calendar: TestCalendar
    let registry: OpenMetricsRegistry
    let client: HTTPClient
    private let group: ServiceGroup

    /// Serves while `body` runs, then shuts down gracefully and waits for that.
    static func run(
        _ configure: (inout ServerConfiguration) -> Void = { _ in },
        events: [RecordedEvent] = [],
        _ body: (TestServer) async throws -> Void
    ) async throws {
        var configuration = ServerConfiguration()
        configure(&configuration)
        let server = try await TestServer(configuration)
        try await server.add(events)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await server.group.run() }
            let result: Result<Void, any Error>
            do {
                result = .success(try await body(server))
            } catch {
                result = .failure(error)
            }
            await server.group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            try await server.client.shutdown()
            await server.log.close()
            try result.get()
        }
    }

    private init(_ configuration: ServerConfiguration) async throws {
        folder = try TemporaryFolder()
        socketPath = folder.path("s")
        adminPath = folder.path("s-admin")
        administration = TestAdministration()
        let messages = LogLines()
        self.messages = messages
        log = try await EventLog.open(
            folder: folder.path("log"),
            now: { Timestamp(microseconds: 1_720_600_000_000_000) }
        )
        views = try ViewStore.open(path: folder.path("views.sqlite"))
        maintenance = TestMaintenance()
        let calendar = TestCalendar()
        self.calendar = calendar
        registry = OpenMetricsRegistry()
        var clientConfiguration = HTTPClient.Configuration()
        clientConfiguration.timeout.connect = .seconds(60)
        clientConfiguration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 512
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: clientConfiguration)
        let service = ServerService(
            socket: try ListeningSocket.own(path: socketPath),
            admin: AdminSocket(
                socket: try ListeningSocket.own(path: adminPath, mode: AdminSocket.mode),
                administration: administration
            ),
            log: log,
            views: views,
            maintenance: maintenance,
            today: { calendar.today },
            configuration: configuration,
            registry: registry,
            logger: Logger(label: "test") { _ in LogLines.Handler(lines: messages) }
        )
        group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [service],
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            )
        )
    }

    func shutDown() async { await group.triggerGracefulShutdown() }

    /// Appends events, one entry for each stretch of one article, and applies them to the views.
    func add(_ events: [RecordedEvent]) async throws {
        var entries: [NewEntry] = []
        for event in events {
            if let last = entries.last, last.article == event.article, event.article != nil {
                entries[entries.count - 1].events.append(event.event)
            } else {
                entries.append(NewEntry(article: event.article, events: [event.event]))
            }
        }
        guard !entries.isEmpty else { return }
        let start = log.end
        _ = try await log.append(entries)
        var position = start
        while position < log.end {
            let recorded = try await log.read(from: position, countMax: 1000)
            try views.apply(recorded)
            position = position.advanced(by: recorded.count)
        }
    }

    /// Appends events as ``add(_:)`` does, and applies them only when streams have seen the log grow.
    func addLate(_ events: [RecordedEvent]) async throws {
        let start = log.end
        _ = try await log.append([NewEntry(article: events.first?.article, events: events.map(\.event))])
        try await Task.sleep(for: .milliseconds(50))
        try views.apply(try await log.read(from: start, countMax: 1000))
    }

    /// Appends as many events about an article as told, each of about `bytes` bytes, as one entry; views stay out.
    func append(_ count: Int, article: Int = 1, bytes: Int = 100) async throws {
        let text = String(repeating: "x", count: bytes)
        let event = Event.pledgeStated(SampleEvents.pledge(quote: text))
        let events = Array(repeating: event, count: count)
        _ = try await log.append([NewEntry(article: SampleEvents.articleID(article), events: events)])
    }

    func url(_ target: String, socket: String? = nil) -> String {
        let path = (socket ?? socketPath).addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        return "http+unix://\(path)\(target)"
    }

    func send(
        _ target: String,
        method: String = "GET",
        headers: [(String, String)] = [],
        socket: String? = nil
    ) async throws -> HTTPClientResponse {
        var request = HTTPClientRequest(url: url(target, socket: socket))
        request.method = .init(rawValue: method)
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        return try await client.execute(request, timeout: .seconds(60))
    }

    /// Status, headers and whole content.
    func get(
        _ target: String,
        method: String = "GET",
        headers: [(String, String)] = [],
        socket: String? = nil
    ) async throws -> Answer {
        let response = try await send(target, method: method, headers: headers, socket: socket)
        let content = try await response.body.collect(upTo: 64 << 20)
        return Answer(
            status: Int(response.status.code),
            headers: response.headers,
            content: String(buffer: content)
        )
    }

    /// Opens a stream.
    func stream(
        _ target: String,
        accept: MediaType = .ndjson,
        headers: [(String, String)] = []
    ) async throws -> EventReader {
        let response = try await send(target, headers: [("Accept", accept.rawValue)] + headers)
        guard response.status == .ok else {
            throw TestFailure("\(response.status): \(String(buffer: try await response.body.collect(upTo: 1 << 20)))")
        }
        return EventReader(response.body, separator: accept == .ndjson ? "\n" : "\n\n")
    }

    /// The value of a line of `/metrics`.
    func metric(_ name: String) -> Double {
        let line = registry.render().split(separator: "\n").first { $0.hasPrefix("\(name) ") }
        return line.flatMap { $0.split(separator: " ").last }.flatMap { Double($0) } ?? 0
    }

    /// Waits until a condition holds; a test that waits for ever is stopped by its time limit.
    func wait(until condition: () async throws -> Bool) async throws {
        while try await !condition() { try await Task.sleep(for: .milliseconds(5)) }
    }
}

struct TestFailure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
