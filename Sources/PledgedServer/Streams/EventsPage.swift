import NIOCore
import PledgedAPI
import PledgedCore
import PledgedLog

/// One page of events, as a JSON array.
///
/// It ends with ``EventsRequest/limit`` events, with the log, or where it has cost enough: so many bytes, or so many
/// events looked at. There is a next page whenever the log goes on, be this one short or even empty.
struct EventsPage {
    /// What a page came to.
    struct Result {
        var content: ByteBuffer
        var count: Int
        /// The last position looked at; nil where the log is empty.
        var position: LogPosition?
        /// Asks for the next page.
        var next: EventsRequest?
    }

    private let request: EventsRequest
    private let log: EventLog
    private let configuration: ServerConfiguration

    /// - Throws: ``RequestError`` for what a page cannot do: be live, or hold more than so many events.
    init(_ request: EventsRequest, log: EventLog, configuration: ServerConfiguration) throws(RequestError) {
        if request.live == true { throw .conflictingParameters("live", "Accept: \(MediaType.batch.rawValue)") }
        if let limit = request.limit, limit > PageRequest.limitMax {
            let expected = "for a page a whole number from 1 to \(PageRequest.limitMax)"
            throw .malformedValue(parameter: "limit", value: "\(limit)", expected: expected, nearest: nil)
        }
        self.request = request
        self.log = log
        self.configuration = configuration
    }

    @concurrent
    func read() async throws -> Result {
        let start = request.after?.next ?? .start
        let end = log.end
        let room = FrameBatch.Room(
            count: request.limit ?? PageRequest.limitDefault,
            bytes: configuration.pageBytesMax
        )
        let batch = try await fill(from: start, until: end, room)
        let position = PositionHeader.last(before: batch.next)
        var next: EventsRequest?
        if batch.next < end {
            next = request
            next?.after = position
        }
        return Result(content: Self.array(batch.frames), count: batch.frames.count, position: position, next: next)
    }

    private func fill(
        from start: LogPosition,
        until end: LogPosition,
        _ room: FrameBatch.Room
    ) async throws -> FrameBatch {
        let filter = EventFilter(request)
        var batch = FrameBatch(from: start, room: room)
        let scanEnd = min(end, start.advanced(by: configuration.pageScanMax))
        while batch.next < scanEnd, !batch.isFull {
            let countMax = min(128, Int(clamping: scanEnd.offset - batch.next.offset))
            for event in try await log.stored(from: batch.next, countMax: countMax) where !batch.isFull {
                if filter.passes(event.name, event.article) {
                    batch.add(EventFrame(event, source: configuration.source))
                } else {
                    batch.skip(event.position)
                }
            }
        }
        return batch
    }

    private static func array(_ frames: [EventFrame]) -> ByteBuffer {
        var content = ByteBuffer()
        content.reserveCapacity(frames.reduce(2) { $0 + $1.json.readableBytes + 1 })
        content.writeString("[")
        for (index, frame) in frames.enumerated() {
            if index > 0 { content.writeString(",") }
            content.writeImmutableBuffer(frame.json)
        }
        content.writeString("]")
        return content
    }
}
