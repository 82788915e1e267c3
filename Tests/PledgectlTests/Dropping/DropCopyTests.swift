import Foundation
import PledgedCore
import PledgedTesting
import Testing

@testable import pledgectl

@Suite struct DropCopyTests {
    private let folder: TemporaryFolder
    private let drop: String

    init() throws {
        folder = try TemporaryFolder()
        drop = try folder.folder("drop")
    }

    private var dropped: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: drop).sorted() } }

    @Test func `copies a file whole, readable for the daemon, and leaves nothing else behind`() throws {
        let text = String(repeating: "Việt Nam plans to train engineers.\n", count: 10_000)
        let path = try folder.file("story.txt", text)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        let file = try DropCopy(folder: drop).copy(path).get()
        #expect(try dropped == ["story.txt"])
        #expect(try String(contentsOfFile: "\(drop)/story.txt", encoding: .utf8) == text)
        let attributes = try FileManager.default.attributesOfItem(atPath: "\(drop)/story.txt")
        #expect(attributes[.posixPermissions] as? Int == 0o644)
        #expect(file.name == "story.txt")
        #expect(file.size == Int64(text.utf8.count))
        #expect(file.inode == attributes[.systemFileNumber] as? UInt64)
    }

    @Test func `does not replace a file that waits there`() throws {
        try folder.file("drop/story.txt", "first")
        let failure = #expect(throws: Failure.self) {
            try DropCopy(folder: drop).copy(try folder.file("story.txt", "second")).get()
        }
        #expect(failure?.status == .no)
        #expect(failure?.message?.contains("was left alone") == true)
        #expect(try String(contentsOfFile: "\(drop)/story.txt", encoding: .utf8) == "first")
        #expect(try dropped == ["story.txt"])
    }

    @Test func `says what is wrong with a file or a folder`() throws {
        let path = try folder.file("story.txt", "text")
        for (source, target) in [("\(folder.path)/absent.txt", drop), (drop, drop), (path, folder.path("absent"))] {
            let failure = #expect(throws: Failure.self) { try DropCopy(folder: target).copy(source).get() }
            #expect(failure?.status == .no)
            #expect(failure?.message?.contains("'") == true)
        }
        #expect(try dropped == [])
    }
}
