import Foundation
import NIOHTTP1
import PledgedAPI
import PledgedCore
import PledgedServer
import Testing

@Suite(.timeLimit(.minutes(2)))
struct StatusRouteTests {
    @Test func `health is 200 or says why not`() async throws {
        try await TestServer.run { server in
            #expect(try await server.get("/health").status == 200)
            server.maintenance.report([.init("intake", .degraded, reason: "The disk is full.")])
            let answer = try await server.get("/health")
            #expect(answer.status == 503)
            #expect(try answer.decode(Health.self).reasons == ["intake: The disk is full."])
        }
    }

    @Test func `maintenance runs one at a time`() async throws {
        try await TestServer.run { server in
            let letGo = server.maintenance.holdRebuild()
            async let first = server.get("/views/rebuild", method: "POST")
            var second = try await server.get("/views/verify", method: "POST")
            while second.status == 200 { second = try await server.get("/views/verify", method: "POST") }
            #expect(try second.problem.kind == .maintenanceRunning)
            letGo()
            #expect(try await first.decode(RebuildReply.self).events == 3)
            #expect(try await server.get("/views/verify", method: "POST").decode(VerifyReply.self).isSound)
        }
    }

    @Test func `maintenance that fails says why, and may be asked again`() async throws {
        try await TestServer.run { server in
            server.maintenance.fail(TestFailure("The disk is full."))
            let problem = try await server.get("/views/rebuild", method: "POST").problem
            #expect(problem.status == 500)
            #expect(problem.detail == "The disk is full.")
            server.maintenance.fail(nil)
            #expect(try await server.get("/views/rebuild", method: "POST").status == 200)
        }
    }

    @Test func `metrics count requests by route and status`() async throws {
        try await TestServer.run { server in
            for target in ["/actors", "/actors/7", "/actors/8", "/nowhere"] { _ = try await server.get(target) }
            _ = try await server.get("/actors", method: "DELETE")
            let answer = try await server.get("/metrics", headers: [("Accept", "text/plain;version=0.0.4")])
            #expect(answer.headers.first(name: "Content-Type") == MediaType.openMetrics.rawValue)
            let lines = answer.content.split(separator: "\n")
            #expect(lines.last == "# EOF")
            for line in [
                #"pledged_http_requests_total{method="GET",route="/actors",status="200"} 1"#,
                #"pledged_http_requests_total{method="GET",route="/actors/{id}",status="404"} 2"#,
                #"pledged_http_requests_total{method="GET",route="other",status="404"} 1"#,
                #"pledged_http_requests_total{method="other",route="other",status="405"} 1"#,
                #"pledged_stream_subscribers 0"#,
            ] {
                #expect(lines.contains(Substring(line)), "\(line)\n\(answer.content)")
            }
        }
    }

    @Test func `the description names every route and parameter, and every reference in it leads somewhere`()
        async throws
    {
        try await TestServer.run { server in
            let content = try await server.get("/openapi.json").content
            let document = try #require(try JSONSerialization.jsonObject(with: Data(content.utf8)) as? [String: Any])
            let paths = try #require(document["paths"] as? [String: [String: Any]])
            #expect(Set(paths.keys) == Set(Route.all.map(\.path)))
            for route in Route.all {
                let method = try #require(paths[route.path]?[route.method.rawValue.lowercased()] as? [String: Any])
                let parameters = try (method["parameters"] as? [[String: Any]] ?? []).map {
                    try resolve($0, in: document)
                }
                let names = parameters.filter { $0["in"] as? String == "query" }.compactMap { $0["name"] as? String }
                #expect(Set(names) == Set(route.parameters), "\(route.path)")
                let responses = try #require(method["responses"] as? [String: Any])
                #expect(responses["200"] != nil && responses["400"] != nil)
            }
            #expect(try references(in: document).count > 100)
            for reference in try references(in: document) { _ = try resolve(["$ref": reference], in: document) }
        }
    }

    @Test func `the description knows all words`() async throws {
        try await TestServer.run { server in
            let content = try await server.get("/openapi.json").content
            let words =
                Problem.Kind.allCases.map { "/problems/\($0.rawValue)" }
                + Event.Name.allCases.map { "pledged.\($0.rawValue)" }
                + RejectionReason.allCases.map(\.rawValue) + ArticleNote.allCases.map(\.rawValue)
                + ArticleBlock.Role.allCases.map(\.rawValue) + Pledge.Kind.allCases.map(\.rawValue)
                + PledgeStatus.allCases.map(\.rawValue) + ChangeRow.Kind.allCases.map(\.rawValue)
                + PledgeQuery.Sort.allCases.map(\.rawValue) + DecisionRequest.Kind.allCases.map(\.rawValue)
                + RevisionRow.Field.allCases.map(\.rawValue) + Resolution.allCases.map(\.rawValue)
            for word in words { #expect(content.contains("\"\(word)\""), "\(word)") }
        }
    }

    private func resolve(_ value: [String: Any], in document: [String: Any]) throws -> [String: Any] {
        guard let reference = value["$ref"] as? String else { return value }
        var found: Any = document
        for step in reference.split(separator: "/").dropFirst() {
            found = try #require((found as? [String: Any])?[String(step)], "\(reference)")
        }
        return try #require(found as? [String: Any])
    }

    private func references(in value: Any) throws -> [String] {
        switch value {
        case let object as [String: Any]:
            try object.flatMap { $0.key == "$ref" ? [try #require($0.value as? String)] : try references(in: $0.value) }
        case let array as [Any]: try array.flatMap { try references(in: $0) }
        default: []
        }
    }
}
