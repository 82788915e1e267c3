import Foundation
import PledgedTesting
import Testing

@testable import PledgedDaemon

@Suite struct DaemonConfigurationTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func load(
        _ yaml: String? = nil,
        environment: [String: String] = [:],
        arguments: [String] = []
    ) async throws -> DaemonConfiguration {
        let path = try yaml.map { try folder.file("pledged.yaml", $0) }
        return try await DaemonConfiguration(path: path, environment: environment, arguments: arguments)
    }

    @Test func `has a default for everything`() async throws {
        let configuration = try await load()
        #expect(configuration.dropFolder == "/var/lib/pledged/drop")
        #expect(configuration.settle == .milliseconds(200))
        #expect(configuration.socketGroup == nil)
        #expect(configuration.keepsFiles == false)
        #expect(configuration.rulesFolder == nil)
        #expect(configuration.adminSocketPath == "/run/pledged/pledged-admin.sock")
    }

    @Test func `lets a flag win over the environment, and that over the file`() async throws {
        let yaml = "drop:\n  folder: /file\n  batch-max: 5\n  settle-milliseconds: 300\n  skip: [.bak, .old]\n"
        let configuration = try await load(
            yaml,
            environment: ["PLEDGED_DROP_FOLDER": "/environment", "PLEDGED_DROP_BATCH_MAX": "6"],
            arguments: ["--drop-folder", "/flag"]
        )
        #expect(configuration.dropFolder == "/flag")
        #expect(configuration.batchMax == 6)
        #expect(configuration.settle == .milliseconds(300))
        #expect(configuration.skippedEndings == [".bak", ".old"])
        #expect(try await load(arguments: ["--drop-batch-max=7"]).batchMax == 7)
    }

    @Test(arguments: [
        ("drop:\n  foldr: /x\n", ":2", "'drop.folder'"),
        ("drop:\n  folder: /x\n  settle-milliseconds: soon\n", ":3", "whole number of milliseconds"),
        ("reader:\n  rules: rules\n", ":2", "absolute path"),
        ("drop:\n  batch-max: 0\n", ":2", "outside 1 to 1024"),
        ("drop:\n  folder: relative\n", ":2", "absolute path"),
        ("\ndrop:\n  after: burn\n", ":3", "none of move, keep"),
        ("drop: /x\n", ":1", "group of keys"),
        ("drop:\n  skip: x\n", ":2", "list"),
        ("dorp:\n  folder: /x\n", ":1", "Did you mean 'drop."),
        ("drop: [\n", "", "not YAML"),
        ("- a\n", ":1", "group of keys"),
        ("drop:\n  folder: /x\n  folder: /y\n", "", "not YAML"),
    ])
    func `names file, line and cure of a mistake`(yaml: String, place: String, words: String) async throws {
        let error = await #expect(throws: ConfigurationError.self) { try await load(yaml) }
        #expect(error?.place == folder.path("pledged.yaml") + place)
        #expect(error?.sentence.contains(words) == true, "\(error?.sentence ?? "")")
    }

    @Test func `names the variable or flag of a mistake`() async throws {
        let variable = await #expect(throws: ConfigurationError.self) {
            try await load(environment: ["PLEDGED_DROP_FOLDR": "/x"])
        }
        #expect(variable?.description.contains("Did you mean 'PLEDGED_DROP_FOLDER'?") == true)
        let flag = await #expect(throws: ConfigurationError.self) { try await load(arguments: ["--drop-foldr", "/x"]) }
        #expect(flag?.description.contains("Did you mean '--drop-folder'?") == true)
        let value = await #expect(throws: ConfigurationError.self) { try await load(arguments: ["--drop-batch-max"]) }
        #expect(value?.description.contains("A value is missing") == true)
        let missing = await #expect(throws: ConfigurationError.self) {
            try await DaemonConfiguration(path: folder.path("none.yaml"), environment: [:], arguments: [])
        }
        #expect(missing?.description.contains("Check the path") == true)
    }

    @Test func `a mistake in the rules is told by file and line`() async throws {
        let rules = try folder.folder("rules")
        let configuration = try await load(arguments: ["--reader-rules", rules, "--socket-admin", "/tmp/admin.sock"])
        #expect(configuration.adminSocketPath == "/tmp/admin.sock")
        let builtIn = try await load().checkRules()
        #expect(try configuration.checkRules() == builtIn)
        try folder.file("rules/titles.lexicon", "[title]\nquaestor\n")
        #expect(try configuration.checkRules() != builtIn)
        try folder.file("rules/own.rules", "# none\nrule half\n  says Nothing.\n")
        let error = #expect(throws: ConfigurationError.self) { try configuration.checkRules() }
        #expect(error?.place == "\(rules)/own.rules:2")
        let missing = try await load(arguments: ["--reader-rules", folder.path("none")])
        #expect(throws: ConfigurationError.self) { try missing.checkRules() }
    }

    @Test func `accepts an empty file`() async throws {
        #expect(try await load("# nothing set\n") == load())
    }

    /// The default configuration in the repository: each key with type, unit, range and default, and true to them.
    @Test func `documents every key`() async throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: root.appendingPathComponent("Config/pledged.yaml"), encoding: .utf8)
        #expect(try await load(text) == load())
        for key in ConfigurationKey.all {
            #expect(text.contains("# \(key.purpose)\n"), "\(key.name)")
            let name = key.name.split(separator: ".")[1]
            #expect(text.contains("  # \(key.type); default \(key.standard)"), "\(key.name)")
            #expect(text.contains("\n  \(name): \(key.standard)\n"), "\(key.name)")
        }
    }

    @Test(arguments: ConfigurationKey.all)
    func `names a key that has changed, and no other`(key: ConfigurationKey) async throws {
        let value =
            switch key.kind {
            case .path, .optionalPath: "/elsewhere"
            case .text, .texts: "other"
            case .count(let range, _): "\(range.upperBound)"
            case .choice(let words): words.first { $0 != key.standard } ?? ""
            }
        let changed = try await load(arguments: [key.flag, value])
        #expect(changed.keys(changedFrom: try await load()) == [key])
        #expect(changed.keys(changedFrom: changed).isEmpty)
    }

    @Test func `names all that have changed, in the order of the file`() async throws {
        let new = try await load("socket:\n  group: readers\ndrop:\n  batch-max: 5\nlogging:\n  level: debug\n")
        let changed = new.keys(changedFrom: try await load())
        #expect(changed.map(\.name) == ["drop.batch-max", "socket.group", "logging.level"])
        #expect(changed.filter { !$0.isReloadable }.map(\.name) == ["drop.batch-max", "socket.group"])
    }
}
