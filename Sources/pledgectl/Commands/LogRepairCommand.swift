import ArgumentParser
import PledgedCore
import PledgedLog

/// `pledgectl log repair`: mends a log with a copy of it.
struct LogRepairCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "repair",
        abstract: "Mend a damaged log with what a copy of it still has.",
        discussion: """
            Writes every file of the log anew that is damaged or missing, or ends before the copy does. Entries come \
            from the log itself where they follow from the one before, and from the copy otherwise, which may be older, \
            or damaged elsewhere; an entry that does not fit the chain is never taken. Damaged files are kept as \
            NAME.damaged-1 beside the new ones. Nothing is changed where neither has what is missing. Stop the daemon \
            first. Exits with 1 where the log could not be mended.

            EXAMPLES
              pledgectl log repair --from /backup/pledged/log
              pledgectl log repair /srv/pledged/log --from /backup/pledged/log
            """
    )

    @OptionGroup var log: LogFolderArgument
    @Option(help: ArgumentHelp("The folder with the copy.", valueName: "folder"), completion: .directory)
    var from: String

    func run(on console: Console) async throws {
        let result = try onLog { try LogRepair.run(folder: log.folder, from: from) }
        try console.write(Self.text(of: result))
    }

    private static func text(of result: LogRepair.Result) -> String {
        if result.replacements.isEmpty { return "nothing to mend: the log is whole, and the copy has no more\n" }
        var lines = ["mended: \(Figures.count(result.replacements.count, "file")) written anew"]
        for replacement in result.replacements {
            lines.append("  \(PlainText.name(replacement.file))")
            lines.append("    from the copy  \(Figures.count(replacement.entries, "entry", "entries"))")
            if let kept = replacement.keptIn { lines.append("    was kept as    \(PlainText.name(kept))") }
        }
        lines.append("  events    \(Figures.grouped(result.end.offset))")
        lines.append("  last hash \(result.lastHash)")
        return lines.map { $0 + "\n" }.joined()
    }
}
