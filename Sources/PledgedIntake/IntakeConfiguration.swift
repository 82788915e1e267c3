/// Where the intake looks, how long it waits, and what it does with a file afterwards.
public struct IntakeConfiguration: Sendable {
    /// What becomes of a file once its outcome is known.
    public enum Afterwards: String, Sendable, CaseIterable {
        /// It moves to the outcome folder.
        case move
        /// It stays where it was dropped.
        case keep
    }

    /// The folder that is watched; absolute, and flat: folders in it are skipped.
    public var dropFolder: String
    /// Where files go afterwards: `accepted/`, `duplicate/` and `rejected/` in it; absolute, outside the drop folder.
    ///
    /// Made where it is missing; not used where files are kept.
    public var outcomeFolder: String
    public var after: Afterwards
    /// How long a file must lie still after it was closed; a later write starts the wait anew.
    public var settle: Duration
    /// How long a file that was seen being written may be silent before it is read though nobody closed it.
    public var patience: Duration
    /// How often the folder is looked through although no event asks for it.
    public var rescan: Duration
    /// How often a folder on a network file system is looked through, as its events tell of this machine's changes alone.
    public var poll: Duration
    /// The largest file that is read, in bytes.
    public var sizeMax: Int64
    /// The most files in one batch.
    public var batchMax: Int
    /// A batch is closed once its files have so many bytes.
    public var batchBytesMax: Int64
    /// With `after: keep`, the most files whose drop is remembered; beyond it the admission is asked again at each rescan.
    public var keptMax: Int
    /// Further endings of names to skip: `.bak`.
    public var skippedSuffixes: [String]

    public init(
        dropFolder: String,
        outcomeFolder: String,
        after: Afterwards = .move,
        settle: Duration = .milliseconds(200),
        patience: Duration = .seconds(600),
        rescan: Duration = .seconds(60),
        poll: Duration = .seconds(5),
        sizeMax: Int64 = 1 << 20,
        batchMax: Int = 64,
        batchBytesMax: Int64 = 16 << 20,
        keptMax: Int = 200_000,
        skippedSuffixes: [String] = []
    ) {
        self.dropFolder = dropFolder
        self.outcomeFolder = outcomeFolder
        self.after = after
        self.settle = settle
        self.patience = patience
        self.rescan = rescan
        self.poll = poll
        self.sizeMax = sizeMax
        self.batchMax = batchMax
        self.batchBytesMax = batchBytesMax
        self.keptMax = keptMax
        self.skippedSuffixes = skippedSuffixes
    }
}
