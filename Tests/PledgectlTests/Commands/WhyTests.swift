import PledgedCore
import PledgedTesting
import Testing

@testable import pledgectl

@Suite struct WhyTests {
    private let folder: TemporaryFolder
    private let capture: ConsoleCapture

    init() throws {
        folder = try TemporaryFolder()
        capture = try ConsoleCapture()
    }

    private func run(_ arguments: String...) async throws -> Ending {
        try await SmallDaemon.run(in: folder) { daemon in
            try await daemon.receive("one", file: Sample.file("story.txt"))
            let rejected = ArticleRejected(
                file: Sample.file("empty.txt", inode: 2),
                digest: nil,
                reason: .empty,
                sentence: "The file is empty. Drop it again when it has text."
            )
            try await daemon.record([.articleRejected(rejected)], about: nil)
            return await Program.run(arguments + ["--socket", SmallDaemon.socket(in: folder)], on: capture.console)
        }
    }

    @Test func `says why a file was rejected`() async throws {
        #expect(try await run("why", "/some/where/empty.txt") == .done)
        #expect(
            try capture.output == """
                rejected empty.txt: The file is empty. Drop it again when it has text.
                  when      2024-07-09 08:15:00 UTC, position 2
                  reason    empty
                  size      10 bytes

                """
        )
    }

    @Test func `says what an accepted file became`() async throws {
        #expect(try await run("why", "story.txt") == .done)
        #expect(try capture.output.hasPrefix("accepted story.txt: "))
        #expect(try capture.output.contains("article   \(Sample.article)"))
    }

    @Test func `knows a file by its bytes under another name`() async throws {
        #expect(try await run("why", try folder.file("renamed.txt", "one"), "--json") == .done)
        #expect(try capture.output.contains("story.txt"))
    }

    @Test func `exits with 1 where nothing is known`() async throws {
        #expect(try await run("why", "other.txt") == .no)
        #expect(try capture.output == "")
        #expect(try capture.errors.contains("Nothing is known about 'other.txt'"))
    }
}
