import Hummingbird
import PledgedAPI
import PledgedCore
import PledgedViews

/// The routes that list what the views hold.
struct ListRoutes: Sendable {
    let views: ViewReader
    let today: @Sendable () -> CalendarDate

    func add(to router: Router<ServerContext>) {
        list(.actors, ActorsRequest.self, { $0.actors.page }, on: router) { try $0.actors($1.actors) }
        list(.pledges, PledgesRequest.self, { $0.pledges.page }, on: router) { [today] in
            try $0.pledges($1.pledges, today: today())
        }
        list(.timeline, TimelineRequest.self, { $0.timeline.page }, on: router) { try $0.timeline($1.timeline) }
        list(.articles, ArticlesRequest.self, { $0.articles.page }, on: router) { try $0.articles($1.articles) }
        list(.search, SearchRequest.self, { $0.search.page }, on: router) { try $0.search($1.search) }
        list(.outcomes, OutcomesRequest.self, { _ in nil }, on: router) { views, request in
            // First, so that the rows reflect at least this much.
            let position = try views.position()
            let rows =
                switch request.subject {
                case .file(let name): try views.outcomes(fileName: name)
                case .article(let id): try views.outcomes(article: id)
                }
            return Page(rows: rows, total: rows.count, position: position)
        }
    }

    private func list<Parameters: APIRequest, Row: Codable & Sendable>(
        _ route: PledgedAPI.Route,
        _ type: Parameters.Type,
        _ wanted: @Sendable @escaping (Parameters) -> PageRequest?,
        on router: Router<ServerContext>,
        _ read: @Sendable @escaping (ViewStore, Parameters) throws -> Page<Row>
    ) {
        router.answer(route) { [views] request, _ in
            let items = try request.items()
            let parameters = try Parameters(query: items)
            _ = try Negotiation.require([.json], accept: request.accept)
            let page = try await views.read { try read($0, parameters) }
            if let wanted = wanted(parameters) {
                let parameter = items.contains { $0.name == "page" } ? "page" : "offset"
                try Self.check(wanted, total: page.total, parameter: parameter)
            }
            return try Response.list(page)
        }
    }

    /// Makes sure that the page begins before the list ends; the first page of an empty list is one.
    private static func check(_ wanted: PageRequest, total: Int, parameter: String) throws(Problem) {
        guard wanted.offset > 0, wanted.offset >= total else { return }
        let rows = total == 1 ? "There is 1 row" : "There are \(total) rows"
        let detail = "\(rows), and the page that was asked for begins after \(wanted.offset). Ask for an earlier one."
        throw Problem(.pageBeyondEnd, detail, parameter: parameter, total: total)
    }
}
