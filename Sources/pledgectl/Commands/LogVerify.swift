import ArgumentParser
import PledgedLog

/// `pledgectl log verify`: checks a log's files.
struct LogVerify: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check every entry of a log against the chain of hashes.",
        discussion: """
            Reads the files only, and works beside a running daemon as well. Whoever keeps the last hash printed here \
            can prove later that nothing before it was changed. Exits with 1 where the log is damaged or cannot be read.

            EXAMPLES
              pledgectl log verify /var/lib/pledged/log
              pledgectl log verify BACKUP --json | jq -r .lastHash
            """
    )

    @Argument(help: ArgumentHelp("The folder that holds the log.", valueName: "folder"), completion: .directory)
    var folder: String
    @Flag(help: "Print JSON instead of text for people.") var json = false

    func run(on console: Console) async throws {
        let report = try report()
        try console.write(json ? try JSONText.document(report) : LogWording.paragraph(report))
        if let damage = report.damage { throw Failure(.no, LogWording.advice(damage, in: report)) }
    }

    private func report() throws(Failure) -> LogReport {
        do throws(LogError) {
            return try LogVerifier.verify(folder: folder)
        } catch {
            throw Failure(.no, PlainText.line(error.message))
        }
    }
}
