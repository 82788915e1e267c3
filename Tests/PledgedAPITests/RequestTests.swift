import PledgedAPI
import PledgedCore
import Testing

struct RequestTests {
    static let id = String(repeating: "0f", count: 32)

    /// Every parameter of every route, read and written again.
    @Test(arguments: [
        "/events", "/events?after=42&type=pledge.stated%2Cactor.named&article=\(id)&limit=7&live=false",
        "/actors", "/actors?kind=country&name=Vi%E1%BB%87t%20Nam&article=\(id)&as-of=12&limit=5&offset=10",
        "/pledges",
        "/pledges?kind=plan&by=3&to=Japan&article=\(id)&about=a%26b&due-before=2030-12-31&said-from=2024-01-01&limit=1",
        "/pledges?status=overdue%2Crevised&due-from=2024-01-01&said-to=2025-12-31&min-quantity=50000&unit=engineer",
        "/pledges?min-quantity=2.5&sort=due&as-of=2026-03-31", "/pledges?min-quantity=8100000000&sort=quantity&as-of=7",
        "/timeline", "/timeline?from=2024-01-01&to=2024-12-31&actor=ASML&article=\(id)&as-of=2024-12-31&offset=3",
        "/articles", "/articles?source=VNS&from=2024-01-01&to=2024-12-31&superseded=true&as-of=9&limit=1000",
        "/changes", "/changes?after=41&limit=7", "/changes?after=2026-03-31%2F41%2F-",
        "/outcomes?file=a%2Fb.txt", "/outcomes?article=\(id)",
        "/search?q=%22semi%20conductor%22%2B&as-of=3&limit=3", "/readings", "/readings?article=\(id)&dry-run=true",
    ])
    func `a request read from a query writes it again`(target: String) throws {
        let parts = target.split(separator: "?", maxSplits: 1)
        let query = try QueryString.parse(parts.count == 2 ? String(parts[1]) : "")
        let requests: [any APIRequest.Type] = [
            EventsRequest.self, ActorsRequest.self, PledgesRequest.self, TimelineRequest.self, ArticlesRequest.self,
            OutcomesRequest.self, SearchRequest.self, ChangesRequest.self, RereadRequest.self,
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
        "due-before=2024-02-30", "due-before=24-01-01", "due-before=2024-1-1", "due-before=2024-13", "due-before=202",
        "due-before=2024/..", "said-from=../2024", "kind=vow", "limit=1001", "offset=-1", "due_before=2024-01-01",
        "status=late", "status=open,", "min-quantity=-1", "min-quantity=many", "min-quantity=inf",
        "min-quantity=50,000",
        "sort=size", "page=0", "as-of=yesterday", "as-of=-1", "as-of=2024/..", "as-of=2024-02-30", "said-to=",
    ])
    func `a list refuses what it cannot filter by`(query: String) throws {
        #expect(try problem(PledgesRequest.self, query).status == 400)
    }

    @Test(arguments: [
        ("due-before=2024", "due-before=2024-12-31"), ("due-before=2026-03", "due-before=2026-03-31"),
        ("due-from=2026-03", "due-from=2026-03-01"), ("said-from=2024-34", "said-from=2024-04-01"),
        ("said-to=2024-02", "said-to=2024-02-29"), ("said-to=2021/2030", "said-to=2030-12-31"),
        ("said-from=2021/..", "said-from=2021-01-01"), ("as-of=2026-03", "as-of=2026-03-31"),
        ("as-of=2024/2024", "as-of=2024-12-31"), ("as-of=2024", "as-of=2024"), ("as-of=00000000042", "as-of=42"),
        ("status=open&status=due,open", "status=open%2Cdue"), ("min-quantity=8.1e9", "min-quantity=8100000000"),
        ("page=1", ""), ("page=3", "offset=200"), ("limit=10&page=3", "limit=10&offset=20"),
    ])
    func `what may be written in several ways means one thing`(query: String, canonical: String) throws {
        let request = try PledgesRequest(query: QueryString.parse(query))
        #expect(QueryString.format(request.query) == canonical)
    }

    @Test(arguments: [("from=2024-07", "from=2024-07-01"), ("to=2024-07", "to=2024-07-31")])
    func `days of the timeline and of articles are as precise as one likes`(query: String, canonical: String) throws {
        let items = try QueryString.parse(query)
        #expect(QueryString.format(try TimelineRequest(query: items).query) == canonical)
        #expect(QueryString.format(try ArticlesRequest(query: items).query) == canonical)
    }

    @Test func `a malformed date says what a date is`() throws {
        let problem = try problem(TimelineRequest.self, "from=March")
        #expect(
            problem.detail == """
                The parameter 'from' cannot be 'March'. It takes a day, month, season, quarter or year in EDTF, such as \
                2024-07-09, 2024-07 or 2024, that has a beginning.
                """
        )
    }

    @Test func `a page is asked for by its number or by its offset`() throws {
        let problem = try problem(ActorsRequest.self, "page=2&offset=100")
        #expect(problem.detail == "The parameters 'offset' and 'page' exclude each other. Give one of them.")
    }

    @Test func `a slip in one of several statuses gets the word that was meant`() throws {
        let problem = try problem(PledgesRequest.self, "status=open,overdu")
        #expect(problem.parameter == "status")
        #expect(problem.nearest == "overdue")
    }

    @Test(arguments: ["as-of=soon", "as_of=3", "limit=3"])
    func `a row is asked for as of a moment, and by nothing else`(query: String) throws {
        #expect(try DetailRequest(query: []).asOf == nil)
        #expect(try DetailRequest(query: QueryString.parse("as-of=3")).asOf == .position(LogPosition(offset: 3)))
        #expect(throws: RequestError.self) { try DetailRequest(query: QueryString.parse(query)) }
        let detail = DetailRequest(asOf: .day(CalendarDate(daysSinceEpoch: 0)))
        #expect(Route.pledge.target(id: "7", detail) == "/pledges/7?as-of=1970-01-01")
        #expect(Route.pledge.target(id: "7", DetailRequest()) == "/pledges/7")
    }

    @Test(arguments: ["after=2026-03-31", "after=2026-03-31/1", "after=x/1/2", "after=2026-02-30/-/-", "limit=0"])
    func `changes refuse what is no place`(query: String) throws {
        #expect(try problem(ChangesRequest.self, query).kind == .invalidParameter)
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
