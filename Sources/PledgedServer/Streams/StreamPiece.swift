import NIOCore
import PledgedCore

/// Some events as they go over a stream's wire, and how far the search for them went.
struct StreamPiece: Sendable {
    let content: ByteBuffer
    /// How many events.
    let count: Int
    /// The last event in it; nil where it has none.
    let last: LogPosition?
    /// The first position that was not looked at.
    let next: LogPosition

    init(_ batch: FrameBatch, format: StreamFormat) {
        var content = ByteBuffer()
        if !batch.frames.isEmpty { content.reserveCapacity(batch.frames.reduce(0) { $0 + $1.bytes }) }
        for frame in batch.frames { format.write(frame, into: &content) }
        self.content = content
        count = batch.frames.count
        last = batch.frames.last?.position
        next = batch.next
    }
}
