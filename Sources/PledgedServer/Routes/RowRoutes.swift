import Hummingbird
import PledgedAPI
import PledgedCore
import PledgedViews

/// The routes that show one row of a view, or one pledge or actor with all that belongs to it.
struct RowRoutes: Sendable {
    let views: ViewReader
    let today: @Sendable () -> CalendarDate

    func add(to router: Router<ServerContext>) {
        row(.actor, "actor", "a whole number", Int64.init, DetailRequest.init(query:), on: router) {
            [today] views, id, request in
            try views.actor(id, asOf: request.asOf, today: today())
        }
        row(.pledge, "pledge", "a position in the log", Self.position, DetailRequest.init(query:), on: router) {
            [today] views, id, request in
            try views.pledge(id, asOf: request.asOf, today: today())
        }
        row(.timelineEntry, "timeline entry", "a position in the log", Self.position, PlainRequest.init, on: router) {
            views,
            id,
            _ in
            try views.timelineEntry(id)
        }
        row(
            .article,
            "article",
            "64 lower-case hexadecimal digits",
            ArticleID.init(hexadecimal:),
            PlainRequest.init,
            on: router
        ) { views, id, _ in
            try views.article(id)
        }
    }

    private func row<ID: Sendable, Parameters: Sendable, Row: Codable & Sendable>(
        _ route: PledgedAPI.Route,
        _ noun: String,
        _ expected: String,
        _ parse: @Sendable @escaping (String) -> ID?,
        _ parameters: @Sendable @escaping ([QueryItem]) throws(RequestError) -> Parameters,
        on router: Router<ServerContext>,
        _ read: @Sendable @escaping (ViewStore, ID, Parameters) throws -> Row?
    ) {
        router.answer(route) { [views] request, context in
            let parameters = try parameters(try request.items())
            _ = try Negotiation.require([.json], accept: request.accept)
            let text = context.parameters.get("id") ?? ""
            guard let id = parse(text) else {
                let error = RequestError.malformedValue(parameter: "id", value: text, expected: expected, nearest: nil)
                throw Problem(error)
            }
            // The position first, so that the row reflects at least this much.
            let (position, row) = try await views.read { (try $0.position(), try read($0, id, parameters)) }
            guard let row else { throw Self.missing(noun, text, of: route) }
            return try Response.row(row, next: position)
        }
    }

    private static func position(_ text: String) -> LogPosition? { LogPosition(parsing: text) }

    private static func missing(_ noun: String, _ id: String, of route: PledgedAPI.Route) -> Problem {
        let list = route.path.split(separator: "/").first ?? ""
        let detail = "There is no \(noun) '\(id)'. GET /\(list) lists those that there are."
        return Problem(.notFound, detail, parameter: "id")
    }
}
