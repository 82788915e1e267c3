import HTTPTypes
import PledgedAPI

/// Tells a client whose request goes nowhere where it might have gone.
struct RouteCheck: Sendable {
    /// The routes of the socket.
    let routes: [Route]

    /// - Throws: ``Problem`` of kind `not-found` or `method-not-allowed`.
    func check(_ method: HTTPRequest.Method, _ path: String) throws(Problem) {
        let methods = methods(at: path)
        if methods.isEmpty { throw notFound(path) }
        guard methods.contains(method.rawValue) else {
            let list = methods.joined(separator: ", ")
            throw Problem(.methodNotAllowed, "'\(path)' takes \(list), not \(method.rawValue).")
        }
    }

    func methods(at path: String) -> [String] { Route.methods(at: path, among: routes) }

    private func notFound(_ path: String) -> Problem {
        guard Route.methods(at: path).isEmpty else {
            return Problem(
                .notFound,
                "'\(path)' is answered on the admin socket alone: the daemon's user's, or root's."
            )
        }
        let nearest = Route.nearest(to: path)
        let advice = nearest.map { "Did you mean '\($0)'?" } ?? "GET /openapi.json lists all routes."
        return Problem(.notFound, "There is no route '\(path)'. \(advice)", nearest: nearest)
    }
}
