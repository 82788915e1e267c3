import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import PledgedAPI

/// Takes each request to its route, and whatever goes wrong back to its client as a problem.
struct Responder: Sendable {
    let router: RouterResponder<ServerContext>
    let check: RouteCheck
    let limits: RequestLimits
    let mapping: ProblemMapping
    let metrics: ServerMetrics
    let logger: Logger

    /// Thrown after an answer that is the connection's last.
    struct ConnectionIsOver: Error {}

    @concurrent
    func respond(to request: Request, _ writer: consuming ResponseWriter, on channel: any Channel) async throws {
        let clock = ContinuousClock()
        let start = clock.now
        let context = ServerContext(source: ApplicationRequestContextSource(channel: channel, logger: logger))
        var (response, isLast) = await answer(request, context)
        response.headers[.date] = HTTPDate.now()
        if isLast { response.headers[.connection] = "close" }
        let route = Route.all.map(\.path).first { $0 == context.endpointPath } ?? "other"
        metrics.answered(method: request.method.rawValue, route: route, status: response.status.code)
        if response.body.contentLength != nil { metrics.took(clock.now - start, route: route) }
        try await writer.write(response: response.head, body: response.body)
        guard !isLast else {
            try await channel.eventLoop.submit {}.get()
            throw ConnectionIsOver()
        }
    }

    private func answer(_ request: Request, _ context: ServerContext) async -> (Response, isLast: Bool) {
        do throws(Problem) {
            try limits.check(request.head)
        } catch {
            return (.problem(error), true)
        }
        do {
            // Hummingbird's router would answer these itself, without a word.
            try check.check(request.method, request.uri.path)
            return (try await router.respond(to: request, context: context), false)
        } catch {
            let problem = mapping.problem(for: error, request)
            var response = Response.problem(problem)
            if problem.kind == .methodNotAllowed {
                response.headers[.allow] = check.methods(at: request.uri.path).joined(separator: ", ")
            }
            return (response, false)
        }
    }
}
