/// One thing that a user can set: in the YAML file as `drop.folder`, in the environment as `PLEDGED_DROP_FOLDER`, on
/// the command line as `--drop-folder`.
public struct ConfigurationKey: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// An absolute path.
        case path
        /// An absolute path, or nothing.
        case optionalPath
        case text
        /// Several texts; separated by commas in the environment and on the command line.
        case texts
        case count(ClosedRange<Int>, unit: String)
        case choice([String])
    }

    /// The group and the key in it: "drop.folder".
    public let name: String
    public let kind: Kind
    /// As it would be written in the file.
    public let standard: String
    /// Whether SIGHUP applies a new value to the running daemon.
    public let isReloadable: Bool
    /// One sentence.
    public let purpose: String

    init(_ name: String, _ kind: Kind, standard: String, isReloadable: Bool = false, _ purpose: String) {
        self.name = name
        self.kind = kind
        self.standard = standard
        self.isReloadable = isReloadable
        self.purpose = purpose
    }

    public var environmentName: String {
        "PLEDGED_" + name.uppercased().map { $0 == "." || $0 == "-" ? "_" : $0 }
    }

    public var flag: String { "--" + name.map { $0 == "." ? "-" : String($0) }.joined() }

    /// Type, unit and range in words: "count, milliseconds, 10 to 60000".
    public var type: String {
        switch kind {
        case .path: "absolute path"
        case .optionalPath: "absolute path, or empty"
        case .text: "text"
        case .texts: "list of texts"
        case .count(let range, let unit): "count, \(unit), \(range.lowerBound) to \(range.upperBound)"
        case .choice(let words): "one of " + words.joined(separator: ", ")
        }
    }

    /// What is wrong with `value` for this key; nil where nothing is.
    func complaint(about value: String) -> String? {
        switch kind {
        case .path:
            value.hasPrefix("/") && !value.utf8.contains(0) ? nil : "is not an absolute path"
        case .optionalPath:
            value.isEmpty || value.hasPrefix("/") && !value.utf8.contains(0) ? nil : "is not an absolute path"
        case .text, .texts: nil
        case .count(let range, let unit):
            switch Int(value) {
            case nil: "is not a whole number of \(unit)"
            case .some(let number) where !range.contains(number):
                "is outside \(range.lowerBound) to \(range.upperBound) \(unit)"
            case .some: nil
            }
        case .choice(let words):
            words.contains(value) ? nil : "is none of " + words.joined(separator: ", ")
        }
    }
}

extension ConfigurationKey {
    /// Every key there is, in the order of `Config/pledged.yaml`.
    public static let all: [ConfigurationKey] = [
        .dropFolder, .dropOutcomes, .dropAfter, .dropSettle, .dropRescan, .dropSizeMax, .dropBatchMax, .dropSkip,
        .readerRules, .logFolder, .logSegment, .logKey, .logCheckpoint, .logScrub, .logScrubRate,
        .viewsFile, .socketPath, .socketGroup, .socketAdmin, .socketKeepAlive,
        .socketStalled, .socketConnectionsMax, .loggingLevel,
    ]

    static let dropFolder = ConfigurationKey(
        "drop.folder",
        .path,
        standard: "/var/lib/pledged/drop",
        "The folder that is watched for articles."
    )
    static let dropOutcomes = ConfigurationKey(
        "drop.outcomes",
        .path,
        standard: "/var/lib/pledged/outcomes",
        "Where files go afterwards, into accepted/, duplicate/ and rejected/; outside the drop folder."
    )
    static let dropAfter = ConfigurationKey(
        "drop.after",
        .choice(["move", "keep"]),
        standard: "move",
        "Whether a file is moved away once its outcome is on disk, or kept where it is."
    )
    static let dropSettle = ConfigurationKey(
        "drop.settle-milliseconds",
        .count(10...60_000, unit: "milliseconds"),
        standard: "200",
        "How long a written file must be left alone before it counts as complete."
    )
    static let dropRescan = ConfigurationKey(
        "drop.rescan-seconds",
        .count(1...3600, unit: "seconds"),
        standard: "60",
        "How often the folder is looked through for files that no notice came for."
    )
    static let dropSizeMax = ConfigurationKey(
        "drop.size-bytes-max",
        .count(1024...67_108_864, unit: "bytes"),
        standard: "1048576",
        "The largest file that is read; larger ones are rejected."
    )
    static let dropBatchMax = ConfigurationKey(
        "drop.batch-max",
        .count(1...1024, unit: "files"),
        standard: "64",
        "How many files are made durable together at the most."
    )
    static let dropSkip = ConfigurationKey(
        "drop.skip",
        .texts,
        standard: "[]",
        "Endings of names to pass over, beside hidden, temporary and partial ones."
    )
    static let readerRules = ConfigurationKey(
        "reader.rules",
        .optionalPath,
        standard: "\"\"",
        isReloadable: true,
        "The folder with cues, words, names and units of your own, as in Config/rules; empty for none."
    )
    static let logFolder = ConfigurationKey(
        "log.folder",
        .path,
        standard: "/var/lib/pledged/log",
        "The append-only log, the one thing not to lose."
    )
    static let logSegment = ConfigurationKey(
        "log.segment-bytes",
        .count(65_536...1_073_741_824, unit: "bytes"),
        standard: "67108864",
        "At what size a file of the log is sealed and the next begun."
    )
    static let logKey = ConfigurationKey(
        "log.key",
        .optionalPath,
        standard: "\"\"",
        "The Ed25519 key that signs checkpoints ('pledgectl log key' makes one); empty for systemd's credential log.key."
    )
    static let logCheckpoint = ConfigurationKey(
        "log.checkpoint-seconds",
        .count(1...86_400, unit: "seconds"),
        standard: "3600",
        "How often a checkpoint is signed, where there is a key and the log has grown; one is when the daemon stops."
    )
    static let logScrub = ConfigurationKey(
        "log.scrub-seconds",
        .count(0...31_536_000, unit: "seconds"),
        standard: "604800",
        "How often all sealed files of the log are read again and checked, the first time at the start; 0 for never."
    )
    static let logScrubRate = ConfigurationKey(
        "log.scrub-bytes-per-second",
        .count(4096...10_737_418_240, unit: "bytes a second"),
        standard: "8388608",
        "How fast they are read at the most, so that nobody else waits for the disk."
    )
    static let viewsFile = ConfigurationKey(
        "views.file",
        .path,
        standard: "/var/lib/pledged/views.sqlite",
        "The SQLite file with actors, pledges and timeline; can be thrown away and rebuilt."
    )
    static let socketPath = ConfigurationKey(
        "socket.path",
        .path,
        standard: "/run/pledged/pledged.sock",
        "The Unix socket for readers, unless systemd hands one over."
    )
    static let socketGroup = ConfigurationKey(
        "socket.group",
        .text,
        standard: "\"\"",
        "The group that may read the socket; empty for the daemon's own."
    )
    static let socketAdmin = ConfigurationKey(
        "socket.admin",
        .optionalPath,
        standard: "\"\"",
        "The Unix socket for decisions, the daemon's user's alone; empty for '-admin' in the other's name."
    )
    static let socketKeepAlive = ConfigurationKey(
        "socket.keep-alive-seconds",
        .count(1...3600, unit: "seconds"),
        standard: "15",
        "How often a silent stream of events says that it is alive."
    )
    static let socketStalled = ConfigurationKey(
        "socket.stalled-seconds",
        .count(1...86_400, unit: "seconds"),
        standard: "60",
        "After what time a subscriber that reads nothing is let go."
    )
    static let socketConnectionsMax = ConfigurationKey(
        "socket.connections-max",
        .count(1...100_000, unit: "connections"),
        standard: "4096",
        "How many connections are served at once."
    )
    static let loggingLevel = ConfigurationKey(
        "logging.level",
        .choice(["trace", "debug", "info", "notice", "warning", "error", "critical"]),
        standard: "info",
        isReloadable: true,
        "How much is written to standard error."
    )

    /// The key that `name` was most likely meant to be.
    static func nearest(to name: String, in names: [String]) -> String? {
        names.min { editDistance($0, name) < editDistance($1, name) }
    }
}

/// How many letters must be put in, left out or changed to make `b` of `a` (Wagner and Fischer, 1974).
private func editDistance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a.utf8), Array(b.utf8.prefix(256)))
    var row = Array(0...b.count)
    for i in a.indices {
        var diagonal = row[0]
        row[0] = i + 1
        for j in b.indices {
            let changed = diagonal + (a[i] == b[j] ? 0 : 1)
            diagonal = row[j + 1]
            row[j + 1] = min(changed, row[j] + 1, row[j + 1] + 1)
        }
    }
    return row[b.count]
}
