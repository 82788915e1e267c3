/// One route of the socket: a method, a path and the parameters it knows.
public struct Route: Hashable, Sendable {
    public enum Method: String, Hashable, Sendable {
        case get = "GET"
        case post = "POST"
    }

    public let method: Method
    /// With `{id}` for the part that varies.
    public let path: String
    /// Names of query parameters.
    public let parameters: [String]

    public init(_ method: Method, _ path: String, parameters: [String] = []) {
        self.method = method
        self.path = path
        self.parameters = parameters
    }

    private init<Request: APIRequest>(_ request: Request.Type, _ method: Method = .get) {
        self.init(method, Request.path, parameters: Request.parameters)
    }
}

extension Route {
    public static let events = Route(EventsRequest.self)
    public static let actors = Route(ActorsRequest.self)
    /// Answered with an `ActorDetail`.
    public static let actor = Route(.get, "/actors/{id}", parameters: DetailRequest.parameters)
    public static let pledges = Route(PledgesRequest.self)
    /// Answered with a `PledgeDetail`.
    public static let pledge = Route(.get, "/pledges/{id}", parameters: DetailRequest.parameters)
    public static let timeline = Route(TimelineRequest.self)
    /// Answered with a `TimelineRow`.
    public static let timelineEntry = Route(.get, "/timeline/{id}")
    public static let articles = Route(ArticlesRequest.self)
    /// Answered with an `ArticleRow`.
    public static let article = Route(.get, "/articles/{id}")
    public static let outcomes = Route(OutcomesRequest.self)
    public static let search = Route(SearchRequest.self)
    public static let changes = Route(ChangesRequest.self)
    /// Answered with a ``RebuildReply``, or 409 while other maintenance is running.
    public static let rebuild = Route(.post, "/views/rebuild")
    /// Answered with a ``VerifyReply``, or 409 while other maintenance is running.
    public static let verify = Route(.post, "/views/verify")
    /// Answered with a ``RereadReply``, or 409 while other maintenance is running; on the admin socket alone.
    public static let reread = Route(RereadRequest.self, .post)
    /// Answered with a ``RedactReply``, or 409 while other maintenance is running; on the admin socket alone.
    public static let redact = Route(RedactRequest.self, .post)
    /// Answered with a ``RetryReply``, or 409 while other maintenance is running; on the admin socket alone.
    public static let retryQuarantined = Route(.post, "/views/retry")
    /// Answered with a ``DecisionReply``; on the admin socket alone.
    public static let decisions = Route(DecisionRequest.self, .post)
    /// Answered with a ``Health``: status 200 where all is well, else 503.
    public static let health = Route(.get, "/health")
    /// Answered with OpenMetrics text.
    public static let metrics = Route(.get, "/metrics")
    /// Answered with an OpenAPI 3.1 document.
    public static let openAPI = Route(.get, "/openapi.json")

    public static let all = [
        events, actors, actor, pledges, pledge, timeline, timelineEntry, articles, article, outcomes, search, changes,
        rebuild, verify, reread, redact, retryQuarantined, decisions, health, metrics, openAPI,
    ]

    /// Those that the admin socket alone answers.
    public static let admin = [reread, redact, retryQuarantined, decisions]

    /// Those that the readers' socket answers.
    public static let readers = all.filter { !admin.contains($0) }

    /// Path and query of a request for one row.
    public func target(id: String, _ request: DetailRequest) -> String {
        let query = QueryString.format(request.query)
        return path(id: id) + (query.isEmpty ? "" : "?\(query)")
    }

    /// The path with `id` in the place of `{id}`, percent-encoded.
    public func path(id: String) -> String {
        path.split(separator: "/").map { $0 == "{id}" ? "/\(PercentCoding.encode(id))" : "/\($0)" }.joined()
    }
}
