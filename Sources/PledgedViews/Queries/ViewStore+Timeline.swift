internal import GRDB
public import PledgedCore

extension ViewStore {
    /// Dated happenings and deadlines, earliest first.
    ///
    /// A date that is open at its start comes before all others. Those of superseded articles and of earlier readings
    /// are left out.
    ///
    /// - Throws: ``ViewError`` where the file cannot be read.
    public func timeline(_ query: TimelineQuery) throws(ViewError) -> Page<TimelineRow> {
        var conditions = Conditions()
        conditions.require("timeline.is_current")
        if let from = query.from { conditions.require("timeline.last_day >= ?", from.description) }
        if let to = query.to { conditions.require("timeline.first_day <= ?", to.description) }
        if let actor = query.actor {
            let (sql, value) = ActorFilter(actor).numbers
            conditions.require(
                "timeline.position IN (SELECT entry FROM timeline_actors WHERE actor IN (\(sql)))",
                value
            )
        }
        if let article = query.article {
            let position = "(SELECT position FROM articles WHERE id = ?)"
            let id = article.hexadecimal
            conditions.require(Readings.holds(position, in: "timeline"), id, id, id)
        }
        return try page(
            query.page,
            count: "SELECT count(*) FROM timeline \(conditions.clause)",
            rows: "\(Self.timelineColumns) \(conditions.clause) "
                + "ORDER BY timeline.first_day, timeline.last_day, timeline.position",
            conditions.values,
            Self.timeline
        )
    }

    /// The timeline entry that the event at `position` reported; nil where that reports none, or none that is shown.
    public func timelineEntry(_ position: LogPosition) throws(ViewError) -> TimelineRow? {
        try read { database in
            let sql = "\(Self.timelineColumns) WHERE timeline.position = ? AND timeline.is_current"
            let rows = try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [recordedOffset(position)])
            return try Self.timeline(rows, in: database).first
        }
    }

    private static let timelineColumns = """
        SELECT timeline.position, articles.id AS article, timeline.date, timeline.place, quote, span_start, span_end
        FROM timeline JOIN articles ON articles.position = timeline.article
        """

    private static let participants = """
        SELECT entry, 'actor', actor, name FROM timeline_actors JOIN actors ON actors.id = actor
        WHERE entry = ? ORDER BY ordinal, actor
        """

    private static func timeline(_ rows: [Row], in database: Database) throws -> [TimelineRow] {
        let participants = try Parties(Self.participants, of: rows.map { $0["position"] }, in: database)
        return try rows.map { row in
            TimelineRow(
                id: try row.position("position"),
                article: try row.articleID("article"),
                date: try row.edtf("date"),
                place: row["place"],
                actors: participants.of(row["position"], "actor"),
                quote: row["quote"],
                span: try row.span()
            )
        }
    }
}
