import HummingbirdCore
import Metrics
import NIOCore
import PledgedAPI
import PledgedCore

/// One reader's stream: a position in the log, and a loop that moves it.
struct EventStream: Sendable {
    let request: EventsRequest
    let format: StreamFormat
    let feed: LiveFeed
    /// Where the log ended when the stream was asked for.
    let replayEnd: LogPosition
    let configuration: ServerConfiguration
    let metrics: ServerMetrics
    let channel: any Channel

    /// Sends events until the reader goes, has all it asked for, or the server stops.
    @concurrent
    func run(_ writer: any ResponseBodyWriter) async throws {
        let reader = FeedReader(feed: feed, stallMax: configuration.stallMax, metrics: metrics, channel: channel)
        try await reader.run(writer) { try await deliver(to: &$0, wokenBy: $1) }
    }

    @concurrent
    private func deliver(to writer: inout ChannelWriter, wokenBy bell: Bell) async throws {
        var progress = StreamProgress(request, replayEnd: replayEnd, markEvery: configuration.markEvery)
        var silence = Silence(max: configuration.keepAlive, bell: bell, eventLoop: channel.eventLoop)
        defer { silence.end() }
        for await _ in bell.rings {
            var hasWritten = try await sendWhatIsThere(&progress, to: &writer)
            if progress.isFinished { return }
            if !hasWritten, silence.isOver {
                try await sendSignOfLife(&progress, to: &writer)
                hasWritten = true
            }
            silence.wait(afterWriting: hasWritten)
        }
    }

    /// Sends everything up to the live end and returns whether that was anything.
    @concurrent
    private func sendWhatIsThere(
        _ progress: inout StreamProgress,
        to writer: inout ChannelWriter
    ) async throws -> Bool {
        let filter = EventFilter(request)
        var hasWritten = false
        while !progress.isFinished {
            let room = FrameBatch.Room(count: progress.countMax ?? .max, bytes: configuration.batchBytesMax)
            let piece = try await feed.piece(from: progress.next, filter: filter, format: format, room: room)
            let end = await feed.end
            guard piece.next > progress.next || progress.next >= end else { break }
            let isAtEnd = piece.next == progress.next
            progress.pass(piece)
            let mark = isAtEnd ? progress.caughtUpMark(end: end) : progress.positionMark()
            hasWritten = try await send(piece, mark, progress.last, to: &writer) || hasWritten
            if isAtEnd { break }
        }
        return hasWritten
    }

    @concurrent
    private func send(
        _ piece: StreamPiece,
        _ mark: StreamMark.Kind?,
        _ position: LogPosition?,
        to writer: inout ChannelWriter
    ) async throws -> Bool {
        var buffer = piece.content
        if let mark {
            try format.write(StreamMark(mark, position: position, source: configuration.source), into: &buffer)
        }
        guard buffer.readableBytes > 0 else { return false }
        metrics.delivered(events: piece.count, bytes: buffer.readableBytes)
        try await writer.write(buffer)
        return true
    }

    @concurrent
    private func sendSignOfLife(_ progress: inout StreamProgress, to writer: inout ChannelWriter) async throws {
        var buffer = ByteBuffer()
        if progress.tellsPosition() || !format.writeKeepAlive(into: &buffer) {
            let mark = StreamMark(.position, position: progress.last, source: configuration.source)
            try format.write(mark, into: &buffer)
        }
        metrics.delivered(events: 0, bytes: buffer.readableBytes)
        try await writer.write(buffer)
    }
}
