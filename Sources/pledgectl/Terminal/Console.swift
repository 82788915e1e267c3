import FoundationEssentials
import SystemPackage

/// Where a command prints: its answer, and what went wrong.
struct Console: Sendable {
    /// Why the output takes no more.
    enum PrintError: Error {
        /// Whoever read it has closed it.
        case readerGone
        case unwritable(Errno)
    }

    let output: FileDescriptor
    let errors: FileDescriptor
    /// Columns to fit tables into; nil for no limit.
    let width: Int?
    /// Whether the process's signals are meant for whoever prints here.
    var takesSignals = false
    /// Whether the output is a terminal that shows colours.
    var isColored = false

    var palette: Palette { Palette(isColored: isColored) }

    static var standard: Console {
        ignoreBrokenPipes()
        let width = TerminalSize.columns(of: .standardOutput)
        return Console(
            output: .standardOutput,
            errors: .standardError,
            width: width,
            takesSignals: true,
            isColored: Palette.isWanted(onTerminal: width != nil, environment: ProcessInfo.processInfo.environment)
        )
    }

    /// Writes `text` and a line end to the output at once; nothing is kept back.
    ///
    func print(_ text: String) throws(PrintError) { try write(text + "\n") }

    /// Writes `text` to the output as it is.
    func write(_ text: String) throws(PrintError) { try write(bytes: Array(text.utf8)) }

    /// Writes `bytes` to the output as they are.
    func write(bytes: [UInt8]) throws(PrintError) {
        do {
            try output.writeAll(bytes)
        } catch Errno.brokenPipe {
            throw .readerGone
        } catch {
            throw .unwritable(error as? Errno ?? .ioError)
        }
    }

    /// Tells the user something that is not part of the answer.
    func remark(_ text: String) {
        do {
            try errors.writeAll(Array((text + "\n").utf8))
        } catch {
            // Nobody is left to tell: the exit status still says how it ended.
        }
    }

    /// Says why the command fails and returns the status to exit with.
    func report(_ failure: Failure) -> Ending {
        if let message = failure.message { remark(message.hasPrefix("Error: ") ? message : "pledgectl: \(message)") }
        return failure.status
    }

    /// Says why the output takes no more, where that is a failure, and returns the status to exit with.
    func report(_ error: PrintError) -> Ending {
        switch error {
        case .readerGone: .done
        case .unwritable(let errno):
            report(Failure(.no, "Cannot write the output: \(errno). Free space there, or send it elsewhere."))
        }
    }
}
