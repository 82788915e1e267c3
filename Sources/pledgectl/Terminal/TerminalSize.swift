import FoundationEssentials
import Glibc
import SystemPackage

/// How wide the terminal is that an output goes to.
enum TerminalSize {
    static let columnsDefault = 80

    /// Columns of the terminal behind `output`: what it says itself, else `COLUMNS`, else 80.
    ///
    /// Nil where `output` is no terminal: a program or a file has no margin.
    static func columns(of output: FileDescriptor) -> Int? {
        guard isatty(output.rawValue) == 1 else { return nil }
        return columns(reported: reportedColumns(of: output), environment: ProcessInfo.processInfo.environment)
    }

    /// Decides between what a terminal reports (0 where it does not know) and the environment.
    static func columns(reported: Int, environment: [String: String]) -> Int {
        if reported > 0 { return reported }
        if let text = environment["COLUMNS"], let columns = Int(text), columns > 0 { return columns }
        return columnsDefault
    }

    private static func reportedColumns(of output: FileDescriptor) -> Int {
        var size = winsize()
        let status = unsafe ioctl(output.rawValue, UInt(TIOCGWINSZ), &size)
        return status == 0 ? Int(size.ws_col) : 0
    }
}

/// Makes a write to a closed pipe an error that can be caught, instead of the end of the process.
func ignoreBrokenPipes() {
    _ = signal(SIGPIPE, SIG_IGN)
}
