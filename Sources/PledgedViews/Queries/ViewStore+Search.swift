internal import GRDB
public import PledgedCore

extension ViewStore {
    /// Articles whose titles or texts hold all the words, best first; superseded ones are left out.
    ///
    /// Any text may be asked for; where there is no word in it, nothing is found.
    ///
    /// - Throws: ``ViewError`` where the file cannot be read.
    public func search(_ query: SearchQuery) throws(ViewError) -> Page<SearchRow> {
        var conditions = Conditions()
        conditions.require("articles.superseded_by IS NULL")
        if let fts = SearchExpression(query.words).fts {
            conditions.require("search MATCH ?", fts)
        } else {
            conditions.require("FALSE")
        }
        let from = "FROM search JOIN articles ON articles.position = search.rowid \(conditions.clause)"
        return try page(
            query.page,
            count: "SELECT count(*) \(from)",
            rows: """
                SELECT articles.id, articles.title, articles.date, snippet(search, -1, '[', ']', ' … ', 24) AS snippet
                \(from) ORDER BY rank, articles.position
                """,
            conditions.values
        ) { rows, _ in
            try rows.map { row in
                SearchRow(
                    article: try row.articleID("id"),
                    title: row["title"],
                    date: try row.dateIfAny("date"),
                    snippet: row["snippet"]
                )
            }
        }
    }
}
