import ArgumentParser
import PledgedLog

/// `pledgectl log verify`: checks a log's files.
struct LogVerify: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check every entry of a log against the chain of hashes, and every checkpoint.",
        discussion: """
            Reads the files only, and works beside a running daemon as well. Whoever keeps the last hash printed here, \
            or a copy of the file 'checkpoints', can prove later that nothing before it was changed or cut off. Exits \
            with 1 where the log is damaged, a checkpoint does not hold, or a file cannot be read.

            EXAMPLES
              pledgectl log verify
              pledgectl log verify --key log.key.pub
              pledgectl log verify --checkpoint kept-elsewhere BACKUP
              pledgectl log verify BACKUP --json | jq -r .lastHash
            """
    )

    @OptionGroup var log: LogFolderArgument
    @Option(
        help: ArgumentHelp(
            "The public key with which each checkpoint must be signed, as a file or 64 digits; several for several.",
            valueName: "key"
        ),
        completion: .file()
    )
    var key: [String] = []
    @Option(
        help: ArgumentHelp(
            "A file with checkpoints that were kept elsewhere, which must hold as well.",
            valueName: "file"
        ),
        completion: .file()
    )
    var checkpoint: [String] = []
    @Flag(help: "Print JSON instead of text for people.") var json = false

    func run(on console: Console) async throws {
        let keys = try key.map { try PublicKeyArgument.key($0) }
        let report = try onLog {
            let kept = try checkpoint.flatMap { path in
                try CheckpointFile.checkpoints(in: try SourceFile.bytes(of: path), path: path)
            }
            return try LogVerifier.verify(folder: log.folder, kept: kept, keys: keys)
        }
        try console.write(json ? try JSONText.document(report) : LogWording.paragraph(report))
        if let damage = report.damage { throw Failure(.no, LogWording.advice(damage, in: report)) }
        if let fault = report.checkpointFault { throw Failure(.no, LogWording.advice(onCheckpoint: fault)) }
    }
}
