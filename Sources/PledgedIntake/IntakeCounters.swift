public import PledgedCore

/// What the intake has done since it was made.
public struct IntakeCounters: Hashable, Sendable {
    public var outcomes: [OutcomeKind: Int] = [:]
    public var skipped: [SkipReason: Int] = [:]
    /// How often the folder was looked through, for whatever reason.
    public var rescans = 0
    /// How often the kernel lost events.
    public var overflows = 0
    /// Files found by a periodic rescan that no event had announced; not zero on a local file system is a bug.
    public var foundByRescan = 0
    /// How often the drop folder was lost: deleted, moved, unmounted, unreadable.
    public var lostFolder = 0
    /// How often the admission took nothing.
    public var pauses = 0
    /// How often a read or a move failed and was put off.
    public var retries = 0

    public init() {}
}
