internal import GRDB
internal import PledgedCore

/// Takes a whole log into empty views.
///
/// Nobody reads them meanwhile, and whatever goes wrong they are thrown away: there is one transaction and no wait for the
/// disk; what decides is in memory, rows that change often are written once, and indexes are made at the end where nothing
/// looks into them before. It is ``Projection/apply(_:in:)`` that folds each event in, as for one that comes alone.
///
/// `@unchecked`: all that changes is touched within `writeWithoutTransaction` of ``queue`` alone, and GRDB runs these one
/// after the other; which the compiler cannot see.
final class BulkLoad: @unchecked Sendable {
    /// Indexes that no view looks into while it takes in an event, where it has all in memory.
    static let laterIndexes: Set<String> = [
        "article_actors_by_identity", "telling_parties_by_identity", "pledge_parties_by_identity", "tellings_by_pledge",
    ]
    /// Indexes that no view looks into while it takes in an event.
    static let questionIndexes: Set<String> = [
        "articles_by_date", "articles_by_source", "articles_by_file", "articles_by_title", "actors_by_articles",
        "actors_by_kind", "article_actors_by_role", "timeline_by_day", "timeline_long", "timeline_actors_by_identity",
        "outcomes_by_file", "outcomes_by_drop", "outcomes_by_article", "pledges_by_said",
        "pledges_by_deadline", "pledges_by_quantity", "pledges_by_tellings", "pledges_by_confidence",
        "pledges_by_resolution", "pledges_by_revisions", "pledges_by_since", "pledge_history_by_since",
        "pledge_history_by_until", "pledge_history_by_deadline",
    ]
    /// Kilobytes of pages in memory.
    private static let cacheKilobytes = 65_536

    /// A row that the tables refuse keeps all others of its transaction from them: then each batch has its own.
    enum Mode {
        case whole, inBatches
    }

    private let queue: DatabaseQueue
    private let mode: Mode
    private let projection = Projection()
    private let memory: ViewMemory
    private var batch: Batch?
    private var position = LogPosition.start
    /// What makes the indexes again.
    private var indexes: [String] = []

    /// Makes empty views in the empty database of `queue`, and begins.
    private init(_ queue: DatabaseQueue, _ mode: Mode) throws {
        (self.queue, self.mode) = (queue, mode)
        memory = mode == .whole ? ViewMemory(ofEmptyViews: WriteBehind()) : ViewMemory()
        try queue.write { try projection.create(in: $0) }
        try queue.writeWithoutTransaction { database in
            let sql = "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name"
            let dropped = mode == .whole ? Self.questionIndexes.union(Self.laterIndexes) : Self.questionIndexes
            let found = try Row.fetchAll(database, sql: sql).filter { dropped.contains($0[0]) }
            indexes = found.map { $0[1] }
            for row in found { try database.execute(sql: "DROP INDEX \(row[0] as String)") }
            if mode == .whole {
                try database.beginTransaction(.immediate)
                batch = Batch(database, memory)
            }
        }
    }

    deinit { memory.statements.behind?.abandon() }

    /// Fills empty databases that `open` gives, until one holds the log up to `end`, and returns that one.
    ///
    /// - Parameters:
    ///   - end: the position to reach.
    ///   - reading: gives events from a position on.
    ///   - open: gives a new connection with ``configuration(_:)`` to an empty database.
    /// - Returns: The connection.
    /// - Throws: ``ViewError``; what `reading` and `open` throw.
    static func run(
        until end: LogPosition,
        reading: (LogPosition, Int) async throws -> [RecordedEvent],
        opening open: () throws -> DatabaseQueue
    ) async throws -> DatabaseQueue {
        do {
            return try await fill(open(), .whole, until: end, reading: reading)
        } catch {
            guard Quarantine.reason(error) != nil else { throw error }
            return try await fill(open(), .inBatches, until: end, reading: reading)
        }
    }

    private static func fill(
        _ queue: DatabaseQueue,
        _ mode: Mode,
        until end: LogPosition,
        reading: (LogPosition, Int) async throws -> [RecordedEvent]
    ) async throws -> DatabaseQueue {
        do {
            let load = try BulkLoad(queue, mode)
            _ = try await CatchUp { try await load.apply($0) }.run(from: .start, until: end, reading: reading)
            try await queue.writeWithoutTransaction { try load.end(in: $0) }
        } catch let error as DatabaseError {
            if Quarantine.reason(error) != nil { throw error }
            throw ViewError(error, at: queue.path)
        }
        return queue
    }

    private func apply(_ events: [RecordedEvent]) async throws {
        try await queue.writeWithoutTransaction { [self] database in
            position = try Projection.end(of: events, from: position)
            if let batch {
                for recorded in events { try apply(recorded, in: batch) }
                try memory.statements.behind?.wait()
            } else {
                try database.inTransaction {
                    try projection.apply(events, to: database, remembering: memory)
                    return .commit
                }
            }
        }
    }

    private func apply(_ recorded: RecordedEvent, in batch: Batch) throws {
        do {
            try projection.check(recorded, in: batch)
        } catch let error as ViewError where error.code == .unappliable {
            return try Quarantine.add(recorded, because: error.message, to: batch.database)
        }
        try projection.apply(recorded, in: batch)
    }

    /// Writes what is not written yet, and makes the indexes.
    private func end(in database: Database) throws {
        try batch?.write()
        try memory.statements.behind?.wait()
        for sql in indexes { try database.execute(sql: sql) }
        // Lest the articles that come one by one pay for merging what many have left.
        try database.execute(
            sql: """
                INSERT INTO search (search) VALUES ('optimize');
                INSERT INTO telling_search (telling_search) VALUES ('optimize')
                """
        )
        if let batch {
            try batch.finish()
            try memory.statements.behind?.wait()
            try projection.move(to: position, in: database)
            try database.commit()
        }
    }

    /// How the connection to a database is to be, of which nothing needs to survive but what is synced at the end.
    static func configuration(_ label: String) -> Configuration {
        var configuration = Configuration()
        configuration.label = label
        configuration.foreignKeysEnabled = false
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { database in
            // Beside a file without a name, SQLite could not make a journal; and a batch is undone from memory.
            _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = MEMORY")
            try database.execute(sql: "PRAGMA synchronous = OFF; PRAGMA cache_size = -\(cacheKilobytes)")
        }
        return configuration
    }
}
