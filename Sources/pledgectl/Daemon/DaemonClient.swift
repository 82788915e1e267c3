import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOHTTP1
import PledgedAPI

/// Asks the daemon over its Unix socket.
struct DaemonClient: Sendable {
    /// A reply in one piece may be as large; a page of a list is far smaller.
    static let replyBytesMax = 256 * 1024 * 1024

    let socket: String
    let http: HTTPClient

    /// Connects for as long as `body` runs.
    ///
    /// A daemon that says nothing for longer than `silenceMax` counts as gone; nil lets it take as long as it takes.
    ///
    /// - Throws: ``Failure``, in place of every ``DaemonError`` that `body` lets through.
    static func connected<Result>(
        to socket: String,
        silenceMax: Duration? = .seconds(60),
        _ body: (DaemonClient) async throws -> Result
    ) async throws -> Result {
        do {
            let configuration = configuration(silenceMax: silenceMax)
            return try await HTTPClient.withHTTPClient(configuration: configuration) { http in
                try await body(DaemonClient(socket: socket, http: http))
            }
        } catch let error as DaemonError {
            throw error.failure
        }
    }

    private static func configuration(silenceMax: Duration?) -> HTTPClient.Configuration {
        let timeout = HTTPClient.Configuration.Timeout(
            connect: .seconds(5),
            read: silenceMax.map { .milliseconds($0.components.seconds * 1000) }
        )
        var configuration = HTTPClient.Configuration(timeout: timeout)
        // Whether to try again is the caller's decision: a daemon that is not there should be said to be not there.
        configuration.connectionPool.retryConnectionEstablishment = false
        return configuration
    }

    /// - Throws: ``DaemonError``.
    func reply<Reply: Decodable>(_ type: Reply.Type, to request: some APIRequest) async throws -> Reply {
        try decode(type, from: try await body(.GET, request.target))
    }

    /// - Throws: ``DaemonError``.
    func reply<Reply: Decodable>(_ type: Reply.Type, to route: Route) async throws -> Reply {
        try decode(type, from: try await body(HTTPMethod(rawValue: route.method.rawValue), route.path))
    }

    /// One row of a view.
    ///
    /// - Throws: ``DaemonError``.
    func reply<Reply: Decodable>(
        _ type: Reply.Type,
        to route: Route,
        id: some CustomStringConvertible,
        _ request: DetailRequest = DetailRequest()
    ) async throws -> Reply {
        try decode(type, from: try await body(.GET, route.target(id: id.description, request)))
    }

    /// The reply to a request that has the daemon do something.
    ///
    /// - Throws: ``DaemonError``.
    func reply<Reply: Decodable>(_ type: Reply.Type, posting request: some APIRequest) async throws -> Reply {
        try decode(type, from: try await body(.POST, request.target))
    }

    /// The daemon's health, which it tells whether it is well (200) or not (503).
    ///
    /// - Throws: ``DaemonError``.
    func health() async throws -> Health {
        let response = try await response(.GET, Route.health.path, accept: .json)
        let json = try await collect(response)
        if response.status == .serviceUnavailable, let problem = problem(in: json) {
            throw DaemonError.refused(problem)
        }
        guard [.ok, .serviceUnavailable].contains(response.status) else { throw error(response.status, json) }
        return try decode(Health.self, from: json)
    }

    /// The stream that answers `request`: one JSON object a line, or as `accept` says.
    ///
    /// - Throws: ``DaemonError``.
    func stream(
        _ request: some APIRequest,
        accept: MediaType = .ndjson
    ) async throws -> HTTPClientResponse.Body {
        let response = try await response(.GET, request.target, accept: accept)
        guard response.status == .ok else { throw error(response.status, try await collect(response)) }
        return response.body
    }

    private func body(_ method: HTTPMethod, _ target: String) async throws -> Data {
        let response = try await response(method, target, accept: .json)
        let json = try await collect(response)
        guard response.status == .ok else { throw error(response.status, json) }
        return json
    }

    private func response(
        _ method: HTTPMethod,
        _ target: String,
        accept: MediaType
    ) async throws -> HTTPClientResponse {
        var request = HTTPClientRequest(url: "http+unix://\(PercentCoding.encode(socket))\(target)")
        request.method = method
        request.headers.add(name: "Host", value: "localhost")
        request.headers.add(name: "Accept", value: "\(accept.rawValue), \(MediaType.problem.rawValue)")
        do {
            return try await http.execute(request, deadline: .distantFuture)
        } catch let error as CancellationError {
            throw error
        } catch {
            throw ConnectionTrouble.error(error, socket: socket)
        }
    }

    private func collect(_ response: HTTPClientResponse) async throws -> Data {
        do {
            let buffer = try await response.body.collect(upTo: Self.replyBytesMax)
            return Data(buffer.readableBytesView)
        } catch is NIOTooManyBytesError {
            throw DaemonError.unreadable(socket: socket, reason: "The reply is too large.")
        } catch let error as CancellationError {
            throw error
        } catch {
            throw ConnectionTrouble.error(error, socket: socket)
        }
    }

    private func decode<Reply: Decodable>(_ type: Reply.Type, from json: Data) throws -> Reply {
        do {
            return try JSONDecoder().decode(type, from: json)
        } catch {
            throw DaemonError.unreadable(socket: socket, reason: "\(error).")
        }
    }

    private func problem(in json: Data) -> Problem? {
        do {
            return try JSONDecoder().decode(Problem.self, from: json)
        } catch {
            return nil  // Not a problem, but some other JSON, or none.
        }
    }

    private func error(_ status: HTTPResponseStatus, _ json: Data) -> DaemonError {
        if let problem = problem(in: json) { return .refused(problem) }
        return .unreadable(socket: socket, reason: "Status \(status.code) without a reason.")
    }
}
