import Foundation
import PledgedCore
import PledgedTesting
import SystemPackage
import Testing

@testable import PledgedIntake

@Suite struct `Outcome folder` {
    private let root: TemporaryFolder
    private let drop: Folder
    private let outcomes: OutcomeFolder
    private let accepted = Outcome(kind: .accepted, reason: nil, sentence: "It was read.", article: nil)

    init() throws {
        root = try TemporaryFolder()
        drop = try Folder(path: root.folder("drop"))
        outcomes = try OutcomeFolder(path: root.path("a/b/outcomes"), dropFolder: root.path("drop"))
    }

    private func dropped(_ name: EntryName, _ text: String) throws -> DroppedFile {
        try root.file("drop/\(name)", text)
        return try drop.status(of: name).droppedFile(named: name)
    }

    private func dispose(_ name: EntryName, of file: DroppedFile) throws -> OutcomeFolder.Disposal {
        try outcomes.dispose(name, of: file, outcome: accepted, from: drop, progress: {})
    }

    @Test func `is made with all that is missing above it`() throws {
        let made = try FileManager.default.contentsOfDirectory(atPath: root.path("a/b/outcomes")).sorted()
        #expect(made == ["accepted", "duplicate", "rejected"])
    }

    @Test func `is made again where somebody removed it`() throws {
        let file = try dropped("story.txt", "A story.")
        try FileManager.default.removeItem(atPath: root.path("a"))
        #expect(try dispose("story.txt", of: file) == .moved("story.txt"))
        #expect(FileManager.default.fileExists(atPath: root.path("a/b/outcomes/accepted/story.txt")))
    }

    @Test func `takes nothing but the drop whose outcome it is`() throws {
        let file = try dropped("story.txt", "A story.")
        _ = try dropped("story.txt", "Another story.")
        #expect(try dispose("story.txt", of: file) == .replaced)
        try FileManager.default.removeItem(atPath: root.path("drop/story.txt"))
        #expect(try dispose("story.txt", of: file) == .gone)
    }

    @Test func `a hundred files of one name find their places`() throws {
        for number in 1...100 {
            guard case .moved = try dispose("story.txt", of: dropped("story.txt", "Story \(number).")) else {
                Issue.record("not moved")
                return
            }
        }
        let folder = root.path("a/b/outcomes/accepted")
        #expect(FileManager.default.fileExists(atPath: "\(folder)/story-100.txt"))
        let texts = try FileManager.default.contentsOfDirectory(atPath: folder)
            .map { try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) }
        #expect(Set(texts) == Set((1...100).map { "Story \($0)." }))
    }

    @Test func `puts back beside what came meanwhile`() throws {
        try root.file("a/b/outcomes/accepted/story.txt", "Moved by mistake.")
        try root.file("drop/story.txt", "Came meanwhile.")
        try outcomes.folder(of: .accepted).putBack("story.txt", to: drop, as: "story.txt")
        #expect(try String(contentsOfFile: root.path("drop/story.txt"), encoding: .utf8) == "Came meanwhile.")
        #expect(try String(contentsOfFile: root.path("drop/story-2.txt"), encoding: .utf8) == "Moved by mistake.")
    }

    @Test func `copies what cannot be renamed, beside a name that is taken`() throws {
        try root.file("a/b/outcomes/accepted/story.txt", "There before.")
        _ = try dropped("story.txt", String(repeating: "A long story. ", count: 50_000))
        let (target, status) = (try outcomes.folder(of: .accepted), try drop.status(of: "story.txt"))
        #expect(try !drop.copy("story.txt", status, to: target, as: "story.txt", progress: {}))
        var steps = 0
        #expect(try drop.copy("story.txt", status, to: target, as: "story-2.txt", progress: { steps += 1 }))
        #expect(steps == 3)
        #expect(try drop.statusIfPresent(of: "story.txt") == nil)
        let copy = try target.status(of: "story-2.txt")
        #expect(copy.size == 700_000 && copy.modified == status.modified)
        #expect(try FileManager.default.contentsOfDirectory(atPath: root.path("a/b/outcomes/accepted")).count == 2)
    }

    @Test func `a path that is not absolute is refused`() {
        #expect(throws: IntakeError.notAbsolute(path: "outcomes")) {
            try OutcomeFolder(path: "outcomes", dropFolder: "/drop")
        }
    }

    @Test func `a folder that cannot be made is told with its cause`() throws {
        let path = try root.file("file", "No folder.") + "/outcomes"
        #expect(throws: IntakeError.outcomeFolderUnusable(path: path, cause: .notDirectory)) {
            try OutcomeFolder(path: path, dropFolder: "/drop")
        }
    }

    @Test func `a reason is whole from the moment that it is there`() throws {
        let rejected = Outcome(kind: .rejected, reason: .empty, sentence: "The file holds no text.", article: nil)
        let folder = root.path("a/b/outcomes/rejected")
        // What a crash in the midst of writing left.
        try root.file("a/b/outcomes/rejected/.pledged-reason", "emp")
        try outcomes.explain("story.txt", outcome: rejected)
        let reason = "\(folder)/story.txt.reason"
        #expect(try String(contentsOfFile: reason, encoding: .utf8) == "empty\nThe file holds no text.\n")
        let status = try Folder(path: folder).status(of: "story.txt.reason")
        #expect(status.kind == .regular && status.links == 1)
        #expect(throws: Errno.fileExists) { try outcomes.explain("story.txt", outcome: accepted) }
        #expect(try String(contentsOfFile: reason, encoding: .utf8) == "empty\nThe file holds no text.\n")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["story.txt.reason"])
    }

    @Test func `nobody who looks meanwhile finds an empty reason`() async throws {
        let rejected = Outcome(kind: .rejected, reason: .empty, sentence: "The file holds no text.", article: nil)
        let folder = root.path("a/b/outcomes/rejected")
        async let sizes = sizesOfReasons(in: folder, until: 300)
        for number in 1...300 { try outcomes.explain(EntryName("\(number)"), outcome: rejected) }
        let seen = try await sizes
        #expect(seen.count == 300 && !seen.contains(0))
    }

    /// What a reader sees who lists the folder again and again, until so many reasons are there or a minute is over.
    @concurrent
    private func sizesOfReasons(in path: String, until count: Int) async throws -> [Int64] {
        var sizes: [String: Int64] = [:]
        let deadline = ContinuousClock.now + .seconds(60)
        while sizes.count < count, ContinuousClock.now < deadline {
            for name in try FileManager.default.contentsOfDirectory(atPath: path)
            where name.hasSuffix(".reason") && sizes[name] == nil {
                sizes[name] = try Folder(path: path).status(of: EntryName(name)).size
            }
        }
        return Array(sizes.values)
    }
}
