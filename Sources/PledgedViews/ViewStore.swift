internal import GRDB
public import PledgedCore
internal import Synchronization

/// The read models: articles, actors, pledges, timeline, outcomes and full-text search in one SQLite file, made from the
/// log and nothing else.
///
/// Any number of threads may ask while one applies; each answer is of one position. Other programs may read the file
/// while the daemon runs.
///
/// What a crash leaves: the views up to some position that ``position()`` had reached; a power loss may take the last
/// transactions, never tear one. Both catch up from the log. A ``rebuild(until:reading:)`` that was cut short leaves
/// nothing behind.
public final class ViewStore: Sendable {
    let files: ViewFiles
    private let current: Mutex<Generation>
    /// Held by whoever changes the views; the position up to which they are applied.
    private let applied: Mutex<LogPosition>
    private let isRebuilding = Atomic(false)

    /// Where the views lie: a link to the file in use.
    public var path: String { files.path }

    private init(_ files: ViewFiles, _ generation: Generation) throws(ViewError) {
        self.files = files
        applied = Mutex(try generation.position())
        current = Mutex(generation)
    }

    /// Opens the views at `path`, empty ones where there are none.
    ///
    /// The file is made with mode 0640, so that the daemon's group can read it. What an interrupted rebuild has left is
    /// removed. Only one process may open a path.
    ///
    /// - Throws: ``ViewError``; where ``ViewError/asksForRebuild``, ``discard(path:)`` and open again.
    public static func open(path: String) throws(ViewError) -> ViewStore {
        let files = ViewFiles(path: path)
        let existing = files.current()
        try files.removeLeftovers(besides: existing)
        if let existing { return try ViewStore(files, Generation(opening: existing)) }
        let generation = try Generation(creating: files.makeGeneration())
        try files.point(to: generation.path)
        try files.syncFolder()
        return try ViewStore(files, generation)
    }

    /// Deletes the views at `path`, whatever they are; the log has all that is needed to make them again.
    public static func discard(path: String) throws(ViewError) { try ViewFiles(path: path).discard() }

    /// The position of the next event to apply: everything before it is in the views.
    public func position() throws(ViewError) -> LogPosition { try generation.position() }

    /// Folds `events` into the views, in one transaction with the checkpoint: all of them or, where this throws, none.
    ///
    /// They must be contiguous, and begin at or before ``position()``; those before it are in the views already and are
    /// passed over. An event that contradicts what came before it is set aside with the reason, and the views go on; see
    /// ``quarantined(countMax:)``.
    ///
    /// - Throws: ``ViewError`` with code `notContiguous` for a gap; `full`, `damaged` or `unusable` for the file.
    public func apply(_ events: [RecordedEvent]) throws(ViewError) {
        guard let last = events.last else { return }
        try applied.withLock { applied throws(ViewError) in
            guard last.position >= applied else { return }
            applied = try generation.apply(Array(events.drop { $0.position < applied }))
        }
    }

    /// Makes the views again from the log, beside those in use, and swaps them in while others ask and apply.
    ///
    /// They reach at least `end` and what is applied meanwhile. Where this throws, the views stay as they were.
    ///
    /// - Parameters:
    ///   - end: the position to reach.
    ///   - reading: gives events from a position on, at most as many as said, at least one before `end`.
    /// - Throws: ``ViewError``, with code `rebuilding` where a rebuild is under way; what `reading` throws;
    ///   `CancellationError`.
    public func rebuild(
        until end: LogPosition,
        reading: (LogPosition, Int) async throws -> [RecordedEvent]
    ) async throws {
        guard !isRebuilding.exchange(true, ordering: .acquiringAndReleasing) else {
            throw ViewError(code: .rebuilding, message: "The views are being rebuilt already. Wait until that is done.")
        }
        defer { isRebuilding.store(false, ordering: .releasing) }
        let successor = try await makeGeneration(until: end, reading: reading)
        let catchUp = CatchUp { _ = try successor.apply($0) }
        let old: Generation
        do {
            var position = try successor.position()
            while true {
                position = try await catchUp.run(from: position, until: applied.withLock { $0 }, reading: reading)
                try successor.checkpoint()
                if let replaced = try exchange(for: successor, at: position) {
                    old = replaced
                    break
                }
            }
        } catch {
            successor.retire()
            throw error
        }
        try files.syncFolder()
        old.retire()
    }

    /// Makes a generation of the log up to `end`, all of it on the disk.
    private func makeGeneration(
        until end: LogPosition,
        reading: (LogPosition, Int) async throws -> [RecordedEvent]
    ) async throws -> Generation {
        let path = try files.makeGeneration()
        do {
            let queue = try await BulkLoad.run(until: end, reading: reading) {
                try ViewFiles.makeEmpty(path)
                return try ViewError.translating(path) {
                    try DatabaseQueue(path: path, configuration: BulkLoad.configuration("views.rebuild"))
                }
            }
            try ViewError.translating(path) { try queue.close() }
            try ViewFiles.sync(path)
            return try Generation(opening: path)
        } catch {
            try ViewFiles.removeDatabase(path)
            throw error
        }
    }

    /// Puts `successor` in the place of the generation in use, and returns that; nil where it lags behind.
    private func exchange(for successor: Generation, at position: LogPosition) throws(ViewError) -> Generation? {
        try applied.withLock { applied throws(ViewError) in
            guard position >= applied else { return nil }
            try files.point(to: successor.path)
            applied = position
            return current.withLock { current in
                let old = current
                current = successor
                return old
            }
        }
    }

    private var generation: Generation { current.withLock { $0 } }

    /// Asks the views in one read transaction.
    func read<Answer>(_ ask: (Database) throws -> Answer) throws(ViewError) -> Answer {
        let generation = generation
        // Held to the end, lest its file goes while the pool may still open a connection to it.
        return try withExtendedLifetime(generation) { () throws(ViewError) in
            try ViewError.translating(path) { try generation.pool.read(ask) }
        }
    }
}
