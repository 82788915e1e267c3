import PledgedAPI
import PledgedCore
import PledgedLog
import PledgedTesting
import Testing

@testable import PledgedServer

struct RecentFramesTests {
    private func frame(_ offset: UInt64, bytes: Int = 0) throws -> EventFrame {
        let quote = String(repeating: "x", count: bytes)
        let event = RecordedEvent(
            position: LogPosition(offset: offset),
            recorded: Timestamp(microseconds: 0),
            article: nil,
            event: .pledgeStated(SampleEvents.pledge(quote: quote))
        )
        let data = try EncodedEvents([event.event])
        let stored = StoredEvent(event, data: data.bytes[try #require(data.data.first)])
        return EventFrame(stored, source: "/pledged")
    }

    private let open = EventFilter(EventsRequest())
    private let room = FrameBatch.Room(count: .max, bytes: .max)

    @Test func `the oldest go when there are too many bytes, the newest stays however large`() throws {
        var frames = RecentFrames(end: LogPosition(offset: 10), bytesMax: 20_000)
        for offset in 10..<100 as Range<UInt64> {
            frames.append(try frame(offset, bytes: 1000))
            #expect(frames.heldBytes <= 20_000)
        }
        #expect(frames.start > LogPosition(offset: 90))
        #expect(frames.batch(from: LogPosition(offset: 50), filter: open, room: room) == nil)
        frames.append(try frame(100, bytes: 100_000))
        #expect(frames.start == LogPosition(offset: 100))
        frames.reset(end: LogPosition(offset: 200))
        #expect(frames.heldBytes == 0)
        #expect(frames.start == LogPosition(offset: 200))
    }

    @Test func `a batch begins where it is asked to and ends where it is full`() throws {
        var frames = RecentFrames(end: .start, bytesMax: 1 << 20)
        for offset in 0..<10 as Range<UInt64> { frames.append(try frame(offset)) }
        let all = try #require(frames.batch(from: LogPosition(offset: 4), filter: open, room: room))
        #expect(all.frames.map(\.position.offset) == [4, 5, 6, 7, 8, 9])
        #expect(all.next == frames.end)
        let two = try #require(frames.batch(from: .start, filter: open, room: .init(count: 2, bytes: .max)))
        #expect(two.next == LogPosition(offset: 2))
        let one = try #require(frames.batch(from: .start, filter: open, room: .init(count: .max, bytes: 1)))
        #expect(one.frames.count == 1)
        let none = try #require(frames.batch(from: frames.end, filter: open, room: room))
        #expect(none.frames.isEmpty && none.next == frames.end)
        let filter = EventFilter(EventsRequest(types: [.actorNamed]))
        let filtered = try #require(frames.batch(from: .start, filter: filter, room: room))
        #expect(filtered.frames.isEmpty && filtered.next == frames.end)
    }

    @Test func `times are told as HTTP tells them`() {
        #expect(HTTPDate.format(Timestamp(microseconds: 1_720_512_900_123_456)) == "Tue, 09 Jul 2024 08:15:00 GMT")
        #expect(HTTPDate.format(Timestamp(microseconds: 0)) == "Thu, 01 Jan 1970 00:00:00 GMT")
    }
}
