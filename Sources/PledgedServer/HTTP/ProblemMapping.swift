import Hummingbird
import Logging
import PledgedAPI
import PledgedLog

/// Turns what a route throws into what its client is told.
struct ProblemMapping: Sendable {
    let logger: Logger

    func problem(for error: any Error, _ request: Request) -> Problem {
        switch error {
        case let problem as Problem: problem
        case let error as RequestError: Problem(error)
        case let error as any HTTPResponseError where error.status == .notFound: Self.notFound(request)
        case let error as LogError: failure("The log cannot be read: \(error.message)", error, request)
        default: failure("\(error)", error, request)
        }
    }

    private func failure(_ detail: String, _ error: any Error, _ request: Request) -> Problem {
        logger.error("Request failed", metadata: ["request.path": "\(request.uri.path)", "error": "\(error)"])
        return Problem(.internalError, detail)
    }

    private static func notFound(_ request: Request) -> Problem {
        let path = request.uri.path
        let methods = Route.methods(at: path)
        guard methods.isEmpty else {
            let list = methods.joined(separator: ", ")
            return Problem(.methodNotAllowed, "'\(path)' takes \(list), not \(request.method.rawValue).")
        }
        let nearest = Route.nearest(to: path)
        let advice = nearest.map { "Did you mean '\($0)'?" } ?? "GET /openapi.json lists all routes."
        return Problem(.notFound, "There is no route '\(path)'. \(advice)", nearest: nearest)
    }
}
