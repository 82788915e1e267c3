internal import GRDB

/// Lets a database take in a whole log: as it answers no questions meanwhile, it need not keep the indexes for them.
struct BulkLoad {
    /// Indexes that no view looks into while it takes in an event.
    static let questionIndexes: Set<String> = [
        "articles_by_date", "articles_by_source", "articles_by_file", "articles_by_title", "actors_by_articles",
        "actors_by_kind", "article_actors_by_role", "timeline_by_day", "timeline_long", "timeline_actors_by_identity",
        "pledges_by_said",
        "pledges_by_deadline", "pledges_by_quantity", "pledges_by_tellings", "pledges_by_confidence",
        "pledges_by_resolution", "pledges_by_revisions", "pledges_by_since", "pledge_history_by_since",
        "pledge_history_by_until", "pledge_history_by_deadline",
    ]
    /// Pages in the write-ahead log before it is written into the file, 64 MB; and by default.
    private static let (logPages, logPagesUsual) = (16_000, 1_000)
    /// Kilobytes of pages in memory.
    private static let cacheKilobytes = 65_536

    /// What makes the indexes again.
    private let indexes: [String]

    /// Drops the indexes of the empty views in `database`, outside of a transaction.
    init(_ database: Database) throws {
        let sql = "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name"
        let found = try Row.fetchAll(database, sql: sql).filter { Self.questionIndexes.contains($0[0]) }
        indexes = found.map { $0[1] }
        for row in found { try database.execute(sql: "DROP INDEX \(row[0] as String)") }
        try database.execute(
            sql: "PRAGMA cache_size = -\(Self.cacheKilobytes); PRAGMA wal_autocheckpoint = \(Self.logPages)"
        )
    }

    /// Makes the indexes, and gives back the memory.
    func end(in database: Database) throws {
        for sql in indexes { try database.execute(sql: sql) }
        try database.execute(
            sql: """
                PRAGMA cache_size = -\(Generation.cacheKilobytes); PRAGMA wal_autocheckpoint = \(Self.logPagesUsual);
                PRAGMA shrink_memory
                """
        )
    }
}
