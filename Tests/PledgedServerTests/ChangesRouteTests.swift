import Foundation
import PledgedAPI
import PledgedCore
import PledgedServer
import PledgedTesting
import Testing

/// What changed among the pledges: as pages, and as a stream.
@Suite(.timeLimit(.minutes(2)))
struct ChangesRouteTests {
    /// One block of `text/event-stream`, taken apart.
    private struct Block {
        let id: String
        let event: String
        let data: String

        init?(_ text: String) {
            var fields: [String: String] = [:]
            for line in text.split(separator: "\n") {
                guard let colon = line.firstIndex(of: ":") else { return nil }
                fields[String(line[..<colon])] = line[colon...].dropFirst(2).description
            }
            guard let id = fields["id"], let event = fields["event"], let data = fields["data"] else { return nil }
            (self.id, self.event, self.data) = (id, event, data)
        }
    }

    private func page(_ target: String, _ server: TestServer) async throws -> ChangesReply {
        try await server.get(target).decode(ChangesReply.self)
    }

    /// The next block that is no comment.
    private func next(_ reader: EventReader) async throws -> Block? {
        while let text = try await reader.next() {
            if let block = Block(text) { return block }
            #expect(text == ": keep-alive")
        }
        return nil
    }

    @Test func `pages make up the whole, each from the cursor of the one before`() async throws {
        try await TestServer.run(events: StreamTests.sample) { server in
            let whole = try await page("/changes", server)
            #expect(whole.items.map(\.change) == [.new, .new])
            #expect(whole.isComplete)
            #expect(whole.position == LogPosition(offset: 11))
            let first = try await page("/changes?limit=1", server)
            #expect(!first.isComplete)
            #expect(first.items == Array(whole.items.prefix(1)))
            let second = try await page("/changes?after=\(first.cursor)", server)
            #expect(second.items == Array(whole.items.dropFirst()))
            #expect(try await page("/changes?after=\(whole.cursor)", server).items.isEmpty)
            #expect(try await page("/changes?after=\(first.items[0].cursor)&limit=1", server).items == second.items)
        }
    }

    @Test func `a position stands for what its event brought`() async throws {
        try await TestServer.run(events: StreamTests.sample) { server in
            #expect(try await page("/changes?after=2", server).items.map(\.position?.offset) == [3, 4])
            #expect(try await page("/changes?after=3", server).items.map(\.position?.offset) == [4])
            let problem = try await server.get("/changes?after=12").problem
            #expect(problem.status == 416)
            #expect(problem.parameter == "after")
        }
    }

    @Test func `a stream tells what was, that it has, and what comes`() async throws {
        try await TestServer.run(events: StreamTests.sample) { server in
            let whole = try await page("/changes", server)
            let reader = try await server.stream("/changes", accept: .eventStream)
            for change in whole.items {
                let block = try #require(try await next(reader))
                #expect(block.id == "\(change.cursor)")
                #expect(block.event == "new")
                #expect(try EventCoding.decode(ChangeRow.self, from: Data(block.data.utf8)) == change)
            }
            let mark = try #require(try await next(reader))
            #expect(mark.event == "caught-up")
            #expect(try EventCoding.decode(ChangesMark.self, from: Data(mark.data.utf8)).cursor.description == mark.id)

            try await server.add(Self.another)
            let block = try #require(try await next(reader))
            #expect(block.event == "new")
            #expect(block.id.contains("/14/"))
        }
    }

    @Test func `a reader that comes back gets what it missed, by its last id`() async throws {
        try await TestServer.run(events: StreamTests.sample) { server in
            let first = try await page("/changes?limit=1", server)
            let headers = [("Last-Event-ID", "\(first.cursor)")]
            let reader = try await server.stream("/changes?after=0", accept: .eventStream, headers: headers)
            #expect(try await next(reader)?.id == page("/changes", server).items.last.map { "\($0.cursor)" })
            #expect(try await next(reader)?.event == "caught-up")
        }
    }

    @Test func `views that lag behind the log are waited for`() async throws {
        try await TestServer.run(events: StreamTests.sample) { server in
            let end = try await page("/changes", server).cursor
            let reader = try await server.stream("/changes?after=\(end)", accept: .eventStream)
            #expect(try await next(reader)?.event == "caught-up")
            try await server.addLate(Self.another)
            #expect(try await next(reader)?.event == "new")
        }
    }

    @Test func `a day that begins brings what is due, and what is late`() async throws {
        try await TestServer.run({ $0.keepAlive = .milliseconds(20) }, events: StreamTests.sample) { server in
            let end = try await page("/changes", server).cursor
            let reader = try await server.stream("/changes?after=\(end)", accept: .eventStream)
            #expect(try await next(reader)?.event == "caught-up")
            server.calendar.turn(to: "2030-10-02")
            let due = [try await next(reader), try await next(reader)].compactMap { $0?.event }
            #expect(due == ["became-due", "became-due"])
            server.calendar.turn(to: "2031-01-01")
            let overdue = [try await next(reader), try await next(reader)].compactMap { $0 }
            #expect(overdue.map(\.event) == ["became-overdue", "became-overdue"])
            #expect(overdue.allSatisfy { $0.id.hasPrefix("2031-01-01/-/") })
        }
    }

    @Test func `a silent stream says that it is there, and one with a limit ends`() async throws {
        try await TestServer.run({ $0.keepAlive = .milliseconds(20) }, events: StreamTests.sample) { server in
            let end = try await page("/changes", server).cursor
            let silent = try await server.stream("/changes?after=\(end)", accept: .eventStream)
            #expect(try await next(silent)?.event == "caught-up")
            #expect(try await silent.next() == ": keep-alive")
            let short = try await server.stream("/changes?limit=1", accept: .eventStream)
            #expect(try await next(short)?.event == "new")
            #expect(try await short.next() == nil)
            try await server.wait { server.metric("pledged_stream_subscribers") <= 1 }
        }
    }

    /// A third article with a pledge of its own, at 14 behind the sample's twelve events.
    private static var another: [RecordedEvent] {
        var log = SampleLog()
        log.receive(
            SampleEvents.article(3),
            actors: [SampleEvents.actor(1, .country, "Japan")],
            pledges: [
                SampleEvents.pledge(
                    quote: "promises to fund the port of Chuuk",
                    quantity: nil,
                    deadline: nil
                )
            ]
        )
        return log.events
    }
}
