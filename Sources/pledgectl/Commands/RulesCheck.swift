import ArgumentParser
import PledgedExtraction

/// `pledgectl rules check`: says whether a folder of rules holds.
struct RulesCheck: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say whether a folder of rules holds, and where not.",
        discussion: """
            Loads the files and reads the sentences that every rule brings along. Prints one line for each mistake, \
            'FILE:LINE: reason', and exits with 1; or else what the files add, and the version of the reader that they \
            make.

            EXAMPLES
              pledgectl rules check /etc/pledged/rules
              pledgectl rules check rules --json | jq -r '.problems[].reason'
            """
    )

    @Argument(help: ArgumentHelp("The folder that holds the files.", valueName: "folder"), completion: .directory)
    var folder: String
    @Flag(help: "Print JSON instead of text for people.") var json = false

    func run(on console: Console) async throws {
        let files = try RulesOption.files(in: folder)
        let problems = Reader.problems(in: files)
        let reader = problems.isEmpty ? try Reader(adding: files) : nil
        let report = RulesReport(files: files.map(\.name), problems: problems, reader: reader)
        try console.write(json ? try JSONText.document(report) : text(of: report))
        if !problems.isEmpty { throw Failure(.no, nil) }
    }

    private func text(of report: RulesReport) -> String {
        guard let reader = report.reader else {
            return report.problems.map { RuleWording.line($0.error, in: folder) + "\n" }.joined()
        }
        let files = Figures.count(report.files.count, "file") + (report.files.count == 1 ? " holds" : " hold")
        return "\(files), with \(Figures.count(report.rules, "rule")): reader \(PlainText.line(reader))\n"
    }
}
