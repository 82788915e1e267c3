import Foundation
import PledgedExtraction
import PledgedRules
import PledgedTesting
import Testing

struct RuleFolderTests {
    @Test func `files come in the order of their names, and what is no rule is passed over`() throws {
        let folder = try TemporaryFolder()
        for name in ["b.rules", "a.lexicon", ".b.rules.swp", "b.rules~", "README.md"] {
            try folder.file(name, "[title]\n")
        }
        #expect(try RuleFolder.files(in: folder.path).map(\.name) == ["a.lexicon", "b.rules"])
    }

    @Test func `a folder that is not there, and a folder in the folder, are refused by name`() throws {
        let folder = try TemporaryFolder()
        let missing = #expect(throws: RuleFolderError.self) { try RuleFolder.files(in: "\(folder.path)/rules") }
        #expect(missing?.path == "\(folder.path)/rules")
        try FileManager.default.createDirectory(atPath: "\(folder.path)/more.rules", withIntermediateDirectories: false)
        let nested = #expect(throws: RuleFolderError.self) { try RuleFolder.files(in: folder.path) }
        #expect(nested?.path == "\(folder.path)/more.rules")
    }

    @Test func `more bytes than are read are refused, in one file or in several`() throws {
        let folder = try TemporaryFolder()
        try folder.file("a.rules", String(repeating: "#", count: RuleFile.bytesMax))
        #expect(try RuleFolder.files(in: folder.path).count == 1)
        try folder.file("b.rules", "#")
        let error = #expect(throws: RuleFolderError.self) { try RuleFolder.files(in: folder.path) }
        #expect(error?.path == "\(folder.path)/b.rules")
    }

    @Test func `more files than are read are refused`() throws {
        let folder = try TemporaryFolder()
        for number in 0...RuleFile.countMax { try folder.file("\(number).rules", "") }
        #expect(throws: RuleFolderError.self) { try RuleFolder.files(in: folder.path) }
    }

    /// The examples that come with the program load, and find what they say.
    @Test func `the examples load`() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let files = try RuleFolder.files(in: root.appendingPathComponent("Config/rules").path)
        #expect(Set(files.map(\.name)).count == 5)
        #expect(Reader.problems(in: files).map(\.description) == [])
    }
}
