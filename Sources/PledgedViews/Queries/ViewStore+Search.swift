internal import GRDB
public import PledgedCore

extension ViewStore {
    /// Articles whose titles or texts hold all the words, best first; superseded ones are left out.
    ///
    /// Any text may be asked for; where there is no word in it, nothing is found.
    ///
    /// - Throws: ``ViewError`` where the file cannot be read.
    public func search(_ query: SearchQuery) throws(ViewError) -> Page<SearchRow> {
        try page(query.page, asOf: query.asOf) { moment, _ in
            var conditions = Conditions()
            conditions.require(moment.showsArticle())
            if let fts = SearchExpression(query.words).fts {
                conditions.require("search MATCH ?", fts)
            } else {
                conditions.require("FALSE")
            }
            return ListSQL(
                columns: """
                    SELECT articles.id, articles.title, articles.date,
                        snippet(search, -1, '[', ']', ' … ', 24) AS snippet
                    """,
                from: "FROM search JOIN articles ON articles.position = search.rowid",
                conditions: conditions,
                order: "rank, articles.position"
            )
        } _: { rows, _, _ in
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
