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
    private nonisolated let now: @Sendable () -> Timestamp
    private nonisolated let changes: Growth
    private let queue: CommitQueue
    private var lock: FolderLock?
    /// Where the chain will be when all appends under way are durable.
    private var chain: HashChain
    /// Counts the times that an append failed and the chain went back to what is durable.
    private var setbacks = 0
    private var isClosed = false

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
        chain = opening.chain
        changes = Growth(end: opening.chain.position)
        published = Published(
            Published.Snapshot(segments: opening.segments, length: opening.length, chain: opening.chain),
            recentBytesMax: configuration.recentBytesMax,
            redactions: redactions
        )
        queue = CommitQueue(opening.writer, published: published, growth: changes, configuration: configuration)
    }

    /// Every event before it is durable; the next one gets this position.
    public nonisolated var end: LogPosition { published.chain.position }

    /// How far the log reaches: first as it is, then whenever it has grown; the newest only, for who is slow.
    ///
    /// Ends when the log is closed.
    public nonisolated func growth() -> AsyncStream<LogPosition> { changes.stream(from: end) }

    /// Makes `entries` durable and returns where their events lie.
    ///
    /// When this returns, all of them are on disk and survive power loss. When it throws, none has been acknowledged, and
    /// none is visible to readers. When the machine dies before it returns, each entry is there whole or not at all, and
    /// none without those before it. Appends that wait at the same time share one write and one sync.
    ///
    /// - Throws: ``LogError`` with code `full` or `busy` (a later append may succeed), `unwritable` (none will until the
    ///   log is opened again), `tooLarge`, `unencodable` or `closed`; the log stays readable.
    public nonisolated func append(_ entries: [NewEntry]) async throws(LogError) -> [Range<LogPosition>] {
        if entries.isEmpty { return [] }
        // Here rather than in the actor, so that callers encode side by side.
        return try await commit(try await Self.drafts(entries), recorded: now().clampedToFourDigitYears)
    }

    /// Encodes entries; where they are many, half of them beside the other half.
    private static func drafts(_ entries: [NewEntry]) async throws(LogError) -> [EntryDraft] {
        guard entries.count >= 64 else { return try encode(entries[...]).get() }
        let half = entries.count / 2
        async let second = encode(entries[half...])
        var drafts = try encode(entries[..<half]).get()
        drafts += try await second.get()
        return drafts
    }

    private static func encode(_ entries: ArraySlice<NewEntry>) -> Result<[EntryDraft], LogError> {
        Result { () throws(LogError) in
            var drafts: [EntryDraft] = []
            drafts.reserveCapacity(entries.count)
            for entry in entries { drafts.append(try EntryDraft(entry)) }
            return drafts
        }
    }

    private func commit(_ drafts: [EntryDraft], recorded: Timestamp) async throws(LogError) -> [Range<LogPosition>] {
        if isClosed { throw Self.closed }
        if !queue.hasRoom { throw Self.busy }
        let setbacksBefore = setbacks
        let commit = chain.commit(drafts, durable: end, recorded: recorded)
        // Nothing is awaited between chaining and standing in line, so the order of both is the same.
        let result = await withCheckedContinuation { queue.enqueue(commit, reply: $0) }
        if case .failure = result, setbacks == setbacksBefore {
            // All that was chained to the failed append fails with it; what comes now follows what is durable.
            setbacks += 1
            chain = published.chain
        }
        try result.get()
        return commit.ranges
    }

    /// Waits for appends under way, ends ``growth()`` and lets another process open the log; reading goes on.
    public func close() async {
        isClosed = true
        await queue.drain()
        await queue.seal()
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

    private static let closed = LogError(code: .closed, message: "The log was closed; nothing was appended.")
    private static let busy = LogError(
        code: .busy,
        message: """
            Too many appends wait for the disk; nothing was appended. Append again when earlier ones have returned.
            """
    )
}

extension Timestamp {
    /// A clock that is off by millennia must not write what cannot be read.
    fileprivate var clampedToFourDigitYears: Timestamp {
        Timestamp(microseconds: min(max(microseconds, 0), 253_402_300_799_999_999))
    }
}
