import HTTPTypes
import Hummingbird
import NIOCore
import PledgedAPI
import PledgedCore
import PledgedLog
import PledgedViews

/// `GET /changes`: a page, or a stream, as the client likes.
struct ChangesRoute: Sendable {
    let log: EventLog
    let views: ViewReader
    let feed: LiveFeed
    let today: @Sendable () -> CalendarDate
    let configuration: ServerConfiguration
    let metrics: ServerMetrics

    func add(to router: Router<ServerContext>) {
        router.answer(.changes) { request, context in
            let type = try Negotiation.require([.json, .eventStream], accept: request.accept)
            var changes = try ChangesRequest(query: request.items())
            if let last = try Self.lastEventID(request) { changes.after = last }
            let cursor = try await cursor(of: changes.after)
            guard type == .eventStream else { return try await page(changes, after: cursor) }
            return stream(changes, after: cursor, on: context.channel)
        }
    }

    private func page(_ request: ChangesRequest, after cursor: ChangeCursor?) async throws -> Response {
        if let limit = request.limit, limit > PageRequest.limitMax {
            let expected = "for a page a whole number from 1 to \(PageRequest.limitMax)"
            throw RequestError.malformedValue(parameter: "limit", value: "\(limit)", expected: expected, nearest: nil)
        }
        let query = ChangeQuery(after: cursor, limit: request.limit ?? PageRequest.limitDefault)
        let page = try await views.read { [today] in try $0.changes(query, today: today()) }
        let position = PositionHeader.last(before: page.position)
        let reply = ChangesReply(
            items: page.rows,
            cursor: page.cursor,
            isComplete: page.isComplete,
            position: position
        )
        return try .json(reply, headers: Response.positionHeader(position))
    }

    private func stream(_ request: ChangesRequest, after cursor: ChangeCursor?, on channel: any Channel) -> Response {
        let stream = ChangeStream(
            start: cursor,
            limit: request.limit,
            log: log,
            views: views,
            feed: feed,
            today: today,
            replayEnd: log.end,
            configuration: configuration,
            metrics: metrics,
            channel: channel
        )
        let headers: HTTPFields = [.contentType: MediaType.eventStream.rawValue, .cacheControl: "no-store"]
        return Response(status: .ok, headers: headers, body: ResponseBody { try await stream.run($0) })
    }

    private func cursor(of start: ChangesRequest.Start?) async throws -> ChangeCursor? {
        switch start {
        case nil: nil
        case .cursor(let cursor): cursor
        case .position(let position): try await views.read { try $0.changeCursor(at: position) }
        }
    }

    private static func lastEventID(_ request: Request) throws(Problem) -> ChangesRequest.Start? {
        guard let text = request.headers[.lastEventID], !text.isEmpty else { return nil }
        guard let start = ChangesRequest.Start(parsing: text) else {
            let detail = "The header Last-Event-ID cannot be '\(text)'. It takes the id of a change of this log."
            throw Problem(.invalidParameter, detail, parameter: "Last-Event-ID")
        }
        return start
    }
}
