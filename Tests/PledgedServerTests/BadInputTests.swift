import NIOHTTP1
import PledgedAPI
import PledgedCore
import PledgedServer
import Testing

/// What makes no sense gets a problem that says so, and nobody else notices.
@Suite(.timeLimit(.minutes(2)))
struct BadInputTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let method: String
        let target: String
        let headers: [(String, String)]
        let kind: Problem.Kind
        let nearest: String?

        init(
            _ target: String,
            _ kind: Problem.Kind,
            method: String = "GET",
            nearest: String? = nil,
            headers: [(String, String)] = []
        ) {
            (self.method, self.target, self.kind, self.nearest, self.headers) = (method, target, kind, nearest, headers)
        }

        var testDescription: String { "\(method) \(target.prefix(40)) \(headers.map(\.0))" }
    }

    static let cases = [
        Case("/event", .notFound, nearest: "/events"), Case("/", .notFound),
        Case("/actors/1/2", .notFound, nearest: "/actors"),
        Case("/actors/99", .notFound), Case("/pledges/3", .notFound), Case("/timeline/3", .notFound),
        Case("/articles/\(String(repeating: "0", count: 64))", .notFound),
        Case("/actors/Japan", .invalidParameter), Case("/articles/12", .invalidParameter),
        Case("/pledges/-1", .invalidParameter), Case("/timeline/1.5", .invalidParameter),
        Case("/events", .methodNotAllowed, method: "POST"), Case("/actors/1", .methodNotAllowed, method: "DELETE"),
        Case("/views/rebuild", .methodNotAllowed, method: "GET"), Case("/health", .methodNotAllowed, method: "PUT"),
        Case("/events?typ=x", .unknownParameter, nearest: "type"),
        Case("/events?type=pledge.state", .invalidParameter, nearest: "pledge.stated"),
        Case("/pledges?due=2024-01-01", .unknownParameter, nearest: "due-from"),
        Case("/pledges?kind=plann", .invalidParameter, nearest: "plan"), Case("/actors?limit=0", .invalidParameter),
        Case("/health?verbose=1", .unknownParameter), Case("/metrics?name=x", .unknownParameter),
        Case("/openapi.json?x=1", .unknownParameter), Case("/views/verify?x=1", .unknownParameter, method: "POST"),
        Case("/pledges?status=overdu", .invalidParameter, nearest: "overdue"),
        Case("/pledges?page=1&offset=0", .invalidParameter), Case("/pledges?min-quantity=-1", .invalidParameter),
        Case("/timeline?from=2024-13", .invalidParameter), Case("/actors?as-of=soon", .invalidParameter),
        Case("/pledges/1?asof=3", .unknownParameter, nearest: "as-of"),
        Case("/timeline/1?as-of=3", .unknownParameter), Case("/actors?page=2", .pageBeyondEnd),
        Case("/changes?after=2024-07-10", .invalidParameter), Case("/changes?after=41", .beyondEnd),
        Case("/changes?limit=1001", .invalidParameter), Case("/changes", .methodNotAllowed, method: "POST"),
        Case("/changes", .notAcceptable, headers: [("Accept", "application/x-ndjson")]),
        Case("/changes", .invalidParameter, headers: [("Last-Event-ID", "x")]),
        Case("/decisions", .notFound, method: "POST"),
        Case("/search", .invalidParameter), Case("/search?q=", .invalidParameter), Case("/outcomes", .invalidParameter),
        Case("/events", .notAcceptable, headers: [("Accept", "text/html")]),
        Case("/actors", .notAcceptable, headers: [("Accept", "text/html, application/json;q=0")]),
        Case("/metrics", .notAcceptable, headers: [("Accept", "application/json")]),
        Case("/actors?name=\(String(repeating: "x", count: 9000))", .targetTooLong),
        Case("/actors", .headerTooLarge, headers: [("X-Long", String(repeating: "x", count: 17_000))]),
    ]

    @Test func `each gets its problem`() async throws {
        try await TestServer.run { server in
            for bad in Self.cases {
                let answer = try await server.get(bad.target, method: bad.method, headers: bad.headers)
                let problem = try answer.problem
                #expect(problem.kind == bad.kind, "\(bad.testDescription)")
                #expect(answer.status == problem.status)
                #expect(problem.nearest == bad.nearest, "\(bad.testDescription)")
                #expect(problem.detail.utf8.count < 10_000)
                #expect((answer.headers.first(name: "Allow") != nil) == (bad.kind == .methodNotAllowed))
            }
            #expect(try await server.get("/health").status == 200)
        }
    }

    @Test(arguments: [
        ("GET /events?after=%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 400), ("NONSENSE\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nBad Header: x\r\n\r\n", 400), ("\u{16}\u{3}\u{1}\r\n\r\n", 400),
        ("GET /\(String(repeating: "x", count: 200_000)) HTTP/1.1\r\n\r\n", 431),
        ("GET / HTTP/1.1\r\nX: \(String(repeating: "x", count: 200_000))\r\n\r\n", 431),
        ("GET / HTTP/1.1\r\n\(String(repeating: "A: b\r\n", count: 300))\r\n", 431),
        ("POST /views/rebuild HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello", 413),
        ("POST /views/rebuild HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", 413),
        ("GET /actors HTTP/1.1\r\nHost: x\r\nContent-Length: 100000000\r\n\r\n", 413),
    ])
    func `bytes that are no request are answered and cut off`(bytes: String, status: Int) async throws {
        try await TestServer.run { server in
            let client = try RawClient(server.socketPath)
            client.send(bytes)
            let answer = await client.read()
            #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(answer.prefix(200))")
            #expect(answer.contains("application/problem+json"))
            #expect(answer.contains("\"status\":\(status)"))
            #expect(try await server.get("/health").status == 200)
        }
    }

    @Test func `nonsense after a request does not get that request's answer`() async throws {
        try await TestServer.run { server in
            let client = try RawClient(server.socketPath)
            client.get("/events")
            client.send("NONSENSE\r\n\r\n")
            let answer = await client.read()
            #expect(!answer.contains("problem"))
        }
    }

    @Test func `connections beyond the limit are told so`() async throws {
        try await TestServer.run({ $0.connectionsMax = 2 }) { server in
            var clients: [RawClient] = []
            for _ in 0..<2 {
                let client = try RawClient(server.socketPath)
                client.get("/events")
                _ = await client.read(until: "caught-up")
                clients.append(client)
            }
            let third = try RawClient(server.socketPath)
            third.get("/health")
            let answer = await third.read()
            #expect(answer.hasPrefix("HTTP/1.1 503 "))
            #expect(answer.contains("/problems/too-many-connections"))
            clients.removeLast()
            try await server.wait { server.metric("pledged_http_connections") == 1 }
            #expect(try await server.get("/health").status == 200)
            #expect(server.metric("pledged_http_connections_refused_total") == 1)
        }
    }

    @Test(arguments: ["", "GET /health HTTP/1.1\r\nHost: x\r\n", "GET /health HTTP/1.1\r\nHost: x\r\n\r\n"])
    func `a connection that does nothing is closed`(bytes: String) async throws {
        try await TestServer.run({ $0.idleMax = .seconds(1) }) { server in
            let client = try RawClient(server.socketPath)
            client.send(bytes)
            // Comes to an end only because the server closes.
            let answer = await client.read()
            #expect(answer.isEmpty != bytes.hasSuffix("\r\n\r\n"))
        }
    }
}
