import Foundation
import PledgedTesting
import SystemPackage
import Testing

@testable import pledgectl

/// `pledgectl extract --explain` and `--rules`, and `pledgectl rules check`.
@Suite struct ExplainTests {
    private let folder: TemporaryFolder
    private let story: String

    init() throws {
        folder = try TemporaryFolder()
        let text = "OSLO, July 10, 2024 - Norway pledged on Tuesday to build 120 schools by 2030.\n"
        story = try folder.file("story.txt", text)
    }

    private func rules(_ sentence: String = "Ireland ringfenced 40 million euros for flood defences.") throws -> String
    {
        let path = try folder.folder("rules")
        try folder.file(
            "rules/own.rules",
            """
            rule ring-fence
                says    A party sets a sum aside.
                kind    commitment
                cue     ~ringfence [amount]
                +       \(sentence)
                -       Ireland ringfenced the budget.
            """
        )
        return path
    }

    @Test func `tells for a pledge the rule, the words of each field, and the confidence`() async throws {
        let capture = try ConsoleCapture()
        #expect(await capture.run("extract", "--explain", story) == .done)
        let lines = try capture.output.split(separator: "\n").map(String.init)
        #expect(lines.contains("pledge 1  commitment  93 %"))
        #expect(lines.contains("  “pledged on Tuesday to build 120 schools by 2030”"))
        #expect(lines.contains { $0.hasPrefix("  rule        pledge-to (commitment.rules, line ") })
        for start in ["  by          A1 Norway  “Norway”", "  quantity    120 schools  “120 schools”"] {
            #expect(lines.contains { $0.hasPrefix(start) }, "\(start)")
        }
        #expect(lines.contains { $0.hasPrefix("  deadline    2030  “by 2030”  A date that bounds the act") })
        #expect(try !capture.output.contains("\u{1B}"))
    }

    @Test func `is in colour where the console is, and ends each colour`() async throws {
        let path = folder.path("output")
        let options: FileDescriptor.OpenOptions = [.create, .append]
        let output = try FileDescriptor.open(FilePath(path), .writeOnly, options: options, permissions: .ownerReadWrite)
        let console = Console(output: output, errors: output, width: 80, isColored: true)
        #expect(await Program.run(["extract", "--explain", story], on: console) == .done)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.contains("“\u{1B}[35mpledged on Tuesday to\u{1B}[0m build 120 schools by 2030”"))
        #expect(text.contains("\u{1B}[32m93 %\u{1B}[0m"))
        #expect(text.split(separator: "\u{1B}[", omittingEmptySubsequences: false).count % 2 == 1)
    }

    @Test(arguments: [
        (true, [:], true), (true, ["NO_COLOR": ""], true), (true, ["NO_COLOR": "1"], false),
        (true, ["TERM": "dumb"], false), (false, ["TERM": "xterm"], false),
    ])
    func `colours are for terminals whose user wants them`(
        isTerminal: Bool,
        environment: [String: String],
        isWanted: Bool
    ) {
        #expect(Palette.isWanted(onTerminal: isTerminal, environment: environment) == isWanted)
    }

    @Test func `as JSON each fact stands beside its explanation`() async throws {
        let (plain, explained) = (try ConsoleCapture(), try ConsoleCapture())
        #expect(await plain.run("extract", story) == .done)
        #expect(await explained.run("extract", "--explain", "--json", story) == .done)
        func facts(_ json: String) throws -> NSArray {
            let record = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
            return try #require(record["pledges"] as? NSArray)
        }
        let pairs = try #require(try facts(explained.output) as? [[String: Any]])
        #expect(try pairs.compactMap { $0["fact"] } as NSArray == facts(plain.output))
        let explanation = try #require(pairs.first?["explanation"] as? [String: Any])
        #expect((explanation["source"] as? [String: Any])?["name"] as? String == "pledge-to")
        #expect((explanation["fields"] as? [[String: Any]])?.first?["name"] as? String == "kind")
    }

    @Test func `text for people does not go into a folder`() async throws {
        let capture = try ConsoleCapture()
        #expect(await capture.run("extract", "--explain", "--output", folder.path("out"), story) == .usage)
        #expect(await capture.run("extract", "--explain", "--json", "--output", folder.path("out"), story) == .done)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("out")) == ["story.json"])
    }

    // MARK: Rules

    @Test func `reads by rules of the user's own`() async throws {
        let capture = try ConsoleCapture()
        let text = "OSLO, July 10, 2024 - Norway ringfenced 3 million euros for schools.\n"
        let own = try folder.file("own.txt", text)
        #expect(await capture.run("extract", "--rules", try rules(), "--explain", own) == .done)
        #expect(try capture.output.contains("ring-fence (own.rules, line 4)"))
        #expect(try capture.output.contains("3000000 EUR"))
    }

    @Test func `rules that do not hold are refused, with file and line`() async throws {
        let folder = try rules("Ireland spent 40 million euros.")
        let extract = try ConsoleCapture()
        #expect(await extract.run("extract", "--rules", folder, story) == .no)
        #expect(try extract.errors.hasPrefix("pledgectl: \(folder)/own.rules:5: The rule 'ring-fence' finds no pledge"))
        let check = try ConsoleCapture()
        #expect(await check.run("rules", "check", folder) == .no)
        #expect(try check.output.hasPrefix("\(folder)/own.rules:5: The rule"))
        let json = try ConsoleCapture()
        #expect(await json.run("rules", "check", folder, "--json") == .no)
        let report = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        #expect((report?["problems"] as? [[String: Any]])?.first?["line"] as? Int == 5)
    }

    @Test func `rules that hold are said to, and a folder that is not there is not`() async throws {
        let capture = try ConsoleCapture()
        #expect(await capture.run("rules", "check", try rules()) == .done)
        #expect(try capture.output.hasPrefix("1 file holds, with 1 rule: reader rules-5+"))
        #expect(await capture.run("rules", "check", folder.path("none")) == .no)
        #expect(try capture.errors.contains("'\(folder.path("none"))': The folder cannot be read"))
    }
}
