import ArgumentParser
import PledgedLog

/// The folder of a log.
struct LogFolderArgument: ParsableArguments {
    @Argument(help: ArgumentHelp("The folder that holds the log.", valueName: "folder"), completion: .directory)
    var folder = "/var/lib/pledged/log"
}

/// Does what may fail with the log's own error.
func onLog<Result>(_ work: () throws -> Result) throws -> Result {
    do {
        return try work()
    } catch let error as LogError {
        throw Failure(.no, PlainText.line(error.message))
    }
}
