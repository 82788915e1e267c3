internal import GRDB
public import PledgedCore

extension ViewStore {
    /// Actors, those in most articles first.
    ///
    /// - Throws: ``ViewError`` where the file cannot be read.
    public func actors(_ query: ActorQuery) throws(ViewError) -> Page<ActorRow> {
        var conditions = Conditions()
        conditions.require("articles > 0")
        if let kind = query.kind { conditions.require("kind = ?", kind.rawValue) }
        if let name = query.name {
            let (sql, value) = ActorFilter.name(name).numbers
            conditions.require("id IN (\(sql))", value)
        }
        if let article = query.article {
            conditions.require(
                """
                id IN (SELECT actor FROM article_actors
                    WHERE is_current AND reading = (SELECT max(readings.position) FROM readings
                        JOIN articles ON articles.position = readings.article WHERE articles.id = ?))
                """,
                article.hexadecimal
            )
        }
        return try page(
            query.page,
            count: "SELECT count(*) FROM actors \(conditions.clause)",
            rows: "SELECT id, kind, name, articles, pledges, asked FROM actors \(conditions.clause) "
                + "ORDER BY articles DESC, id",
            conditions.values
        ) { rows, database in try rows.map { try Self.actor($0, in: database) } }
    }

    /// The actor with this number, or the one that it was merged into; nil where no article names it any more.
    public func actor(_ id: Int64) throws(ViewError) -> ActorRow? {
        try read { database in
            let sql = """
                SELECT id, kind, name, articles, pledges, asked FROM actors
                WHERE id = (SELECT coalesce(merged_into, id) FROM actors WHERE id = ?) AND articles > 0
                """
            return try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [id])
                .map { try Self.actor($0, in: database) }
        }
    }

    private static func actor(_ row: Row, in database: Database) throws -> ActorRow {
        let id: Int64 = row["id"]
        let aliases = """
            SELECT name FROM actor_names WHERE actor = ? AND uses > 0 ORDER BY uses DESC, first_position, name
            """
        let roles = """
            SELECT role FROM article_actors WHERE actor = ? AND is_current AND role IS NOT NULL
            GROUP BY role ORDER BY max(article_date) DESC, role
            """
        let seen = "article_date) FROM article_actors WHERE actor = ?1 AND is_current"
        let dates = "SELECT (SELECT min(\(seen)) AS first, (SELECT max(\(seen)) AS last"
        let span = try Row.fetchOne(database.cachedStatement(sql: dates), arguments: [id])
        return ActorRow(
            id: id,
            kind: try row.code("kind", as: ActorKind.self),
            name: row["name"],
            aliases: try String.fetchAll(database.cachedStatement(sql: aliases), arguments: [id]),
            roles: try String.fetchAll(database.cachedStatement(sql: roles), arguments: [id]),
            articles: row["articles"],
            pledges: row["pledges"],
            asked: row["asked"],
            firstSeen: try span?.dateIfAny("first"),
            lastSeen: try span?.dateIfAny("last")
        )
    }
}
