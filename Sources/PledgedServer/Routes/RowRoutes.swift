import Hummingbird
import PledgedAPI
import PledgedCore
import PledgedViews

/// The routes that show one row of a view.
struct RowRoutes: Sendable {
    let views: ViewReader

    func add(to router: Router<ServerContext>) {
        row(.actor, "actor", "a whole number", Int64.init, on: router) { try $0.actor($1) }
        row(.pledge, "pledge", "a position in the log", Self.position, on: router) { try $0.pledge($1) }
        row(.timelineEntry, "timeline entry", "a position in the log", Self.position, on: router) {
            try $0.timelineEntry($1)
        }
        row(.article, "article", "64 lower-case hexadecimal digits", ArticleID.init(hexadecimal:), on: router) {
            try $0.article($1)
        }
    }

    private func row<ID: Sendable, Row: Codable & Sendable>(
        _ route: PledgedAPI.Route,
        _ noun: String,
        _ expected: String,
        _ parse: @Sendable @escaping (String) -> ID?,
        on router: Router<ServerContext>,
        _ read: @Sendable @escaping (ViewStore, ID) throws -> Row?
    ) {
        router.answer(route) { [views] request, context in
            try request.expectPlain()
            let text = context.parameters.get("id") ?? ""
            guard let id = parse(text) else {
                let error = RequestError.malformedValue(parameter: "id", value: text, expected: expected, nearest: nil)
                throw Problem(error)
            }
            // The position first, so that the row reflects at least this much.
            let (position, row) = try await views.read { (try $0.position(), try read($0, id)) }
            guard let row else { throw Self.missing(noun, text, of: route) }
            return try Response.row(row, next: position)
        }
    }

    private static func position(_ text: String) -> LogPosition? { LogPosition(parsing: text) }

    private static func missing(_ noun: String, _ id: String, of route: PledgedAPI.Route) -> Problem {
        let list = route.path.split(separator: "/").first ?? ""
        return Problem(.notFound, "There is no \(noun) '\(id)'. GET /\(list) lists those that there are.")
    }
}
