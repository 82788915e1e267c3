import SystemPackage

/// Where a command prints: its answer, and what went wrong.
struct Console: Sendable {
    /// Whoever read the output has closed it.
    struct ReaderGone: Error {}

    let output: FileDescriptor
    let errors: FileDescriptor
    /// Columns to fit tables into; nil for no limit.
    let width: Int?

    static var standard: Console {
        ignoreBrokenPipes()
        return Console(output: .standardOutput, errors: .standardError, width: TerminalSize.columns(of: .standardOutput))
    }

    /// Writes `text` and a line end to the output at once; nothing is kept back.
    ///
    /// - Throws: ``ReaderGone``, or ``Failure`` where the output takes no more.
    func print(_ text: String) throws { try write(text + "\n") }

    /// Writes `text` to the output as it is.
    ///
    /// - Throws: ``ReaderGone``, or ``Failure`` where the output takes no more.
    func write(_ text: String) throws {
        do {
            try output.writeAll(Array(text.utf8))
        } catch Errno.brokenPipe {
            throw ReaderGone()
        } catch {
            throw Failure(.no, "Cannot write the output: \(error). Free space there, or send it elsewhere.")
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
    func report(_ failure: Failure) -> ExitStatus {
        if let message = failure.message { remark(message.hasPrefix("Error: ") ? message : "pledgectl: \(message)") }
        return failure.status
    }
}
