internal import GRDB
internal import PledgedCore

/// Finds a pledge by any number that it had, or by any telling of it.
struct PledgeFinder {
    let database: Database

    /// The pledge's number now; nil where nothing tells it any more.
    func pledge(_ id: LogPosition) throws -> LogPosition? {
        let offset = recordedOffset(id)
        let known = "SELECT id FROM pledges WHERE id = ?"
        if try Int64.fetchOne(database.cachedStatement(sql: known), arguments: [offset]) != nil { return id }
        guard let telling = try FactFinder(database: database).telling(for: offset) else { return nil }
        let sql = "SELECT pledge FROM tellings WHERE position = ? AND pledge IS NOT NULL"
        return try Int64.fetchOne(database.cachedStatement(sql: sql), arguments: [telling])
            .map { LogPosition(offset: UInt64($0)) }
    }

    func reference(_ id: LogPosition) throws -> FactReference? {
        guard let pledge = try pledge(id) else { return nil }
        let shown = "SELECT 1 FROM tellings WHERE position = ? AND withdrawn IS NULL"
        let isShown = try Int.fetchOne(database.cachedStatement(sql: shown), arguments: [recordedOffset(id)]) != nil
        let sql = """
            SELECT tellings.position AS position, articles.id AS article, span_start, span_end FROM tellings
                JOIN articles ON articles.position = tellings.article
            WHERE tellings.position = CASE WHEN ?1 THEN ?2 ELSE (SELECT first_telling FROM pledges WHERE id = ?3) END
            """
        let values: StatementArguments = [isShown, recordedOffset(id), recordedOffset(pledge)]
        guard let row = try Row.fetchOne(database.cachedStatement(sql: sql), arguments: values) else { return nil }
        return FactReference(
            position: try row.position("position"),
            article: try row.articleID("article"),
            span: try row.span()
        )
    }
}
