import NIOCore
import NIOHTTP1
import PledgedAPI
import PledgedCore
import PledgedLog
import PledgedServer
import PledgedTesting
import Testing

/// What a subscriber gets, by each format.
@Suite(.timeLimit(.minutes(2)))
struct StreamTests {
    static let formats: [MediaType] = [.eventStream, .ndjson, .batch]

    /// Two articles with facts, a duplicate and a rejected file.
    static var sample: [RecordedEvent] {
        var log = SampleLog()
        let actors = [SampleEvents.actor(1, .country, "Việt Nam"), SampleEvents.actor(2, .organization, "ASML")]
        let request = SampleEvents.pledge(.request)
        log.receive(SampleEvents.article(1), actors: actors, pledges: [SampleEvents.pledge(), request])
        log.add(
            .articleRejected(
                ArticleRejected(file: SampleEvents.file("e.txt"), digest: nil, reason: .empty, sentence: "It is empty.")
            )
        )
        log.receive(SampleEvents.article(2), actors: actors, happenings: [SampleEvents.happening(.year(2024))])
        return log.events
    }

    private func offsets(
        _ server: TestServer,
        _ format: MediaType,
        _ request: EventsRequest
    ) async throws -> [UInt64] {
        if format == .batch {
            let answer = try await server.get(request.target, headers: [("Accept", format.rawValue)])
            return try answer.decode([CloudEvent].self).map(\.position.offset)
        }
        var request = request
        request.live = false
        let items = try await server.stream(request.target, accept: format).rest()
        #expect(items.last == .mark(StreamMark(.caughtUp, position: LogPosition(offset: 11))))
        return items.compactMap { if case .event(let event) = $0 { event.position.offset } else { nil } }
    }

    @Test(arguments: formats)
    func `a reader resumes exactly after any position, whatever the filter`(format: MediaType) async throws {
        let sample = Self.sample
        try await TestServer.run(events: sample) { server in
            let filters = [
                EventsRequest(), EventsRequest(types: [.actorNamed]),
                EventsRequest(types: [.articleRead, .articleRejected]),
                EventsRequest(types: [.articleDuplicated]), EventsRequest(article: SampleEvents.articleID(2)),
                EventsRequest(types: [.actorNamed], article: SampleEvents.articleID(1)),
            ]
            for filter in filters {
                for after in [nil] + sample.map(\.position).map(Optional.init) {
                    var request = filter
                    request.after = after
                    let wanted = sample.filter { event in
                        (after.map { event.position > $0 } ?? true)
                            && (filter.types.isEmpty || filter.types.contains(event.event.name))
                            && (filter.article == nil || filter.article == event.article)
                    }
                    let offsets = try await offsets(server, format, request)
                    #expect(offsets == wanted.map(\.position.offset))
                }
            }
        }
    }

    @Test func `a stream tells an event as Server-Sent Events do`() async throws {
        try await TestServer.run(events: Self.sample) { server in
            let reader = try await server.stream("/events?after=4&limit=1", accept: .eventStream)
            let lines = try #require(try await reader.next()).split(separator: "\n")
            #expect(lines.count == 3)
            #expect(lines[0] == "id: 00000000000000000005")
            #expect(lines[1] == "event: pledged.article.read")
            #expect(lines[2].hasPrefix(#"data: {"data":{"#))
            #expect(try await reader.next() == nil)
        }
    }

    @Test(arguments: [MediaType.eventStream, .ndjson])
    func `a reader is told once that it has caught up, and then gets what is new`(format: MediaType) async throws {
        try await TestServer.run { server in
            try await server.append(3)
            let reader = try await server.stream("/events", accept: format)
            #expect(try await reader.offsets(3) == [0, 1, 2])
            #expect(try await reader.nextItem() == .mark(StreamMark(.caughtUp, position: LogPosition(offset: 2))))
            for offset in 3..<20 as Range<UInt64> {
                try await server.append(1)
                guard case .event(let event) = try await reader.nextItem() else { throw TestFailure("A second mark.") }
                #expect(event.position.offset == offset)
            }
        }
    }

    @Test func `a reader of an empty log has caught up with nothing`() async throws {
        try await TestServer.run { server in
            let reader = try await server.stream("/events", accept: .eventStream)
            let piece = try #require(try await reader.next())
            #expect(piece.hasPrefix("event: caught-up\ndata: "))
            try await server.append(1)
            #expect(try await reader.offsets(1) == [0])
        }
    }

    @Test func `Last-Event-ID resumes, and wins over the URL that a browser sends again`() async throws {
        try await TestServer.run(events: Self.sample) { server in
            let header = ("Last-Event-ID", "00000000000000000008")
            for target in ["/events?live=false", "/events?after=2&live=false"] {
                let reader = try await server.stream(target, accept: .eventStream, headers: [header])
                #expect(try await reader.offsets(.max) == [9, 10, 11])
            }
            let answer = try await server.get("/events", headers: [("Last-Event-ID", "yesterday")])
            #expect(try answer.problem.parameter == "Last-Event-ID")
        }
    }

    @Test(arguments: formats)
    func `a position beyond the end is an error that says where the end is`(format: MediaType) async throws {
        try await TestServer.run { server in
            let accept = ("Accept", format.rawValue)
            let empty = try await server.get("/events?after=0", headers: [accept]).problem
            #expect(empty.status == 416)
            #expect(empty.end == nil)
            try await server.append(5)
            for after in ["5", "6", "18446744073709551615"] {
                let problem = try await server.get("/events?after=\(after)", headers: [accept]).problem
                #expect(problem.kind == .beyondEnd)
                #expect(problem.end == LogPosition(offset: 4))
            }
        }
    }

    @Test func `a limit ends a stream`() async throws {
        try await TestServer.run(events: Self.sample) { server in
            let items = try await server.stream("/events?limit=2&type=actor.named&after=1").rest()
            #expect(items.map(\.position?.offset) == [2, 8])
        }
    }

    @Test func `pages lead to the end of the log and no further`() async throws {
        let sample = Self.sample
        try await TestServer.run({ $0.pageScanMax = 5 }, events: sample) { server in
            for filter in ["", "&type=article.read", "&type=article.duplicated"] {
                var target: String? = "/events?limit=2\(filter)"
                var offsets: [UInt64] = []
                var pages = 0
                while let page = target {
                    let answer = try await server.get(page, headers: [("Accept", MediaType.batch.rawValue)])
                    offsets += try answer.decode([CloudEvent].self).map(\.position.offset)
                    let link = answer.headers.first(name: "Link")
                    target = link.map { String($0.dropFirst().prefix { $0 != ">" }) }
                    pages += 1
                    let position = try #require(answer.headers.first(name: "Pledged-Position"))
                    #expect(target != nil || position == "00000000000000000011")
                }
                let name = filter.split(separator: "=").last.map(String.init)
                #expect(
                    offsets == sample.filter { name == nil || $0.event.name.rawValue == name }.map(\.position.offset)
                )
                #expect(pages > 2)
            }
        }
    }

    @Test func `a page is never live, and not endless`() async throws {
        try await TestServer.run { server in
            let accept = [("Accept", MediaType.batch.rawValue)]
            let live = try await server.get("/events?live=true", headers: accept)
            #expect(try live.problem.parameter == "live")
            let endless = try await server.get("/events?limit=1001", headers: accept)
            #expect(try endless.problem.parameter == "limit")
            let empty = try await server.get("/events", headers: accept)
            #expect(empty.content == "[]")
        }
    }

    @Test func `a silent stream shows that it is there`() async throws {
        try await TestServer.run({ $0.keepAlive = .milliseconds(20) }) { server in
            try await server.append(1)
            let events = try await server.stream("/events", accept: .eventStream)
            #expect(try await events.offsets(1) == [0])
            #expect(try await events.next()?.contains("caught-up") == true)
            for _ in 0..<3 { #expect(try await events.next() == ": keep-alive") }
            let lines = try await server.stream("/events?after=0")
            #expect(try await lines.nextItem() == .mark(StreamMark(.caughtUp, position: .start)))
            for _ in 0..<3 { #expect(try await lines.nextItem() == .mark(StreamMark(.position, position: .start))) }
        }
    }

    @Test func `a silent filtered stream tells how far the log is`() async throws {
        try await TestServer.run({ $0.keepAlive = .milliseconds(20) }) { server in
            let reader = try await server.stream("/events?type=actor.named", accept: .eventStream)
            #expect(try await reader.next()?.contains("caught-up") == true)
            try await server.append(7)
            var piece = try await reader.next()
            while piece == ": keep-alive" { piece = try await reader.next() }
            #expect(piece?.hasPrefix("id: 00000000000000000006\nevent: position\n") == true)
            #expect(try await reader.next() == ": keep-alive")
        }
    }

    @Test func `a filtered replay tells now and then how far it is`() async throws {
        try await TestServer.run({ $0.markEvery = 100 }) { server in
            for _ in 0..<10 { try await server.append(100) }
            let items = try await server.stream("/events?type=actor.named&live=false").rest()
            #expect(items.count > 5)
            #expect(items.last == .mark(StreamMark(.caughtUp, position: LogPosition(offset: 999))))
            let positions = items.compactMap(\.position?.offset)
            #expect(positions == positions.sorted())
        }
    }

    @Test func `a client that has said all it has to say is still served`() async throws {
        try await TestServer.run { server in
            let client = try RawClient(server.socketPath)
            client.get("/events")
            client.closeSending()
            _ = await client.read(until: "caught-up")
            try await server.append(1)
            #expect(await client.read(until: "pledge.stated").contains("id: 00000000000000000000"))
        }
    }

    @Test func `a client that goes is forgotten at once`() async throws {
        try await TestServer.run { server in
            var clients: [RawClient] = []
            for _ in 0..<10 {
                let client = try RawClient(server.socketPath)
                client.get("/events")
                _ = await client.read(until: "caught-up")
                clients.append(client)
            }
            #expect(server.metric("pledged_stream_subscribers") == 10)
            clients = []
            try await server.wait { server.metric("pledged_stream_subscribers") == 0 }
            try await server.wait { server.metric("pledged_http_connections") == 0 }
        }
    }

    @Test func `a log that is closed ends its streams`() async throws {
        try await TestServer.run { server in
            try await server.append(2)
            let reader = try await server.stream("/events")
            #expect(try await reader.offsets(2) == [0, 1])
            await server.log.close()
            #expect(try await reader.rest().count == 1)
        }
    }
}
