import PledgedTesting
import Testing

@testable import pledgectl

@Suite struct DecisionTests {
    private let folder: TemporaryFolder
    private let capture: ConsoleCapture

    init() throws {
        folder = try TemporaryFolder()
        capture = try ConsoleCapture()
    }

    private func run(_ arguments: [String]) async throws -> Ending {
        try await SmallDaemon.run(in: folder) { _ in
            await Program.run(arguments + ["--admin-socket", folder.path("s-admin")], on: capture.console)
        }
    }

    @Test(arguments: [
        ("pledge resolve 7 --as broken", "decision=resolve&pledge=7&resolution=broken&reason=so"),
        ("pledge reopen 7", "decision=reopen&pledge=7&reason=so"),
        ("pledge dismiss 7", "decision=dismiss&pledge=7&reason=so"),
        ("pledge link 7 9", "decision=link&pledge=7&other=9&reason=so"),
        ("pledge unlink 7", "decision=unlink&pledge=7&reason=so"),
        ("actor merge 3 4", "decision=merge&actor=3&into=4&reason=so"),
        ("actor rename 3 Japan", "decision=rename&actor=3&name=Japan&reason=so"),
        ("actor separate 3", "decision=separate&actor=3&reason=so"),
    ])
    func `each decision is asked for as it was given`(line: String, asked: String) async throws {
        #expect(try await run(line.split(separator: " ").map(String.init) + ["--reason", "so"]) == .done)
        #expect(try capture.output == "\(asked) (position 41)\n")
        #expect(try capture.errors == "")
    }

    @Test func `programs get the daemon's words`() async throws {
        #expect(try await run(["pledge", "reopen", "7", "--reason", "so", "--json"]) == .done)
        #expect(try capture.output.contains(#""position" : 41"#))
    }

    @Test(arguments: [
        (["pledge", "resolve", "900", "--as", "broken", "--reason", "x"], "There is no pledge 900."),
        (["actor", "merge", "3", "3", "--reason", "x"], "Actor 3 is itself."),
        (["pledge", "dismiss", "7", "--reason", " "], "1 to 1000 bytes"),
        (["actor", "rename", "3", "", "--reason", "x"], "'name'"),
        (["actor", "rename", "3", "a\nb", "--reason", "x"], "control characters"),
        (["pledge", "dismiss", "7", "--reason", String(repeating: "x", count: 1001)], "1 to 1000 bytes"),
        (["pledge", "dismiss", "7"], "--reason"), (["pledge", "resolve", "7", "--reason", "x"], "--as"),
        (["pledge", "resolve", "7", "--as", "kept", "--reason", "x"], "kept"),
        (["pledge", "dismiss", "first", "--reason", "x"], "first"),
        (["actor", "merge", "0", "1", "--reason", "x"], "'0'"),
    ])
    func `what cannot be decided ends with 2 and says why`(arguments: [String], words: String) async throws {
        #expect(try await run(arguments) == .usage)
        #expect(try capture.errors.contains(words))
        #expect(try capture.output == "")
    }
}
