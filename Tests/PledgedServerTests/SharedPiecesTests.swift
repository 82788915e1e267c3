import NIOCore
import PledgedAPI
import PledgedCore
import PledgedLog
import PledgedTesting
import Testing

@testable import PledgedServer

struct SharedPiecesTests {
    private let room = FrameBatch.Room(count: .max, bytes: 1000)

    private func piece(_ range: Range<UInt64>, _ format: StreamFormat = .ndjson) -> StreamPiece {
        var batch = FrameBatch(from: LogPosition(offset: range.lowerBound), room: room)
        for offset in range {
            let event = RecordedEvent(
                position: LogPosition(offset: offset),
                recorded: Timestamp(microseconds: 0),
                article: nil,
                event: .happeningReported(SampleEvents.happening(.year(2030)))
            )
            batch.add(EventFrame(StoredEvent(event, data: Array("{}".utf8)[...]), source: "/pledged"))
        }
        return StreamPiece(batch, format: format)
    }

    @Test func `a piece knows what is in it`() {
        let two = piece(3..<5)
        #expect(two.count == 2)
        #expect(two.last == LogPosition(offset: 4))
        #expect(two.next == LogPosition(offset: 5))
        #expect(String(buffer: two.content).split(separator: "\n").count == 2)
        #expect(piece(3..<3).content.readableBytes == 0)
    }

    @Test func `gives the last piece to who is at the same place with the same wishes`() {
        var shared = SharedPieces()
        let start = LogPosition(offset: 3)
        shared.keep(piece(3..<5), from: start, format: .ndjson, room: room)
        #expect(shared.piece(from: start, format: .ndjson, room: room)?.content == piece(3..<5).content)
        #expect(shared.piece(from: start.next, format: .ndjson, room: room) == nil)
        #expect(shared.piece(from: start, format: .eventStream, room: room) == nil)
        #expect(shared.piece(from: start, format: .ndjson, room: .init(count: 1, bytes: 1000)) == nil)
        shared.keep(piece(5..<6), from: LogPosition(offset: 5), format: .ndjson, room: room)
        #expect(shared.piece(from: start, format: .ndjson, room: room) == nil)
        shared.removeAll()
        #expect(shared.piece(from: LogPosition(offset: 5), format: .ndjson, room: room) == nil)
    }

    /// At the log's end there is nothing yet, and there soon will be.
    @Test func `keeps no empty piece`() {
        var shared = SharedPieces()
        shared.keep(piece(3..<3), from: LogPosition(offset: 3), format: .ndjson, room: room)
        #expect(shared.piece(from: LogPosition(offset: 3), format: .ndjson, room: room) == nil)
    }
}
