import ArgumentParser

/// `pledgectl log`: works on the files of a log.
struct Log: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Work on a log's files; but for 'redact' without the daemon.",
        subcommands: [
            LogVerify.self, LogProve.self, LogCheck.self, LogKeyCommand.self, LogExportCommand.self,
            LogImportCommand.self, LogRepairCommand.self, LogRedact.self,
        ]
    )
}
