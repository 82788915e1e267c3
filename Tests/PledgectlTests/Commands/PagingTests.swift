import Foundation
import PledgedAPI
import PledgedCore
import PledgedTesting
import Testing

@testable import pledgectl

@Suite struct PagingTests {
    @Test func `follows all pages, each row once`() async throws {
        let (folder, capture) = (try TemporaryFolder(), try ConsoleCapture())
        let count = PageRequest.limitMax + 5
        try await SmallDaemon.run(in: folder) { daemon in
            let actors = (1...count).map { Sample.actor($0, "Company \($0)", kind: .organization) }
            try await daemon.receive("text", file: Sample.file("story.txt"), actors: actors)
            let status = await capture.run("actors", "--all", "--json", "--socket", SmallDaemon.socket(in: folder))
            #expect(status == .done)
        }
        let reply = try JSONDecoder().decode(ListReply<ActorRow>.self, from: Data(try capture.output.utf8))
        #expect(reply.total == count)
        #expect(Set(reply.items.map(\.id)).count == count)
    }
}
