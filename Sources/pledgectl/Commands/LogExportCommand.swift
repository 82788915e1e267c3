import ArgumentParser
import PledgedLog

/// `pledgectl log export`: writes a log as lines of JSON.
struct LogExportCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a log as lines of JSON, one an entry.",
        discussion: """
            Each line is {"entry":…,"hash":"…"}: the entry as it stands in the log, and its hash there. The chain is \
            checked on the way. 'pledgectl log import' makes the same log of them, with the same hashes. Works beside a \
            running daemon. Exits with 1 where the log is damaged.

            EXAMPLES
              pledgectl log export | zstd > log.ndjson.zst
              pledgectl log export BACKUP | jq -r '.entry.events[].type' | sort | uniq -c
            """
    )

    @OptionGroup var log: LogFolderArgument

    func run(on console: Console) async throws {
        var buffer: [UInt8] = []
        _ = try onLog {
            try LogExport.run(folder: log.folder) { line in
                buffer += line
                if buffer.count >= Self.chunk { try flush(&buffer, to: console) }
            }
        }
        try flush(&buffer, to: console)
    }

    private static let chunk = 1 << 18

    private func flush(_ buffer: inout [UInt8], to console: Console) throws {
        try console.write(bytes: buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}
