import ArgumentParser
import PledgedCore
import PledgedLog

/// `pledgectl log prove`: proves that an event is in a log.
struct LogProve: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove",
        abstract: "Write a proof that an event is in a log, to be checked without the log.",
        discussion: """
            The proof holds the entry with the event, the path from it to a signed checkpoint, and the checkpoint. \
            'pledgectl log check' checks it, as sixty lines of Python do (in the documentation, under TamperEvidence). Of \
            an entry that words were taken out of, it proves what is left, and who took them. Exits with 1 where no checkpoint covers the event yet, or the log is damaged.

            EXAMPLES
              pledgectl log prove 41873 > 41873.proof
              pledgectl log prove 41873 BACKUP --output 41873.proof
            """
    )

    @Argument(help: ArgumentHelp("Of the event, as 'pledgectl subscribe' prints it.", valueName: "position"))
    var position: PositionArgument
    @OptionGroup var log: LogFolderArgument
    @Option(
        name: [.short, .long],
        help: ArgumentHelp("The file to write, instead of the output.", valueName: "file"),
        completion: .file()
    )
    var output: String?

    func run(on console: Console) async throws {
        let proof = try onLog { try ProofMaker.proof(of: position.position, folder: log.folder) }
        let json = try proof.json()
        guard let output else { return try console.write(String(decoding: json, as: UTF8.self)) }
        try OutputFile.write(Array(json), to: output)
        let checkpoint = proof.checkpoint
        let moment = Moments.moment(checkpoint.time)
        try console.print("proved by the checkpoint of \(moment), signed with \(checkpoint.key)")
    }
}

/// A position on the command line.
struct PositionArgument: ExpressibleByArgument, Hashable, Sendable {
    let position: LogPosition

    init?(argument: String) {
        guard let position = LogPosition(parsing: argument) else { return nil }
        self.position = position
    }
}
