import NIOHTTP1
import PledgedAPI
import PledgedCore
import PledgedServer
import PledgedTesting
import Testing

@Suite(.timeLimit(.minutes(2)))
struct ViewRouteTests {
    private static let last = "00000000000000000011"

    @Test func `lists hold what the views hold, and say at which position`() async throws {
        try await TestServer.run(events: StreamTests.sample) { server in
            let actors = try await server.get("/actors")
            #expect(actors.headers.first(name: "Pledged-Position") == Self.last)
            #expect(actors.headers.first(name: "Content-Type") == "application/json")
            let list = try actors.decode(ListReply<ActorRow>.self)
            #expect(Set(list.items.map(\.name)) == ["Việt Nam", "ASML"])
            #expect(list.total == 2)
            #expect(list.position == LogPosition(offset: 11))
            #expect(try await total("/pledges", PledgeRow.self, server) == 2)
            #expect(try await total("/pledges?kind=request", PledgeRow.self, server) == 1)
            #expect(try await total("/timeline", TimelineRow.self, server) > 0)
            #expect(try await total("/articles", ArticleRow.self, server) == 2)
            #expect(try await total("/search?q=engineers", SearchRow.self, server) == 2)
            #expect(try await total("/outcomes?file=e.txt", OutcomeRow.self, server) == 1)
            #expect(try await total("/outcomes?article=\(SampleEvents.articleID(1))", OutcomeRow.self, server) == 1)
            #expect(try await total("/outcomes?file=none", OutcomeRow.self, server) == 0)
        }
    }

    private func total<Row: Codable & Sendable>(
        _ target: String,
        _ row: Row.Type,
        _ server: TestServer
    ) async throws -> Int {
        try await server.get(target).decode(ListReply<Row>.self).total
    }

    @Test func `pages of a list make up the whole`() async throws {
        try await TestServer.run(events: StreamTests.sample) { server in
            let whole = try await server.get("/actors").decode(ListReply<ActorRow>.self)
            let first = try await server.get("/actors?limit=1").decode(ListReply<ActorRow>.self)
            let second = try await server.get("/actors?limit=1&offset=1").decode(ListReply<ActorRow>.self)
            #expect(first.items + second.items == whole.items)
            #expect(first.total == 2)
        }
    }

    @Test func `each row can be had by itself`() async throws {
        try await TestServer.run(events: StreamTests.sample) { server in
            for row in try await server.get("/actors").decode(ListReply<ActorRow>.self).items {
                let answer = try await server.get(Route.actor.path(id: "\(row.id)"))
                #expect(try answer.decode(ActorRow.self) == row)
                #expect(answer.headers.first(name: "Pledged-Position") == Self.last)
            }
            for row in try await server.get("/pledges").decode(ListReply<PledgeRow>.self).items {
                #expect(try await server.get("/pledges/\(row.id)").decode(PledgeRow.self) == row)
                #expect(try await server.get("/pledges/\(row.id.offset)").decode(PledgeRow.self) == row)
            }
            for row in try await server.get("/timeline").decode(ListReply<TimelineRow>.self).items {
                #expect(try await server.get("/timeline/\(row.id)").decode(TimelineRow.self) == row)
            }
            for row in try await server.get("/articles").decode(ListReply<ArticleRow>.self).items {
                #expect(try await server.get("/articles/\(row.id)").decode(ArticleRow.self) == row)
            }
        }
    }

    @Test func `state, then changes, has neither gap nor overlap`() async throws {
        try await TestServer.run(events: StreamTests.sample) { server in
            let position = try #require(try await server.get("/pledges").headers.first(name: "Pledged-Position"))
            try await server.append(2)
            #expect(try await server.stream("/events?after=\(position)").offsets(2) == [12, 13])
        }
    }

    @Test func `an empty log has lists without position`() async throws {
        try await TestServer.run { server in
            let answer = try await server.get("/articles")
            #expect(answer.content == #"{"items":[],"total":0}"#)
            #expect(answer.headers.first(name: "Pledged-Position") == nil)
        }
    }

    @Test func `HEAD tells the headers alone`() async throws {
        try await TestServer.run(events: StreamTests.sample) { server in
            let answer = try await server.get("/actors", method: "HEAD")
            #expect(answer.status == 200)
            #expect(answer.content.isEmpty)
            #expect(answer.headers.first(name: "Pledged-Position") == Self.last)
            #expect(answer.headers.first(name: "Date") != nil)
            #expect(try await server.get("/events", method: "HEAD").status == 200)
            #expect(server.metric("pledged_stream_subscribers") == 0)
        }
    }
}
