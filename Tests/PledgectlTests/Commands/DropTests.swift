import Foundation
import PledgedTesting
import Testing

@testable import pledgectl

@Suite struct DropTests {
    @Test func `drops into a folder without a daemon`() async throws {
        let folder = try TemporaryFolder()
        let (drop, capture) = (try folder.folder("drop"), try ConsoleCapture())
        let status = await capture.run(
            "drop",
            "--no-wait",
            "--folder",
            drop,
            try folder.file("a.txt", "one"),
            try folder.file("b.txt", "two")
        )
        #expect(status == .done)
        #expect(try capture.output == "dropped   a.txt\ndropped   b.txt\n")
        #expect(try FileManager.default.contentsOfDirectory(atPath: drop).sorted() == ["a.txt", "b.txt"])
    }

    @Test func `goes on after a file that cannot be copied`() async throws {
        let folder = try TemporaryFolder()
        let (drop, capture) = (try folder.folder("drop"), try ConsoleCapture())
        let status = await capture.run(
            "drop",
            "--no-wait",
            "--json",
            "--folder",
            drop,
            folder.path("absent.txt"),
            try folder.file("b.txt", "two")
        )
        #expect(status == .no)
        #expect(try capture.errors.contains("absent.txt"))
        #expect(try capture.output.hasPrefix(#"{"file":{"inode":"#))
        #expect(try FileManager.default.contentsOfDirectory(atPath: drop) == ["b.txt"])
    }
}
