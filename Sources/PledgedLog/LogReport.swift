/// What a check of a whole log found.
public struct LogReport: Hashable, Sendable, Codable {
    public internal(set) var folder: String
    public internal(set) var segments = 0
    public internal(set) var entries = 0
    public internal(set) var events: UInt64 = 0
    /// Of whole entries.
    public internal(set) var bytes: UInt64 = 0
    /// Of the last whole entry: it vouches for all before it; 64 zeros for an empty log.
    public internal(set) var lastHash: String
    /// Bytes after the last whole entry that do not make an entry yet.
    ///
    /// Beside a running daemon they are being written; otherwise a crash tore them, and the next start cuts them off.
    public internal(set) var unfinishedBytes: UInt64 = 0
    /// Names of files that keep what earlier starts cut off.
    public internal(set) var tornFiles: [String] = []
    /// The first place that is not as it was written, nil for a whole log; what follows it was not checked.
    public internal(set) var damage: LogDamage?

    /// Checkpoints that hold.
    public internal(set) var checkpoints = 0
    /// The last of the log's own checkpoints.
    public internal(set) var lastCheckpoint: Checkpoint?
    /// What the first checkpoint that does not hold says, and what is wrong with it; nil where all hold.
    public internal(set) var checkpointFault: String?

    /// Entries whose words were taken out, as events in the log say.
    public internal(set) var redactedEntries = 0
    /// Those of them whose words still stand in a file: the next start of the daemon overwrites them.
    public internal(set) var unfinishedRedactions = 0

    /// Whether every entry is as it was written, and none is missing that a checkpoint knows of.
    public var isWhole: Bool { damage == nil && checkpointFault == nil }
}
