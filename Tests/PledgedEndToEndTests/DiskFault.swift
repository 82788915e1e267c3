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
    /// Which of the calls fail, as strace(1) has it.
    let when: String
    /// What the daemon says.
    let says: String

    var testDescription: String { "\(error) from \(call) (\(when)) on \(path ?? "any file"): \(effect)" }

    /// The one that begins where the log ends.
    private static let nextSegment = "next segment"

    static let whileRunning = [
        DiskFault("fdatasync", "EIO", on: log, .ends, "make appended entries durable"),
        DiskFault("fdatasync", "ENOSPC", on: log, .ends, "make appended entries durable"),
        DiskFault("pwrite64", "EIO", on: log, .ends, "append to"),
        // A file system that has turned read-only, as ext4 does by itself.
        DiskFault("pwrite64", "EROFS", on: log, .ends, "append to"),
        DiskFault("pwrite64", "ENOSPC", on: log, .waits, "paused"),
        DiskFault("openat", "EIO", on: nextSegment, .ends, "begin the segment"),
        DiskFault("openat", "ENOSPC", on: nextSegment, .waits, "paused"),
        DiskFault("openat", "EMFILE", on: nextSegment, .waits, "paused"),
        DiskFault("fsync", "EIO", on: "state/log", .ends, "make the new segment"),
        DiskFault("renameat2", "EIO", on: nil, .waits, "Cannot move"),
        DiskFault("renameat2", "ENOSPC", on: nil, .waits, "Cannot move"),
        DiskFault("openat", "EIO", on: dropped, .waits, "Cannot read"),
        DiskFault("pwrite64", "EIO", on: viewsLog, .waits, "The disk fails under the views"),
        DiskFault("pwrite64", "ENOSPC", on: viewsLog, .waits, "No space is left for the views"),
    ]

    /// At the start, and for good.
    static let whileStarting = [
        DiskFault("openat", "EIO", on: log, .ends, "Cannot read"),
        DiskFault("fdatasync", "EIO", on: log, .ends, "Cannot make durable"),
        DiskFault("fsync", "EIO", on: "state/log", .ends, "Cannot make durable"),
        // The views are only a rendering: they are made again where that may help.
        DiskFault("pread64", "EIO", on: views, when: "1", .waits, "Views are rebuilt"),
        DiskFault("pread64", "EIO", on: views, .ends, "The disk fails under the views"),
        DiskFault("openat", "EIO", on: views, .ends, "Cannot open the views"),
        DiskFault("openat", "ENOSPC", on: viewsLog, .ends, "Cannot open the views"),
        DiskFault("pwrite64", "EIO", on: viewsLog, .ends, "The disk fails under the views"),
    ]

    /// Whether the next entry must begin a segment.
    var rolls: Bool { path == Self.nextSegment || path == "state/log" }
    /// The daemon's.
    var flags: [String] { rolls ? ["--log-segment-bytes", "65536"] : [] }

    /// The name by which the intake opens it in the drop folder.
    private static let dropped = "2.txt"
    private static let log = "state/log/00000000000000000000.log"
    private static let views = "state/views.sqlite.1"
    private static let viewsLog = "state/views.sqlite.1-wal"

    private init(
        _ call: String,
        _ error: String,
        on path: String?,
        when: String = "1+",
        _ effect: Effect,
        _ says: String
    ) {
        (self.call, self.error, self.path, self.when, self.effect, self.says) = (call, error, path, when, effect, says)
    }

    /// The arguments that have strace(1) bring it about for a log with that many events.
    func arguments(in folder: String, end: Int) -> [String] {
        let digits = "\(end)"
        let next = "state/log/\(String(repeating: "0", count: 20 - digits.count))\(digits).log"
        let filter: [String] =
            switch path {
            case nil: []
            case Self.dropped: ["-P", Self.dropped]
            case Self.nextSegment: ["-P", "\(folder)/\(next)"]
            case let path?: ["-P", "\(folder)/\(path)"]
            }
        return ["-f", "-qq", "-o", "\(folder)/strace.log", "-e", "trace=\(call)"] + filter
            + ["-e", "inject=\(call):error=\(error):when=\(when)"]
    }
}
