import Foundation
import Glibc
import PledgedCore
import PledgedTesting
import Testing

@testable import PledgedIntake

@Suite struct `File reader` {
    private static func read(_ name: EntryName, in path: String, sizeMax: Int64 = 100) throws -> FileReader.Reading {
        let folder = try Folder(path: path)
        return try FileReader(sizeMax: sizeMax).read(name, in: folder, on: folder.fileSystem())
    }

    @Test func `reads a file whole and tells which drop it is`() throws {
        let folder = try TemporaryFolder()
        try folder.file("story.txt", "A story.")
        guard case .file(let incoming) = try Self.read("story.txt", in: folder.path) else {
            Issue.record("not read")
            return
        }
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path("story.txt"))
        #expect(incoming.content == .bytes(Array("A story.".utf8)))
        #expect(incoming.file.name == "story.txt")
        #expect(incoming.file.size == 8)
        #expect(incoming.file.inode == (attributes[.systemFileNumber] as? NSNumber)?.uint64Value)
        let modified = try #require(attributes[.modificationDate] as? Date).timeIntervalSince1970
        #expect(abs(Double(incoming.file.modified) / 1e9 - modified) < 0.001)
    }

    @Test(arguments: [(99, true), (100, true), (101, false)])
    func `reads up to the limit and not a byte more`(size: Int, isRead: Bool) throws {
        let folder = try TemporaryFolder()
        try folder.file("story.txt", String(repeating: "x", count: size))
        guard case .file(let incoming) = try Self.read("story.txt", in: folder.path) else {
            Issue.record("not read")
            return
        }
        if isRead {
            #expect(incoming.content == .bytes([UInt8](repeating: 0x78, count: size)))
        } else {
            #expect(incoming.content == .refused(.tooLarge(size: 101, sizeMax: 100)))
        }
    }

    @Test func `a file that is gone, and a folder, are no files`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.folder("inner")
        #expect(try Self.read("story.txt", in: folder.path) == .gone)
        #expect(try Self.read("inner", in: folder.path) == .folder)
    }

    @Test func `a device is refused`() throws {
        guard case .file(let incoming) = try Self.read("null", in: "/dev") else {
            Issue.record("not told")
            return
        }
        #expect(incoming.content == .refused(.notRegular("a device")))
    }

    /// In a process of its own, as root may read everything and gives that up for good.
    @Test(.enabled(if: getuid() == 0)) func `a file that this user may not read is refused`() async {
        await #expect(processExitsWith: .success) {
            let folder = try TemporaryFolder()
            try folder.file("story.txt", "A story.")
            let modes = unsafe (chmod(folder.path, 0o777), chmod(folder.path("story.txt"), 0o600))
            try #require(modes == (0, 0))
            try #require(seteuid(65_534) == 0)
            defer { seteuid(0) }
            guard case .file(let incoming) = try Self.read("story.txt", in: folder.path) else { exit(1) }
            guard incoming.content == .refused(.unreadable) else { exit(2) }
        }
    }
}
