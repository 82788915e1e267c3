internal import GRDB
public import PledgedCore

extension ViewStore {
    /// Pledges and requests, what was said last first; what was said nobody knows when last.
    ///
    /// Those of superseded articles and of earlier readings are left out. Words of `about` match beginnings:
    /// "engineer" finds "engineers".
    ///
    /// - Throws: ``ViewError`` where the file cannot be read.
    public func pledges(_ query: PledgeQuery) throws(ViewError) -> Page<PledgeRow> {
        var conditions = Conditions()
        conditions.require("pledges.is_current")
        if let kind = query.kind { conditions.require("pledges.kind = ?", kind.rawValue) }
        for (role, text) in [("by", query.by), ("to", query.to)] {
            guard let text else { continue }
            let (sql, value) = ActorFilter(text).numbers
            conditions.require(
                "pledges.position IN (SELECT pledge FROM pledge_parties WHERE role = '\(role)' AND actor IN (\(sql)))",
                value
            )
        }
        if let article = query.article {
            let position = "(SELECT position FROM articles WHERE id = ?)"
            let id = article.hexadecimal
            conditions.require(Readings.holds(position, in: "pledges"), id, id, id)
        }
        if let about = query.about {
            let words = SearchExpression(about, matchesBeginnings: true)
            if let fts = words.fts {
                conditions.require(
                    "pledges.position IN (SELECT rowid FROM pledge_search WHERE pledge_search MATCH ?)",
                    fts
                )
            } else {
                conditions.require("FALSE")
            }
        }
        if let due = query.dueBefore {
            conditions.require("pledges.deadline IS NOT NULL AND pledges.deadline_last_day <= ?", due.description)
        }
        if let said = query.saidFrom { conditions.require("pledges.said >= ?", said.description) }
        return try page(
            query.page,
            count: "SELECT count(*) FROM pledges \(conditions.clause)",
            rows: "\(Self.pledgeColumns) \(conditions.clause) ORDER BY pledges.said DESC, pledges.position DESC",
            conditions.values,
            Self.pledges
        )
    }

    /// The pledge or request that the event at `position` stated; nil where that states none, or none that is shown.
    public func pledge(_ position: LogPosition) throws(ViewError) -> PledgeRow? {
        try read { database in
            let sql = "\(Self.pledgeColumns) WHERE pledges.position = ? AND pledges.is_current"
            let rows = try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [recordedOffset(position)])
            return try Self.pledges(rows, in: database).first
        }
    }

    private static let pledgeColumns = """
        SELECT pledges.position, articles.id AS article, pledges.kind, by_text, action, quantity, unit, deadline, said,
            cue, quote, span_start, span_end, confidence
        FROM pledges JOIN articles ON articles.position = pledges.article
        """

    private static let parties = """
        SELECT pledge, role, actor, name FROM pledge_parties JOIN actors ON actors.id = actor
        WHERE pledge = ? ORDER BY ordinal, actor
        """

    private static func pledges(_ rows: [Row], in database: Database) throws -> [PledgeRow] {
        let parties = try Parties(Self.parties, of: rows.map { $0["position"] }, in: database)
        return try rows.map { row in
            let position: Int64 = row["position"]
            let quantity: Double? = row["quantity"]
            return PledgeRow(
                id: try row.position("position"),
                article: try row.articleID("article"),
                kind: try row.code("kind", as: Pledge.Kind.self),
                by: parties.of(position, "by"),
                byText: row["by_text"],
                to: parties.of(position, "to"),
                speaker: parties.of(position, "speaker").first,
                action: row["action"],
                quantity: quantity.map { Quantity(value: $0, unit: row["unit"] ?? "") },
                deadline: try row.edtfIfAny("deadline"),
                said: try row.dateIfAny("said"),
                cue: row["cue"],
                quote: row["quote"],
                span: try row.span(),
                confidence: row["confidence"]
            )
        }
    }
}
