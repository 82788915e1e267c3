import HTTPTypes
import Hummingbird
import NIOCore
import PledgedAPI
import PledgedCore

extension HTTPField.Name {
    static let pledgedPosition = pledgedName(PositionHeader.name)
    static let link = pledgedName("Link")
    static let lastEventID = pledgedName("Last-Event-ID")

    private static func pledgedName(_ name: String) -> HTTPField.Name {
        guard let fieldName = HTTPField.Name(name) else { preconditionFailure("'\(name)' is no name for a header.") }
        return fieldName
    }
}

extension Response {
    /// `value` as JSON.
    static func json(
        _ value: some Encodable,
        status: HTTPResponse.Status = .ok,
        type: MediaType = .json,
        headers: HTTPFields = [:]
    ) throws -> Response {
        content(ByteBuffer(bytes: try EventCoding.encode(value)), status: status, type: type, headers: headers)
    }

    /// A row, true at the position of which `next` is the next.
    static func row(_ row: some Encodable, next: LogPosition) throws -> Response {
        try json(row, headers: positionHeader(PositionHeader.last(before: next)))
    }

    /// A page of a view.
    static func list<Row: Codable & Sendable>(_ page: Page<Row>) throws -> Response {
        let position = PositionHeader.last(before: page.position)
        let reply = ListReply(items: page.rows, total: page.total, position: position)
        return try json(reply, headers: positionHeader(position))
    }

    static func problem(_ problem: Problem) -> Response {
        var headers: HTTPFields = [:]
        // A 503 passes: say when it is worth while to come back.
        if problem.status == 503 { headers[.retryAfter] = "1" }
        return content(problem.json, status: .init(code: problem.status), type: .problem, headers: headers)
    }

    static func content(
        _ content: ByteBuffer,
        status: HTTPResponse.Status = .ok,
        type: MediaType,
        headers: HTTPFields = [:]
    ) -> Response {
        var headers = headers
        headers[.contentType] = type.rawValue
        headers[.cacheControl] = "no-store"
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: content))
    }

    static func positionHeader(_ position: LogPosition?) -> HTTPFields {
        var headers: HTTPFields = [:]
        if let position { headers[.pledgedPosition] = position.description }
        return headers
    }
}

extension Problem {
    /// What goes over the wire.
    var json: ByteBuffer {
        do {
            return ByteBuffer(bytes: try EventCoding.encode(self))
        } catch {
            preconditionFailure("A problem is strings and numbers, which always encode: \(error)")
        }
    }
}
