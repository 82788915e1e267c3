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

    @Test func `a page beyond the end says how many rows there are`() async throws {
        try await TestServer.run(events: StreamTests.sample) { server in
            for target in ["/actors?offset=2", "/actors?page=2", "/pledges?page=9&limit=1", "/timeline?offset=900"] {
                let problem = try await server.get(target).problem
                #expect(problem.kind == .pageBeyondEnd, "\(target)")
                #expect(problem.parameter == (target.contains("page") ? "page" : "offset"))
            }
            let problem = try await server.get("/actors?page=2").problem
            #expect(problem.total == 2)
            #expect(
                problem.detail
                    == "There are 2 rows, and the page that was asked for begins after 100. Ask for an earlier one."
            )
        }
    }

    @Test func `the first page of an empty list is one, and no other is`() async throws {
        try await TestServer.run { server in
            #expect(try await server.get("/pledges?page=1").decode(ListReply<PledgeRow>.self).items.isEmpty)
            let problem = try await server.get("/pledges?page=2").problem
            #expect(problem.total == 0)
        }
    }

    @Test func `a page by its number is the page by its offset`() async throws {
        try await TestServer.run(events: StreamTests.sample) { server in
            let second = try await server.get("/actors?limit=1&page=2").content
            #expect(try await server.get("/actors?limit=1&offset=1").content == second)
        }
    }

    /// The second article, which comes from position 7 on, is not known yet at position 5.
    @Test func `what was known then is shown, in lists and in rows`() async throws {
        try await TestServer.run(events: StreamTests.sample) { server in
            #expect(try await total("/articles?as-of=5", ArticleRow.self, server) == 1)
            #expect(try await total("/articles?as-of=11", ArticleRow.self, server) == 2)
            #expect(try await total("/pledges?as-of=2024-07-09", PledgeRow.self, server) == 0)
            #expect(try await total("/pledges?as-of=2024-07", PledgeRow.self, server) == 2)
            #expect(try await total("/search?q=engineers&as-of=5", SearchRow.self, server) == 1)
            let actors = try await server.get("/actors").decode(ListReply<ActorRow>.self).items
            let actor = try #require(actors.first)
            let then = try await server.get("/actors/\(actor.id)?as-of=5").decode(ActorDetail.self)
            #expect((actor.articles, then.actor.articles) == (2, 1))
        }
    }

    @Test(arguments: ["/pledges?as-of=12", "/pledges/3?as-of=99", "/actors/1?as-of=12", "/search?q=x&as-of=12"])
    func `a moment beyond the end is none`(target: String) async throws {
        try await TestServer.run(events: StreamTests.sample) { server in
            let problem = try await server.get(target).problem
            #expect(problem.status == 416)
            #expect(problem.parameter == "as-of")
            #expect(problem.end == LogPosition(offset: 11))
        }
    }

    @Test func `how a pledge stands depends on the day`() async throws {
        try await TestServer.run(events: StreamTests.sample) { server in
            for (day, status) in [("2030-10-01", "open"), ("2030-12-31", "due"), ("2031-01-01", "overdue")] {
                server.calendar.turn(to: day)
                let count = try await total("/pledges?status=\(status)", PledgeRow.self, server)
                #expect(count == 2, "\(day)")
            }
        }
    }

    @Test func `each row can be had by itself`() async throws {
        try await TestServer.run(events: StreamTests.sample) { server in
            for row in try await server.get("/actors").decode(ListReply<ActorRow>.self).items {
                let answer = try await server.get(Route.actor.path(id: "\(row.id)"))
                #expect(try answer.decode(ActorDetail.self).actor == row)
                #expect(answer.headers.first(name: "Pledged-Position") == Self.last)
            }
            for row in try await server.get("/pledges").decode(ListReply<PledgeRow>.self).items {
                #expect(try await server.get("/pledges/\(row.id)").decode(PledgeDetail.self).pledge == row)
                #expect(try await server.get("/pledges/\(row.id.offset)").decode(PledgeDetail.self).pledge == row)
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
