import Hummingbird
import PledgedAPI
import PledgedCore
import PledgedViews

/// The routes that list what the views hold.
struct ListRoutes: Sendable {
    let views: ViewReader

    func add(to router: Router<ServerContext>) {
        list(.actors, ActorsRequest.self, on: router) { try $0.actors($1.actors) }
        list(.pledges, PledgesRequest.self, on: router) { try $0.pledges($1.pledges) }
        list(.timeline, TimelineRequest.self, on: router) { try $0.timeline($1.timeline) }
        list(.articles, ArticlesRequest.self, on: router) { try $0.articles($1.articles) }
        list(.search, SearchRequest.self, on: router) { try $0.search($1.search) }
        list(.outcomes, OutcomesRequest.self, on: router) { views, request in
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
        on router: Router<ServerContext>,
        _ read: @Sendable @escaping (ViewStore, Parameters) throws -> Page<Row>
    ) {
        router.answer(route) { [views] request, _ in
            let parameters = try Parameters(query: request.items())
            _ = try Negotiation.require([.json], accept: request.accept)
            return try Response.list(try await views.read { try read($0, parameters) })
        }
    }
}
