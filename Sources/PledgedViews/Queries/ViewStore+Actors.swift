internal import GRDB
public import PledgedCore

extension ViewStore {
    /// Actors, those in most articles first.
    ///
    /// - Throws: ``ViewError``, with code `beyondEnd` for a moment that the views do not reach.
    public func actors(_ query: ActorQuery) throws(ViewError) -> Page<ActorRow> {
        try page(query.page, asOf: query.asOf) { moment, _ in
            ActorRows.list(query, at: moment)
        } _: { rows, moment, database in
            try ActorRows(moment, database).rows(rows)
        }
    }

    /// The number that the actor has now which had `id`; nil where there never was one.
    public func actorID(_ id: Int64) throws(ViewError) -> Int64? {
        try read { database in
            let sql = "SELECT actor FROM identities WHERE id = ?"
            return try Int64.fetchOne(database.cachedStatement(sql: sql), arguments: [id])
        }
    }

    /// The mention by which a decision refers to the actor that has or had the number `id`; nil where no article names
    /// it any more.
    public func actorReference(_ id: Int64) throws(ViewError) -> FactReference? {
        try read { database in
            let sql = """
                SELECT named.position, articles.id AS article,
                    coalesce(json_extract(mentions, '$[0][0]'), 0) AS span_start,
                    coalesce(json_extract(mentions, '$[0][1]'), 0) AS span_end
                FROM article_actors AS named JOIN articles ON articles.position = named.article
                WHERE named.identity IN (SELECT same.id FROM identities AS own JOIN identities AS same
                        ON same.actor = own.actor WHERE own.id = ?1) AND withdrawn IS NULL
                ORDER BY named.identity = ?1 DESC, named.position LIMIT 1
                """
            guard let row = try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [id]) else { return nil }
            return FactReference(
                position: try row.position("position"),
                article: try row.articleID("article"),
                span: try row.span()
            )
        }
    }

    /// One actor with what is known of it; nil where no article names it.
    ///
    /// - Parameters:
    ///   - id: its number, or one that it had.
    ///   - asOf: what was known then; nil for now.
    ///   - today: the day on which statuses of pledges are told, UTC.
    /// - Returns: The actor, its roles, what it pledged and was asked, with whom it appears, what people decided.
    /// - Throws: As ``actors(_:)``.
    public func actor(_ id: Int64, asOf: AsOf?, today: CalendarDate) throws(ViewError) -> ActorDetail? {
        try read { database in
            let moment = try Moment(asOf, today: today, in: database)
            return try ActorRows(moment, database).detail(id)
        }
    }
}
