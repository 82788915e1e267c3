import ArgumentParser
import PledgedCore
import PledgedLog
import SystemPackage

/// `pledgectl log import`: makes a log of lines of JSON.
struct LogImportCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Make a log of the lines that 'log export' wrote.",
        discussion: """
            Reads the lines from FILE, or from the standard input, and writes them to a folder that holds no log yet. \
            Every hash is computed anew and must be the one that the line names. Exits with 1 where one is not, or the \
            folder cannot be written; remove it then.

            EXAMPLES
              zstd -dc log.ndjson.zst | pledgectl log import NEW
              pledgectl log import NEW log.ndjson
            """
    )

    @Argument(help: ArgumentHelp("The folder for the new log.", valueName: "folder"), completion: .directory)
    var folder: String
    @Argument(help: ArgumentHelp("The file with the lines.", valueName: "file"), completion: .file())
    var file: String?

    func run(on console: Console) async throws {
        let input = try file.map { try SourceFile.open($0) } ?? FileDescriptor.standardInput
        defer { if file != nil { SourceFile.close(input) } }
        let result = try onLog {
            var log = try LogImport(folder: folder)
            var (rest, number) = ([UInt8](), 0)
            while let chunk = try SourceFile.chunk(of: input, file ?? "standard input") {
                rest += chunk
                guard let end = rest.lastIndex(of: UInt8(ascii: "\n")) else { continue }
                for line in rest[..<end].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
                    number += 1
                    try log.add(line, number: number)
                }
                rest.removeSubrange(...end)
            }
            if !rest.isEmpty { try log.add(rest[...], number: number + 1) }
            return try log.finish()
        }
        try console.print(
            """
            imported \(Figures.count(Int(result.entries), "entry", "entries")), \
            \(Figures.grouped(result.end.offset)) events
              last hash \(result.lastHash)
            """
        )
    }
}
