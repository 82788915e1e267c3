import HummingbirdCore
import Metrics
import NIOCore
import PledgedAPI
import PledgedCore
import PledgedLog
import PledgedViews

/// One reader's stream of changes: a cursor, and a loop that moves it.
///
/// Nothing is kept for a reader but its cursor. It wakes when the log grows, and every ``ServerConfiguration/keepAlive``
/// besides: so it notices that a day has begun, on which deadlines come near or pass.
struct ChangeStream: Sendable {
    let start: ChangeCursor?
    /// Nil for no end.
    let limit: Int?
    let log: EventLog
    let views: ViewReader
    let feed: LiveFeed
    let today: @Sendable () -> CalendarDate
    /// Where the log ended when the stream was asked for.
    let replayEnd: LogPosition
    let configuration: ServerConfiguration
    let metrics: ServerMetrics
    let channel: any Channel

    /// Changes that are read at once.
    private static let readMax = 64
    /// How long it waits for views that lag behind the log before it looks again, the first time and at the most.
    private static let lagMin = TimeAmount.milliseconds(5)
    private static let lagMax = TimeAmount.seconds(1)

    /// How far it has come.
    private struct Progress {
        var cursor: ChangeCursor?
        var remaining: Int?
        var isCaughtUp = false
        /// Everything before it is in what was read last.
        var position = LogPosition.start

        var isFinished: Bool { remaining == 0 }
    }

    /// Sends changes until the reader goes, has all it asked for, or the server stops.
    @concurrent
    func run(_ writer: any ResponseBodyWriter) async throws {
        let reader = FeedReader(feed: feed, stallMax: configuration.stallMax, metrics: metrics, channel: channel)
        try await reader.run(writer) { try await deliver(to: &$0, wokenBy: $1) }
    }

    @concurrent
    private func deliver(to writer: inout ChannelWriter, wokenBy bell: Bell) async throws {
        var progress = Progress(cursor: start, remaining: limit)
        var silence = Silence(max: configuration.keepAlive, bell: bell, eventLoop: channel.eventLoop)
        defer { silence.end() }
        var lag = Self.lagMin
        for await _ in bell.rings {
            var hasWritten = try await sendWhatIsThere(&progress, to: &writer)
            if progress.isFinished { return }
            if !hasWritten, silence.isOver {
                try await writer.write(ByteBuffer(string: ": keep-alive\n\n"))
                hasWritten = true
            }
            silence.wait(afterWriting: hasWritten)
            if progress.position < log.end {
                // The log has grown, and the views have still to follow.
                channel.eventLoop.scheduleTask(in: lag) { bell.ring() }
                lag = min(lag * 2, Self.lagMax)
            } else {
                lag = Self.lagMin
            }
        }
    }

    /// Sends all changes that there are and returns whether that was anything.
    @concurrent
    private func sendWhatIsThere(_ progress: inout Progress, to writer: inout ChannelWriter) async throws -> Bool {
        var hasWritten = false
        while !progress.isFinished {
            let query = ChangeQuery(after: progress.cursor, limit: min(Self.readMax, progress.remaining ?? .max))
            let page = try await views.read { [today] in try $0.changes(query, today: today()) }
            let buffer = try content(of: page, &progress)
            if buffer.readableBytes > 0 {
                metrics.delivered(events: page.rows.count, bytes: buffer.readableBytes)
                try await writer.write(buffer)
                hasWritten = true
            }
            if page.isComplete || page.rows.isEmpty { break }
        }
        return hasWritten
    }

    private func content(of page: ChangesPage, _ progress: inout Progress) throws -> ByteBuffer {
        var buffer = ByteBuffer()
        for row in page.rows { try Self.write(row, row.cursor, event: row.change.rawValue, into: &buffer) }
        progress.cursor = page.cursor
        progress.position = page.position
        progress.remaining = progress.remaining.map { $0 - page.rows.count }
        let isAtEnd = page.isComplete && page.position >= replayEnd
        if isAtEnd, !progress.isCaughtUp, !progress.isFinished {
            progress.isCaughtUp = true
            let mark = ChangesMark(cursor: page.cursor)
            try Self.write(mark, page.cursor, event: ChangesMark.name, into: &buffer)
        }
        return buffer
    }

    private static func write(
        _ value: some Encodable,
        _ cursor: ChangeCursor,
        event: String,
        into buffer: inout ByteBuffer
    ) throws {
        buffer.writeString("id: \(cursor)\nevent: \(event)\ndata: ")
        buffer.writeBytes(try EventCoding.encode(value))
        buffer.writeString("\n\n")
    }
}
