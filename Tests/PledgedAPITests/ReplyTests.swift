import Foundation
import PledgedAPI
import PledgedCore
import Testing

struct ReplyTests {
    @Test func `a problem is as RFC 9457 has it`() throws {
        let problem = Problem(.beyondEnd, "Too far.", parameter: "after", end: LogPosition(offset: 9))
        let expected = """
            {"detail":"Too far.","end":9,"parameter":"after","status":416,\
            "title":"The position lies beyond the end of the log","type":"/problems/beyond-end"}
            """
        let json = try EventCoding.encode(problem)
        #expect(String(decoding: json, as: UTF8.self) == expected)
        #expect(try EventCoding.decode(Problem.self, from: json) == problem)
        #expect(problem.kind == .beyondEnd)
    }

    @Test func `a page beyond the end says how many rows there are`() throws {
        let json = try EventCoding.encode(Problem(.pageBeyondEnd, "Too far.", parameter: "offset", total: 7))
        #expect(String(decoding: json, as: UTF8.self).contains(#""status":404"#))
        #expect(try EventCoding.decode(Problem.self, from: json).total == 7)
    }

    @Test func `a page of changes says where the next begins`() throws {
        let cursor = try #require(ChangeCursor(parsing: "2026-03-31/-/12"))
        let reply = ChangesReply(items: [], cursor: cursor, isComplete: true, position: LogPosition(offset: 3))
        let json = try EventCoding.encode(reply)
        let expected = #"{"cursor":"2026-03-31/-/12","isComplete":true,"items":[],"position":3}"#
        #expect(String(decoding: json, as: UTF8.self) == expected)
        #expect(try EventCoding.decode(ChangesReply.self, from: json) == reply)
    }

    @Test func `a list has items, total and position`() throws {
        let reply = ListReply(items: [ActorReference(id: 1, name: "Japan")], total: 7, position: LogPosition(offset: 3))
        let json = try EventCoding.encode(reply)
        #expect(String(decoding: json, as: UTF8.self) == #"{"items":[{"id":1,"name":"Japan"}],"position":3,"total":7}"#)
        #expect(try EventCoding.decode(ListReply<ActorReference>.self, from: json) == reply)
    }

    @Test func `health is that of the worst part, and says why`() {
        let parts: [Health.Part] = [
            .init("log", .healthy), .init("intake", .degraded, reason: "The disk is full: make room."),
            .init("views", .healthy),
        ]
        let health = Health(
            version: "1",
            started: Timestamp(microseconds: 0),
            logPosition: nil,
            viewsPosition: nil,
            parts: parts
        )
        #expect(health.status == .degraded)
        #expect(health.reasons == ["intake: The disk is full: make room."])
    }

    @Test func `the position of a view is the last event in it`() {
        #expect(PositionHeader.last(before: .start) == nil)
        #expect(PositionHeader.last(before: LogPosition(offset: 1)) == .start)
    }
}
