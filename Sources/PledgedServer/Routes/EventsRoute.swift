import HTTPTypes
import Hummingbird
import NIOCore
import PledgedAPI
import PledgedCore
import PledgedLog

/// `GET /events`: a stream, or a page, as the client likes.
struct EventsRoute: Sendable {
    let log: EventLog
    let feed: LiveFeed
    let configuration: ServerConfiguration
    let metrics: ServerMetrics

    func add(to router: Router<ServerContext>) {
        router.answer(.events) { request, context in
            let type = try Negotiation.require([.eventStream, .ndjson, .batch], accept: request.accept)
            var events = try EventsRequest(query: request.items())
            if let last = try Self.lastEventID(request) { events.after = last }
            let end = log.end
            try Self.check(events.after, end: end)
            guard let format = StreamFormat(type) else { return try await page(events) }
            return stream(events, format, replayEnd: end, on: context.channel, type: type)
        }
    }

    private func stream(
        _ request: EventsRequest,
        _ format: StreamFormat,
        replayEnd: LogPosition,
        on channel: any Channel,
        type: MediaType
    ) -> Response {
        let stream = EventStream(
            request: request,
            format: format,
            feed: feed,
            replayEnd: replayEnd,
            configuration: configuration,
            metrics: metrics,
            channel: channel
        )
        let headers: HTTPFields = [.contentType: type.rawValue, .cacheControl: "no-store"]
        return Response(status: .ok, headers: headers, body: ResponseBody { try await stream.run($0) })
    }

    private func page(_ request: EventsRequest) async throws -> Response {
        let page = try await EventsPage(request, log: log, configuration: configuration).read()
        metrics.delivered(events: page.count, bytes: page.content.readableBytes)
        var headers = Response.positionHeader(page.position)
        if let next = page.next { headers[.link] = "<\(next.target)>; rel=\"next\"" }
        return .content(page.content, type: .batch, headers: headers)
    }

    private static func lastEventID(_ request: Request) throws(Problem) -> LogPosition? {
        guard let text = request.headers[.lastEventID], !text.isEmpty else { return nil }
        guard let position = LogPosition(parsing: text) else {
            let detail = "The header Last-Event-ID cannot be '\(text)'. It takes the id of an event of this log."
            throw Problem(.invalidParameter, detail, parameter: "Last-Event-ID")
        }
        return position
    }

    private static func check(_ after: LogPosition?, end: LogPosition) throws(Problem) {
        guard let after, after >= end else { return }
        let last = PositionHeader.last(before: end)
        let state = last.map { "whose last event is \($0.offset)" } ?? "which is empty"
        let detail = """
            Position \(after.offset) lies beyond the end of the log, \(state). If you got it from here, the log has been \
            replaced since: read it from the start, without 'after' and 'Last-Event-ID'.
            """
        throw Problem(.beyondEnd, detail, parameter: "after", end: last)
    }
}
