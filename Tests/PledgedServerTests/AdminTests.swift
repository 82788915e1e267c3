import Foundation
import Glibc
import PledgedAPI
import PledgedCore
import PledgedServer
import PledgedTesting
import Testing

/// The socket on which decisions are taken.
@Suite(.timeLimit(.minutes(2)))
struct AdminTests {
    @Test func `decisions are taken on the admin socket, and who asked is logged`() async throws {
        try await TestServer.run { server in
            let answer = try await server.get("/readings?dry-run=true", method: "POST", socket: server.adminPath)
            #expect(try answer.decode(RereadReply.self).articles == 2)
            #expect(server.administration.requests == [RereadRequest(isDryRun: true)])
            let line = server.messages.all.first { $0.hasPrefix("Asked to read articles again") }
            let peer = "peer.gid=\(getgid()) peer.pid=\(getpid()) peer.uid=\(getuid())"
            #expect(line == "Asked to read articles again article=all dry-run=true \(peer)")
        }
    }

    @Test func `a person's decision is taken, and who asked is logged`() async throws {
        try await TestServer.run { server in
            let request = DecisionRequest(.resolve(pledge: LogPosition(offset: 7), .fulfilled), reason: "Done, at last")
            let answer = try await server.get(request.target, method: "POST", socket: server.adminPath)
            #expect(try answer.decode(DecisionReply.self).sentence == "Decided by \(getuid()).")
            #expect(server.administration.decisions == [request])
            let line = server.messages.all.first { $0.hasPrefix("Asked to decide") }
            let peer = "peer.gid=\(getgid()) peer.pid=\(getpid()) peer.uid=\(getuid())"
            #expect(line == "Asked to decide decision=resolve \(peer) pledge=7 resolution=fulfilled")
        }
    }

    @Test func `the readers' socket takes no decision`() async throws {
        try await TestServer.run { server in
            let request = DecisionRequest(.separate(actor: 1), reason: "x")
            let problem = try await server.get(request.target, method: "POST").problem
            #expect(problem.kind == .notFound)
            #expect(problem.detail.contains("admin socket"))
            #expect(server.administration.decisions.isEmpty)
        }
    }

    @Test(arguments: [Problem.Kind.notFound, .alreadyDecided])
    func `why a decision was not taken is said`(kind: Problem.Kind) async throws {
        try await TestServer.run { server in
            server.administration.refuse(Problem(kind, "Actors 1 and 2 are one already.", parameter: "into"))
            let request = DecisionRequest(.merge(actor: 1, into: 2), reason: "x")
            let answer = try await server.get(request.target, method: "POST", socket: server.adminPath)
            #expect(answer.status == (kind == .notFound ? 404 : 409))
            #expect(try answer.problem.detail == "Actors 1 and 2 are one already.")
        }
    }

    @Test func `quarantined events are tried again on the admin socket alone`() async throws {
        try await TestServer.run { server in
            let answer = try await server.get("/views/retry", method: "POST", socket: server.adminPath)
            #expect(try answer.decode(RetryReply.self).before == 2)
            #expect(server.messages.all.contains { $0.hasPrefix("Asked to apply quarantined events again peer.gid=") })
            #expect(try await server.get("/views/retry", method: "POST").problem.kind == .notFound)
        }
    }

    @Test func `the readers' socket decides nothing, and says where that is done`() async throws {
        try await TestServer.run { server in
            let problem = try await server.get("/readings", method: "POST").problem
            #expect(problem.kind == .notFound)
            #expect(problem.detail.contains("admin socket"))
            #expect(server.administration.requests.isEmpty)
        }
    }

    @Test func `the admin socket answers readers as well, and refuses what it does not know`() async throws {
        try await TestServer.run { server in
            #expect(try await server.get("/articles", socket: server.adminPath).status == 200)
            #expect(try await server.get("/readings", socket: server.adminPath).status == 405)
            let problem = try await server.get("/readings?dry=1", method: "POST", socket: server.adminPath).problem
            #expect(problem.kind == .unknownParameter)
            #expect(problem.nearest == "dry-run")
        }
    }

    @Test func `reading again waits for other maintenance, which readers may ask for`() async throws {
        try await TestServer.run { server in
            let letGo = server.maintenance.holdRebuild()
            async let rebuild = server.get("/views/rebuild", method: "POST")
            var answer = try await server.get("/readings", method: "POST", socket: server.adminPath)
            while answer.status == 200 {
                answer = try await server.get("/readings", method: "POST", socket: server.adminPath)
            }
            #expect(try answer.problem.kind == .maintenanceRunning)
            letGo()
            #expect(try await rebuild.status == 200)
        }
    }

    @Test func `the socket's file is for its owner alone, and goes when the server stops`() async throws {
        var path = ""
        try await TestServer.run { server in
            var status = stat()
            #expect(unsafe stat(server.adminPath, &status) == 0)
            #expect(status.st_mode & 0o777 == 0o600)
            path = server.adminPath
            await server.shutDown()
            try await server.wait { !FileManager.default.fileExists(atPath: path) }
        }
    }
}
