import HummingbirdCore
import NIOCore

/// Writes to one connection without letting it pile up, and gives up on one that takes nothing.
struct ChannelWriter {
    private var writer: any ResponseBodyWriter
    private let channel: any Channel
    private let stallMax: TimeAmount

    init(_ writer: any ResponseBodyWriter, channel: any Channel, stallMax: Duration) {
        self.writer = writer
        self.channel = channel
        self.stallMax = TimeAmount(stallMax)
    }

    /// Hands over `buffer` when the connection takes it; closes the connection where it does not for too long.
    @concurrent
    mutating func write(_ buffer: ByteBuffer) async throws {
        let channel = channel
        let stalled = channel.eventLoop.scheduleTask(in: stallMax) { channel.close(promise: nil) }
        defer { stalled.cancel() }
        try await writer.write(buffer)
        // Only when the event loop has run does the writer learn that the connection takes no more.
        try await channel.eventLoop.submit {}.get()
    }

    @concurrent
    consuming func finish() async throws { try await writer.finish(nil) }
}
