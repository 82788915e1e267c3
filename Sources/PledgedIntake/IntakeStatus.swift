/// A moment's picture of the intake.
public struct IntakeStatus: Sendable {
    /// A file that could not be read or moved for now.
    public struct Retry: Hashable, Sendable {
        public let name: String
        /// What failed, and why.
        public let sentence: String
        public let attempts: Int

        public init(name: String, sentence: String, attempts: Int) {
            self.name = name
            self.sentence = sentence
            self.attempts = attempts
        }
    }

    public var state: IntakeState = .starting
    /// The kind of file system that the drop folder lies on: "ext4", "nfs"; nil while there is no folder.
    public var fileSystem: String?
    /// True where the folder is looked through every few seconds, as its file system does not announce every change.
    public var isPolled = false
    /// Files that are being written, or lie still for less than the settle time.
    public var settling = 0
    /// Complete files that wait for their turn.
    public var ready = 0
    /// Files in the admission's hands.
    public var inHand = 0
    /// Since when the admission has had them; nil where it has none.
    public var inHandSince: ContinuousClock.Instant?
    /// Files that failed for now, in no order; at most ``retryingShownMax`` of ``retryingCount``.
    public var retrying: [Retry] = []
    public var retryingCount = 0
    public var counters = IntakeCounters()
    /// When the loop last came round; it does so every second at the latest, whatever the admission does.
    public var lastProgress = ContinuousClock.now

    public static let retryingShownMax = 100

    public init() {}
}
