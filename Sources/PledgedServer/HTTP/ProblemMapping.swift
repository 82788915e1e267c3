import HummingbirdCore
import Logging
import PledgedAPI
import PledgedLog
import PledgedViews

/// Turns what a route throws into what its client is told.
struct ProblemMapping: Sendable {
    let logger: Logger

    func problem(for error: any Error, _ request: Request) -> Problem {
        switch error {
        case let problem as Problem: problem
        case let error as RequestError: Problem(error)
        case let error as ViewError where error.code == .beyondEnd: beyondEnd(error, request)
        case let error as LogError: failure("The log cannot be read: \(error.message)", error, request)
        default: failure("\(error)", error, request)
        }
    }

    private func beyondEnd(_ error: ViewError, _ request: Request) -> Problem {
        let last = error.position.flatMap { PositionHeader.last(before: $0) }
        let isAsOf = request.uri.queryParameters["as-of"] != nil
        // Whoever meant a year is told how to write one.
        let advice = isAsOf ? " Digits alone are a position; the end of a year is that of its last month, 2024-12." : ""
        return Problem(.beyondEnd, error.message + advice, parameter: isAsOf ? "as-of" : "after", end: last)
    }

    private func failure(_ detail: String, _ error: any Error, _ request: Request) -> Problem {
        logger.error("Request failed", metadata: ["request.path": "\(request.uri.path)", "error": "\(error)"])
        return Problem(.internalError, detail)
    }
}
