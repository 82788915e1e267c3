public import PledgedCore
import SystemPackage

/// Keeps events, in order, for ever: a folder of text files with one writer and any number of readers.
///
/// - What ``append(_:)`` has returned for is on disk (`fdatasync`) and survives power loss.
/// - What is not yet durable is never shown: ``end`` and ``growth()`` move, and ``read(from:countMax:)`` sees an event,
///   only after the sync.
/// - Every entry that is read has been checked against the hash of all before it.
public actor EventLog {
    /// What opening found.
    public nonisolated let recovery: Recovery

    nonisolated let storage: any LogStorage
    nonisolated let published: Published
    nonisolated let now: @Sendable () -> Timestamp
    private nonisolated let changes: Growth
    nonisolated let queue: CommitQueue
    nonisolated let pieceEntries: Int
    private var lock: FolderLock?

    /// Opens the log in a folder, which is made if there is none yet, and makes sure that it is whole.
    ///
    /// The last segment is checked line by line, and an end that a crash tore is cut off and kept beside it (see
    /// ``recovery``). Sealed segments are checked newest first up to ``LogConfiguration/checkBytesMax`` bytes; older ones
    /// when they are first read from. What the last ``Checkpoint`` says must be there, if there is one.
    ///
    /// - Parameters:
    ///   - folder: Its parent must exist. The folder gets mode 0750, files 0640.
    ///   - configuration: Sizes; the default is meant for use.
    ///   - now: The time that entries are recorded with.
    /// - Returns: The log, ready to be appended to.
    /// - Throws: ``LogError`` with code `locked` where another process writes to the log, `damaged` with the place where
    ///   it is not as it was written, `unreadable`, `unwritable` or `full`.
    public static func open(
        folder: String,
        configuration: LogConfiguration = LogConfiguration(),
        now: @escaping @Sendable () -> Timestamp
    ) async throws(LogError) -> EventLog {
        let storage = FolderStorage(folder: folder)
        let lock = try lock(storage)
        return try await open(storage, lock: lock, configuration: configuration, now: now)
    }

    /// Opens a log on any storage, without a lock.
    package static func open(
        storage: any LogStorage,
        configuration: LogConfiguration = LogConfiguration(),
        now: @escaping @Sendable () -> Timestamp
    ) async throws(LogError) -> EventLog {
        try await open(storage, lock: nil, configuration: configuration, now: now)
    }

    private static func open(
        _ storage: any LogStorage,
        lock: FolderLock?,
        configuration: LogConfiguration,
        now: @escaping @Sendable () -> Timestamp
    ) async throws(LogError) -> EventLog {
        precondition(configuration.isMeaningful, "The sizes of a log are not negative.")
        let redactions = try Redactions(storage)
        let opening = try await onOwnThread { () throws(LogError) in
            do throws(LogError) {
                return try Opening(storage, configuration: configuration, redactions: redactions)
            } catch {
                // A redacted entry looks damaged to who does not know of it, as where the file of redactions was lost.
                guard error.code == .damaged, try redactions.learn(from: storage) else { throw error }
                return try Opening(storage, configuration: configuration, redactions: redactions)
            }
        }
        let log = EventLog(
            storage,
            opening,
            lock: lock,
            configuration: configuration,
            redactions: redactions,
            now: now
        )
        try await log.checkLastCheckpoint()
        try await log.finishRedactions()
        return log
    }

    private init(
        _ storage: any LogStorage,
        _ opening: Opening,
        lock: FolderLock?,
        configuration: LogConfiguration,
        redactions: Redactions,
        now: @escaping @Sendable () -> Timestamp
    ) {
        self.storage = storage
        self.lock = lock
        self.now = now
        recovery = opening.recovery
        changes = Growth(end: opening.chain.position)
        published = Published(
            Published.Snapshot(segments: opening.segments, length: opening.length, chain: opening.chain),
            recentBytesMax: configuration.recentBytesMax,
            redactions: redactions
        )
        pieceEntries = configuration.pieceEntries
        queue = CommitQueue(opening.writer, published: published, growth: changes, configuration: configuration)
    }

    /// Every event before it is durable; the next one gets this position.
    public nonisolated var end: LogPosition { published.chain.position }

    /// How far the log reaches: first as it is, then whenever it has grown; the newest only, for who is slow.
    ///
    /// Ends when the log is closed.
    public nonisolated func growth() -> AsyncStream<LogPosition> { changes.stream(from: end) }

    /// Waits for appends under way, ends ``growth()`` and lets another process open the log; reading goes on.
    public func close() async {
        await queue.close()
        changes.finish()
        lock = nil
    }

    static func lock(_ storage: FolderStorage) throws(LogError) -> FolderLock {
        do {
            try storage.create()
            return try FolderLock(folder: storage.folder)
        } catch .wouldBlock {
            throw LogError(
                code: .locked,
                message: """
                    The log in '\(storage.folder)' is open in another process. Stop that one first, or give this one a \
                    folder of its own.
                    """,
                errno: Errno.wouldBlock.rawValue
            )
        } catch {
            throw LogError(
                code: .unreadable,
                message: """
                    Cannot open the folder '\(storage.folder)' for the log: \(error). It must be a folder that this user \
                    may read and write, or its parent must exist so that it can be made.
                    """,
                errno: error.rawValue
            )
        }
    }
}
