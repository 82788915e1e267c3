import HTTPTypes
import Hummingbird
import PledgedAPI

extension Router<ServerContext> {
    /// Answers one of the API's routes.
    func answer(
        _ route: PledgedAPI.Route,
        _ answer: @Sendable @escaping (Request, ServerContext) async throws -> Response
    ) {
        let method: HTTPRequest.Method =
            switch route.method {
            case .get: .get
            case .post: .post
            }
        on(RouterPath(route.path), method: method, use: answer)
    }
}

extension Request {
    /// The query's parameters.
    ///
    /// - Throws: ``RequestError``.
    func items() throws(RequestError) -> [QueryItem] { try QueryString.parse(uri.query ?? "") }

    /// The `Accept` headers.
    var accept: [String] { headers[values: .accept] }

    /// Makes sure that the client takes JSON, and that it gave no parameters.
    func expectPlain() throws {
        _ = try PlainRequest(query: items())
        _ = try Negotiation.require([.json], accept: accept)
    }
}
