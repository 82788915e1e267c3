internal import GRDB
internal import PledgedCore

extension ViewStore {
    /// How many events could not be applied.
    public func quarantinedCount() throws(ViewError) -> Int {
        try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM quarantine") ?? 0 }
    }

    /// The first events that could not be applied, in the order of the log.
    ///
    /// - Parameter countMax: At the most so many.
    /// - Returns: What they are, and why they could not.
    /// - Throws: ``ViewError`` where the views cannot be read.
    public func quarantined(countMax: Int) throws(ViewError) -> [QuarantinedEvent] {
        try read { database in
            let rows = try Row.fetchAll(
                database,
                sql: "SELECT position, event, article, reason FROM quarantine ORDER BY position LIMIT ?",
                arguments: [countMax]
            )
            return try rows.map { row in
                QuarantinedEvent(
                    position: try row.position("position"),
                    name: Event.Name(unverified: row["event"]),
                    article: try row.articleIDIfAny("article"),
                    reason: row["reason"]
                )
            }
        }
    }
}
