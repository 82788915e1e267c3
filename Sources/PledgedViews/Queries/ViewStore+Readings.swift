internal import GRDB
public import PledgedCore

extension ViewStore {
    /// The newest readings that another reader than this one made, of articles that are not superseded or redacted.
    ///
    /// In the order in which the articles came; a reading whose events are not all in the views yet is left out.
    ///
    /// - Parameters:
    ///   - reader: the version whose readings are not wanted.
    ///   - received: only articles received behind this position; nil for all.
    ///   - countMax: how many rows at the most.
    /// - Returns: one row for each article.
    /// - Throws: ``ViewError`` where the file cannot be read.
    public func readings(
        notBy reader: String,
        after received: LogPosition?,
        countMax: Int
    ) throws(ViewError) -> [ReadingRow] {
        try read { database in
            let sql = """
                \(Self.readingColumns) WHERE readings.completed IS NOT NULL AND readings.reader <> ?
                    AND articles.superseded_by IS NULL AND articles.redacted IS NULL AND articles.position > ? ORDER BY articles.position LIMIT ?
                """
            let start = received.map(recordedOffset) ?? -1
            let statement = try database.cachedStatement(sql: sql)
            return try Row.fetchAll(statement, arguments: [reader, start, countMax]).map(Self.reading)
        }
    }

    /// How many articles that are not superseded this reader read last.
    ///
    /// - Throws: ``ViewError`` where the file cannot be read.
    public func readingCount(by reader: String) throws(ViewError) -> Int {
        try read { database in
            let sql = """
                SELECT count(*) FROM articles JOIN readings ON readings.position = (\(Readings.newest))
                WHERE readings.completed IS NOT NULL AND readings.reader = ? AND articles.superseded_by IS NULL
                """
            return try Int.fetchOne(database.cachedStatement(sql: sql), arguments: [reader]) ?? 0
        }
    }

    /// The newest reading of an article, superseded or not; nil where the article is not known, not read to its end, or redacted.
    ///
    /// - Throws: ``ViewError`` where the file cannot be read.
    public func reading(of article: ArticleID) throws(ViewError) -> ReadingRow? {
        try read { database in
            let sql = """
                \(Self.readingColumns) WHERE readings.completed IS NOT NULL AND articles.redacted IS NULL
                    AND articles.id = ?
                """
            return try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [article.hexadecimal])
                .map(Self.reading)
        }
    }

    private static let readingColumns = """
        SELECT articles.id, articles.position AS received, readings.position AS first, readings.completed AS last,
            readings.reader
        FROM articles JOIN readings ON readings.position = (\(Readings.newest))
        """

    private static func reading(_ row: Row) throws -> ReadingRow {
        ReadingRow(
            article: try row.articleID("id"),
            received: try row.position("received"),
            first: try row.position("first"),
            last: try row.position("last"),
            reader: row["reader"]
        )
    }
}
