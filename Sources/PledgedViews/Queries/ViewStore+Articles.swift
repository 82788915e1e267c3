internal import GRDB
public import PledgedCore

extension ViewStore {
    /// Articles, newest publication first; those without a date last.
    ///
    /// - Throws: ``ViewError`` where the file cannot be read.
    public func articles(_ query: ArticleQuery) throws(ViewError) -> Page<ArticleRow> {
        try page(query.page, asOf: query.asOf) { moment, _ in
            var conditions = Conditions()
            conditions.require(moment.until("articles.position"))
            if !query.includesSuperseded { conditions.require(moment.showsArticle()) }
            if let source = query.source { conditions.require("articles.source_folded = ?", Folding.line(source)) }
            if let from = query.from { conditions.require("articles.date >= ?", from.description) }
            if let to = query.to { conditions.require("articles.date <= ?", to.description) }
            return ListSQL(
                columns: Self.articleColumns(at: moment),
                from: Self.articlesFrom(at: moment),
                countedFrom: "FROM articles",
                conditions: conditions,
                order: "articles.date DESC, articles.position DESC"
            )
        } _: { rows, _, _ in
            try rows.map(Self.article)
        }
    }

    /// The article with this identity, superseded or not; nil where the log has none.
    public func article(_ id: ArticleID) throws(ViewError) -> ArticleRow? {
        try read { database in
            let now = try Moment(nil, today: CalendarDate(daysSinceEpoch: 0), in: database)
            let sql = "\(Self.articleColumns(at: now)) \(Self.articlesFrom(at: now)) WHERE articles.id = ?"
            return try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [id.hexadecimal])
                .map(Self.article)
        }
    }

    /// The newest article, not superseded, that one with this file name, or with this source and title, would revise.
    ///
    /// The file name must be the same; source and title are the same without regard to case, diacritics and white
    /// space, and count only where both are given.
    public func predecessor(fileName: String, source: String?, title: String?) throws(ViewError) -> ArticleID? {
        try read { database in
            let byFile = try Row.fetchAll(
                database.cachedStatement(
                    sql: "SELECT position, id, file FROM articles WHERE file_folded = ? AND superseded_by IS NULL"
                ),
                arguments: [Folding.letters(fileName)]
            ).filter { $0["file"] == fileName }  // In Swift, where composed and decomposed letters are equal.
            var candidates = byFile
            if let source, let title {
                candidates += try Row.fetchAll(
                    database.cachedStatement(
                        sql: """
                            SELECT position, id, file FROM articles
                            WHERE title_folded = ? AND source_folded = ? AND superseded_by IS NULL
                            """
                    ),
                    arguments: [Folding.line(title), Folding.line(source)]
                )
            }
            let newest = candidates.max { ($0["position"] as Int64) < ($1["position"] as Int64) }
            return try newest?.articleID("id")
        }
    }

    private static func articleColumns(at moment: Moment) -> String {
        """
        SELECT articles.position, articles.id, articles.received, articles.file, articles.date, articles.title,
            articles.place, articles.source, articles.language, articles.notes, articles.redacted,
            (SELECT id FROM articles AS other WHERE other.position = articles.revises) AS revises,
            (SELECT id FROM articles AS other WHERE other.position = articles.superseded_by
                AND \(moment.until("other.position"))) AS superseded_by,
            coalesce(readings.actors, 0) AS actors, coalesce(readings.pledges, 0) AS pledges,
            coalesce(readings.requests, 0) AS requests, coalesce(readings.happenings, 0) AS happenings
        """
    }

    private static func articlesFrom(at moment: Moment) -> String {
        let newest = moment.newestReading(of: "articles.position")
        return "FROM articles LEFT JOIN readings ON readings.position = \(newest)"
    }

    private static func article(_ row: Row) throws -> ArticleRow {
        let notes = try [String](json: row["notes"]).map { code in
            guard let note = ArticleNote(rawValue: code) else { throw ViewError.unreadable(code, "notes") }
            return note
        }
        return ArticleRow(
            id: try row.articleID("id"),
            position: try row.position("position"),
            received: try row.timestamp("received"),
            file: row["file"],
            header: ArticleHeader(
                date: try row.dateIfAny("date"),
                title: row["title"],
                place: row["place"],
                source: row["source"],
                language: row["language"]
            ),
            notes: notes,
            revises: try row.articleIDIfAny("revises"),
            supersededBy: try row.articleIDIfAny("superseded_by"),
            redacted: try row.positionIfAny("redacted"),
            actors: row["actors"],
            pledges: row["pledges"],
            requests: row["requests"],
            happenings: row["happenings"]
        )
    }
}
