import PledgedTesting
import Testing

@testable import pledgectl

@Suite struct ProgramTests {
    @Test(arguments: [
        ["nonsense"], ["pledges", "--due-before", "2024-13-01"], ["pledges", "--kind", "wish"],
        ["actors", "--limit", "0"],
        ["actors", "--limit", "1001"], ["actors", "--offset", "-1"], ["subscribe", "--count", "0"],
        ["subscribe", "--type", "article.lost"], ["subscribe", "--after", "x"], ["drop"], ["drop", ".hidden"],
        ["drop", "--timeout", "0", "a.txt"], ["extract"], ["extract", "--output", "o", "a/x.txt", "b/x.html"],
        ["why"], ["search"], ["log", "verify", "a", "b"], ["timeline", "--from", "July"],
        ["pledges", "--article", "1a2b"],
        ["status", "--socket", ""], ["log", "prove"], ["log", "prove", "x"], ["log", "check", "p"], ["log", "key"],
        ["log", "import"], ["log", "repair"], ["log", "export", "a", "b"], ["views", "retry", "now"],
    ])
    func `exits with 2 where the command line is wrong, and says what is`(arguments: [String]) async throws {
        let capture = try ConsoleCapture()
        #expect(await Program.run(arguments, on: capture.console) == .usage)
        #expect(try capture.output == "")
        #expect(try !capture.errors.isEmpty)
    }

    @Test(arguments: [
        [], ["drop"], ["extract"], ["subscribe"], ["actors"], ["pledges"], ["timeline"], ["articles"], ["search"],
        ["why"], ["status"], ["rebuild"], ["verify"], ["log"], ["log", "verify"], ["log", "prove"],
        ["log", "check"], ["log", "key"], ["log", "export"], ["log", "import"], ["log", "repair"], ["views", "retry"],
    ])
    func `prints help that fits a terminal, and exits with 0`(command: [String]) async throws {
        let capture = try ConsoleCapture()
        #expect(await Program.run(command + ["--help"], on: capture.console) == .done)
        let help = try capture.output
        #expect(help.hasPrefix("OVERVIEW: "))
        #expect(try capture.errors == "")
        for line in help.split(separator: "\n") where !line.hasPrefix("USAGE:") {
            #expect(line.count <= 80)
        }
    }

    @Test func `tells the exit codes in its help`() async throws {
        let capture = try ConsoleCapture()
        _ = await capture.run("--help")
        for code in ["  0  done", "  1  the answer is no", "  2  the command", "  3  the daemon", "  4  the daemon"] {
            #expect(try capture.output.contains(code))
        }
    }

    @Test(arguments: ["status", "actors", "pledges", "timeline", "articles", "rebuild", "verify", "subscribe"])
    func `exits with 3 where there is no daemon, and says what to do`(command: String) async throws {
        let folder = try TemporaryFolder()
        let capture = try ConsoleCapture()
        #expect(await capture.run(command, "--socket", folder.path("no.sock")) == .unreachable)
        #expect(try capture.output == "")
        #expect(try capture.errors.contains("there is no such socket. Start the daemon"))
        #expect(try capture.errors.contains("no.sock"))
    }

    @Test func `exits with 3 where a file is in the socket's place`() async throws {
        let folder = try TemporaryFolder()
        let capture = try ConsoleCapture()
        #expect(await capture.run("status", "--socket", try folder.file("plain", "")) == .unreachable)
        #expect(try capture.errors.contains("plain"))
    }
}
