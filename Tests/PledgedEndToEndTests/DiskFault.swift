import Testing

/// A system call of the daemon that fails, and what the daemon has to do.
struct DiskFault: Sendable, CustomTestStringConvertible {
    enum Effect: Sendable {
        /// The daemon ends with status 1; its next start takes everything in.
        case ends
        /// Something waits, `/health` says so, and all goes on by itself when the fault is over.
        case waits
    }

    let call: String
    let error: String
    /// In the daemon's folder; nil for any.
    let path: String?
    let effect: Effect
    /// What the daemon says.
    let says: String

    var testDescription: String { "\(error) from \(call) on \(path ?? "any file"): \(effect)" }

    /// The one that begins where the log ends.
    private static let nextSegment = "next segment"

    static let whileRunning = [
        DiskFault("fdatasync", "EIO", on: log, .ends, "make appended entries durable"),
        DiskFault("fdatasync", "ENOSPC", on: log, .ends, "make appended entries durable"),
        DiskFault("pwrite64", "EIO", on: log, .ends, "append to"),
        DiskFault("pwrite64", "ENOSPC", on: log, .waits, "paused"),
        DiskFault("openat", "EIO", on: nextSegment, .ends, "begin the segment"),
        DiskFault("openat", "ENOSPC", on: nextSegment, .waits, "paused"),
        DiskFault("openat", "EMFILE", on: nextSegment, .waits, "paused"),
        DiskFault("fsync", "EIO", on: "state/log", .ends, "make the new segment"),
        DiskFault("renameat2", "EIO", on: nil, .waits, "Cannot move"),
        DiskFault("renameat2", "ENOSPC", on: nil, .waits, "Cannot move"),
        DiskFault("openat", "EIO", on: "drop/2.txt", .waits, "Cannot read"),
        DiskFault("pwrite64", "EIO", on: viewsLog, .waits, "The views cannot be written"),
        DiskFault("pwrite64", "ENOSPC", on: viewsLog, .waits, "The views cannot be written"),
    ]

    /// At the start, and for good.
    static let whileStarting = [
        DiskFault("openat", "EIO", on: log, .ends, "Cannot read"),
        DiskFault("fdatasync", "EIO", on: log, .ends, "Cannot make durable"),
        DiskFault("fsync", "EIO", on: "state/log", .ends, "Cannot make durable"),
        DiskFault("openat", "EIO", on: views, .ends, "views"),
        DiskFault("openat", "ENOSPC", on: viewsLog, .ends, "views"),
        DiskFault("pwrite64", "EIO", on: viewsLog, .ends, "views"),
        DiskFault("pwrite64", "ENOSPC", on: viewsLog, .ends, "views"),
    ]

    static let log = "state/log/00000000000000000000.log"
    private static let views = "state/views.sqlite.1"
    private static let viewsLog = "state/views.sqlite.1-wal"

    private init(_ call: String, _ error: String, on path: String?, _ effect: Effect, _ says: String) {
        (self.call, self.error, self.path, self.effect, self.says) = (call, error, path, effect, says)
    }

    /// The arguments that have strace(1) bring it about for a log with that many events.
    func arguments(in folder: String, end: Int) -> [String] {
        let digits = "\(end)"
        let next = "state/log/\(String(repeating: "0", count: 20 - digits.count))\(digits).log"
        let filter = path.map { ["-P", "\(folder)/\($0 == Self.nextSegment ? next : $0)"] } ?? []
        return ["-f", "-qq", "-o", "\(folder)/strace.log", "-e", "trace=\(call)"] + filter
            + ["-e", "inject=\(call):error=\(error):when=1+"]
    }
}
