/// The sizes that a log works with.
public struct LogConfiguration: Hashable, Sendable {
    /// Bytes after which a segment is sealed and the next one begun; the entry that crosses it stays whole.
    public var segmentBytesMax = 64 << 20
    /// Bytes of the newest sealed segments that opening checks; older segments are checked when they are first read.
    public var checkBytesMax = 256 << 20
    /// Bytes from which on no more appends share one write and one sync; a single append may be larger.
    public var groupBytesMax = 4 << 20
    /// Entries of one append that are encoded at once, while those before are hashed; an append of very many is taken in
    /// sixteen pieces.
    public var pieceEntries = 32
    /// Bytes of appends that may wait for the disk; an append that finds more waiting is refused as `busy`.
    public var waitingBytesMax = 64 << 20
    /// Bytes of JSON whose events are kept in memory for readers at the end of the log.
    public var recentBytesMax = 1 << 20

    /// Bytes by which the segment that is written is made longer at once, so that most syncs need not write down its
    /// length; 0 for never.
    ///
    /// What is not needed is cut off when the segment is sealed, and when the log is closed.
    public var allocationBytes = 8 << 20

    public init() {}

    var isMeaningful: Bool {
        [
            segmentBytesMax, checkBytesMax, groupBytesMax, waitingBytesMax, recentBytesMax, allocationBytes,
            pieceEntries - 1,
        ].allSatisfy { $0 >= 0 }
    }
}
