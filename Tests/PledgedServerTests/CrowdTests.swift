import NIOHTTP1
import PledgedAPI
import PledgedCore
import PledgedServer
import PledgedTesting
import Testing

/// Many readers, and some that do not read.
@Suite(.timeLimit(.minutes(2)))
struct CrowdTests {
    @Test func `two hundred readers all get everything, in order`() async throws {
        try await TestServer.run { server in
            try await server.append(50)
            // The client waits long after a connection was refused, and one may be while the server starts.
            #expect(try await server.get("/health").status == 200)
            let counts = try await withThrowingTaskGroup(of: [UInt64].self) { group in
                for number in 0..<200 {
                    let reader = number.isMultiple(of: 2) ? MediaType.ndjson : .eventStream
                    group.addTask { try await server.stream("/events", accept: reader).sequences(100) }
                }
                for _ in 0..<10 { try await server.append(5) }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(counts.count == 200)
            #expect(counts.allSatisfy { $0 == Array(0..<100) })
        }
    }

    /// By bytes handed over, not by time: what a stalled reader has been given is bounded, however much there is.
    @Test func `a reader that stalls costs little, and keeps nobody waiting`() async throws {
        try await TestServer.run { server in
            var stalled: [RawClient] = []
            for _ in 0..<5 {
                let client = try RawClient(server.socketPath)
                client.get("/events")
                stalled.append(client)
            }
            try await server.wait { server.metric("pledged_stream_subscribers") == 5 }
            let reader = try await server.stream("/events")
            // About 20 MB each, far more than the server may keep for all of them.
            for _ in 0..<100 { try await server.append(10, bytes: 10_000) }
            #expect(try await reader.sequences(1000) == Array(0..<1000))
            let stalledBytes = Int(server.metric("pledged_stream_bytes_total")) - reader.bytes
            #expect(stalledBytes < 5 * 1_000_000)
            #expect(server.metric("pledged_stream_subscribers") == 6)
            // And once they read, they have missed nothing.
            let all = await stalled[0].read(until: "id: \(LogPosition(offset: 999))")
            let lines = all.utf8.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }.compactMap(String.init)
            let ids = lines.filter { $0.hasPrefix("id: ") }.compactMap { UInt64($0.dropFirst(4)) }
            #expect(ids == Array(0..<1000))
        }
    }

    @Test func `a reader that stalls for too long is cut off`() async throws {
        try await TestServer.run({ $0.stallMax = .milliseconds(50) }) { server in
            let client = try RawClient(server.socketPath)
            client.get("/events")
            for _ in 0..<40 { try await server.append(10, bytes: 10_000) }
            try await server.wait { server.metric("pledged_stream_subscribers") == 0 }
            #expect(await !client.read().hasSuffix("0\r\n\r\n"))
        }
    }

    @Test func `the server stops while readers stall`() async throws {
        try await TestServer.run({ $0.drainMax = .milliseconds(50) }) { server in
            let client = try RawClient(server.socketPath)
            client.get("/events")
            for _ in 0..<100 { try await server.append(10, bytes: 10_000) }
            try await server.wait { server.metric("pledged_stream_events_total") > 0 }
            let reader = try await server.stream("/events?after=990")
            #expect(try await reader.offsets(9) == Array(991..<1000))
            await server.shutDown()
            // A stream that is read ends as it should, whatever another one does.
            #expect(try await reader.rest().count <= 1)
            withExtendedLifetime(client) {}
        }
    }
}
