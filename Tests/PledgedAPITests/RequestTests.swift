import PledgedAPI
import PledgedCore
import Testing

struct RequestTests {
    static let id = String(repeating: "0f", count: 32)

    /// Every parameter of every route, read and written again.
    @Test(arguments: [
        "/events", "/events?after=42&type=pledge.stated%2Cactor.named&article=\(id)&limit=7&live=false",
        "/actors", "/actors?kind=country&name=Vi%E1%BB%87t%20Nam&article=\(id)&limit=5&offset=10",
        "/pledges",
        "/pledges?kind=plan&by=3&to=Japan&article=\(id)&about=a%26b&due-before=2030-12-31&said-from=2024-01-01&limit=1",
        "/timeline", "/timeline?from=2024-01-01&to=2024-12-31&actor=ASML&article=\(id)&offset=3",
        "/articles", "/articles?source=VNS&from=2024-01-01&to=2024-12-31&superseded=true&limit=1000",
        "/outcomes?file=a%2Fb.txt", "/outcomes?article=\(id)",
        "/search?q=%22semi%20conductor%22%2B&limit=3", "/readings", "/readings?article=\(id)&dry-run=true",
    ])
    func `a request read from a query writes it again`(target: String) throws {
        let parts = target.split(separator: "?", maxSplits: 1)
        let query = try QueryString.parse(parts.count == 2 ? String(parts[1]) : "")
        let requests: [any APIRequest.Type] = [
            EventsRequest.self, ActorsRequest.self, PledgesRequest.self, TimelineRequest.self, ArticlesRequest.self,
            OutcomesRequest.self, SearchRequest.self, RereadRequest.self,
        ]
        let request = try #require(requests.first { $0.path == parts[0] })
        #expect(try request.init(query: query).target == target)
    }

    @Test(arguments: [
        ("/run/pledged/pledged.sock", "/run/pledged/pledged-admin.sock"), ("/tmp/s", "/tmp/s-admin"),
    ])
    func `the admin socket lies beside the readers'`(path: String, admin: String) {
        #expect(AdminSocketPath.beside(path) == admin)
    }

    @Test func `types may be repeated, joined by commas, and given in full`() throws {
        let query = try QueryString.parse("type=pledge.stated&type=pledged.actor.named,pledge.stated")
        #expect(try EventsRequest(query: query).types == [.pledgeStated, .actorNamed])
    }

    @Test(arguments: [
        ("type=pledge.state", "type", "pledge.stated"), ("typ=x", "typ", "type"), ("afer=3", "afer", "after"),
        ("lve=true", "lve", "live"), ("aritcle=1", "aritcle", "article"), ("live=flase", "live", "false"),
        ("type=pledged.plegde.stated", "type", "pledge.stated"), ("limits=3", "limits", "limit"),
    ])
    func `a slip gets the word that was meant`(query: String, parameter: String, nearest: String) throws {
        let problem = try problem(EventsRequest.self, query)
        #expect(problem.status == 400)
        #expect(problem.parameter == parameter)
        #expect(problem.nearest == nearest)
        #expect(problem.detail.contains("'\(nearest)'"))
    }

    @Test(arguments: [
        ("colour=red", "colour"), ("after=", "after"), ("after=-1", "after"), ("after=1.5", "after"),
        ("after=99999999999999999999999", "after"), ("after=1&after=2", "after"), ("limit=0", "limit"),
        ("limit=many", "limit"), ("article=ABC", "article"), ("type=", "type"), ("type=,pledge.stated", "type"),
        ("live=", "live"), ("=x", ""),
    ])
    func `what makes no sense is refused by name`(query: String, parameter: String) throws {
        #expect(try problem(EventsRequest.self, query).parameter == parameter)
    }

    @Test(arguments: [
        "due-before=2024-02-30", "due-before=2024", "due-before=24-01-01", "due-before=2024-1-1", "kind=vow",
        "limit=1001",
        "offset=-1", "due_before=2024-01-01",
    ])
    func `a list refuses what it cannot filter by`(query: String) throws {
        #expect(try problem(PledgesRequest.self, query).status == 400)
    }

    @Test(arguments: ["", "file=a&article=\(id)"])
    func `outcomes want a file or an article`(query: String) throws {
        #expect(try problem(OutcomesRequest.self, query).parameter == "file")
    }

    @Test(arguments: ["a=%", "a=%4", "a=%zz", "a=%FF", "%C3=1"])
    func `a query that is no percent-encoded text is refused`(text: String) {
        #expect(
            throws: RequestError.malformedQuery(
                text: String(text.split(separator: "=").first { $0.contains("%") } ?? "")
            )
        ) {
            try QueryString.parse(text)
        }
    }

    @Test func `a query keeps every letter`() throws {
        let items = [QueryItem("q", "Hà Nội + 50% & more=less?"), QueryItem("näme", ""), QueryItem("~a-b_c.d", "1")]
        #expect(try QueryString.parse(QueryString.format(items)) == items)
        #expect(try QueryString.parse("a=1+2&&b") == [QueryItem("a", "1 2"), QueryItem("b", "")])
    }

    @Test func `a path takes an id whatever it holds`() {
        #expect(Route.actor.path(id: "7") == "/actors/7")
        #expect(Route.article.path(id: "a/b") == "/articles/a%2Fb")
    }

    private func problem(_ type: (some APIRequest).Type, _ query: String) throws -> Problem {
        let items = try QueryString.parse(query)
        let error = #expect(throws: RequestError.self) { try type.init(query: items) }
        return Problem(try #require(error))
    }
}
