import HTTPTypes
import PledgedAPI

/// Tells a client whose request goes nowhere where it might have gone.
enum RouteCheck {
    /// - Throws: ``Problem`` of kind `not-found` or `method-not-allowed`.
    static func check(_ method: HTTPRequest.Method, _ path: String) throws(Problem) {
        let methods = Route.methods(at: path)
        if methods.isEmpty { throw notFound(path) }
        guard methods.contains(method.rawValue) else {
            let list = methods.joined(separator: ", ")
            throw Problem(.methodNotAllowed, "'\(path)' takes \(list), not \(method.rawValue).")
        }
    }

    private static func notFound(_ path: String) -> Problem {
        let nearest = Route.nearest(to: path)
        let advice = nearest.map { "Did you mean '\($0)'?" } ?? "GET /openapi.json lists all routes."
        return Problem(.notFound, "There is no route '\(path)'. \(advice)", nearest: nearest)
    }
}
