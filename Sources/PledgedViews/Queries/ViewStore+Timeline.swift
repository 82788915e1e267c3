internal import GRDB
public import PledgedCore

extension ViewStore {
    /// Dated happenings and deadlines, earliest first.
    ///
    /// A date that is open at its start comes before all others. Those of superseded articles and of earlier readings
    /// are left out.
    ///
    /// - Throws: ``ViewError``, with code `beyondEnd` for a moment that the views do not reach.
    public func timeline(_ query: TimelineQuery) throws(ViewError) -> Page<TimelineRow> {
        try page(query.page, asOf: query.asOf) { moment, _ in
            var conditions = Conditions()
            conditions.require(moment.shows("timeline"))
            Self.require(from: query.from, to: query.to, at: moment, &conditions)
            if let actor = query.actor {
                let (sql, value) = ActorFilter(actor).identities(at: moment)
                conditions.require(
                    "timeline.position IN (SELECT entry FROM timeline_actors WHERE identity IN (\(sql)))",
                    value
                )
            }
            if let article = query.article {
                let position = "(SELECT position FROM articles WHERE id = ?)"
                conditions.require("timeline.reading = \(moment.newestReading(of: position))", article.hexadecimal)
            }
            return ListSQL(
                columns: TimelineRows.columns,
                from: TimelineRows.from,
                countedFrom: "FROM timeline",
                conditions: conditions,
                order: "timeline.first_day, timeline.last_day, timeline.position"
            )
        } _: { rows, moment, database in
            try TimelineRows(moment, database).rows(rows)
        }
    }

    private static func require(
        from: CalendarDate?,
        to: CalendarDate?,
        at moment: Moment,
        _ conditions: inout Conditions
    ) {
        if let to { conditions.require("timeline.first_day <= ?", to.description) }
        guard let from else { return }
        conditions.require("timeline.last_day >= ?", from.description)
        guard moment.last == nil else { return }
        conditions.require(
            """
            timeline.position IN (
                SELECT position FROM timeline WHERE withdrawn IS NULL AND first_day BETWEEN ? AND ?
                UNION ALL SELECT position FROM timeline WHERE withdrawn IS NULL AND \(TimelineView.isLong) AND last_day >= ?)
            """,
            from.adding(days: -TimelineView.shortDays).description,
            to?.description ?? "9999-12-31",
            from.description
        )
    }

    /// The timeline entry that the event at `position` reported; nil where that reports none, or none that is shown.
    public func timelineEntry(_ position: LogPosition) throws(ViewError) -> TimelineRow? {
        try read { database in
            let now = try Moment(nil, today: CalendarDate(daysSinceEpoch: 0), in: database)
            return try TimelineRows(now, database).entries([recordedOffset(position)]).first
        }
    }
}

/// Makes rows of the timeline out of what the database has.
struct TimelineRows {
    let moment: Moment
    let database: Database

    init(_ moment: Moment, _ database: Database) { (self.moment, self.database) = (moment, database) }

    static let columns = """
        SELECT timeline.position, articles.id AS article, timeline.date, timeline.place, quote, span_start, span_end
        """
    static let from = "FROM timeline CROSS JOIN articles ON articles.position = timeline.article"

    /// The entries at `positions` that are shown, in this order.
    func entries(_ positions: [Int64]) throws -> [TimelineRow] {
        let sql = "\(Self.columns) \(Self.from) WHERE timeline.position = ? AND \(moment.shows("timeline"))"
        let statement = try database.statement(sql, at: moment)
        return try rows(try positions.compactMap { try Row.fetchOne(statement, arguments: [$0]) })
    }

    func rows(_ rows: [Row]) throws -> [TimelineRow] {
        let participants = try Parties(ofEntries: rows.map { $0["position"] }, at: moment, in: database)
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
