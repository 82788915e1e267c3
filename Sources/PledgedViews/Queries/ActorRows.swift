internal import GRDB
internal import PledgedCore

/// Makes rows of actors out of what the database has.
struct ActorRows {
    let moment: Moment
    let database: Database

    init(_ moment: Moment, _ database: Database) { (self.moment, self.database) = (moment, database) }

    static func list(_ query: ActorQuery, at moment: Moment) -> ListSQL {
        var conditions = Conditions()
        conditions.require("actors.articles > 0")
        if let kind = query.kind { conditions.require("actors.kind = ?", kind.rawValue) }
        if let name = query.name {
            let (sql, value) = ActorFilter.name(name).actors(at: moment)
            conditions.require("actors.id IN (\(sql))", value)
        }
        if let article = query.article {
            let position = "(SELECT position FROM articles WHERE id = ?)"
            conditions.require(
                """
                actors.id IN (SELECT \(moment.actor(of: "identities")) FROM article_actors AS named
                    JOIN identities ON identities.id = named.identity
                    WHERE \(moment.shows("named")) AND named.reading = \(moment.newestReading(of: position)))
                """,
                article.hexadecimal
            )
        }
        return ListSQL(
            columns: "SELECT actors.id, actors.kind, actors.articles, actors.pledges, actors.asked",
            from: "FROM \(source(at: moment)) AS actors",
            conditions: conditions,
            order: "actors.articles DESC, actors.id"
        )
    }

    /// SQL that stands for the table of actors; of a past moment it is counted anew.
    private static func source(at moment: Moment) -> String {
        guard moment.last != nil else { return "actors" }
        func pledges(_ role: String, isRequest: Bool) -> String {
            """
            (SELECT count(DISTINCT \(moment.pledge(of: "t"))) FROM identities AS own
                JOIN telling_parties AS party ON party.identity = own.id
                JOIN tellings AS t ON t.position = party.telling
            WHERE \(moment.actor(of: "own")) = seen.actor AND party.role = '\(role)' AND \(moment.shows("t"))
                AND (t.kind = 'request') = \(isRequest ? 1 : 0))
            """
        }
        return """
            (SELECT seen.actor AS id, seen.kind AS kind, seen.articles AS articles,
                \(pledges("by", isRequest: false)) AS pledges, \(pledges("to", isRequest: true)) AS asked
            FROM (SELECT \(moment.actor(of: "identities")) AS actor, identities.kind AS kind,
                    count(DISTINCT named.reading) AS articles
                FROM article_actors AS named JOIN identities ON identities.id = named.identity
                WHERE \(moment.shows("named")) GROUP BY 1) AS seen)
            """
    }

    func rows(_ rows: [Row]) throws -> [ActorRow] {
        var names = ActorNames(moment, in: database)
        return try rows.map { try row($0, names: &names) }
    }

    func detail(_ id: Int64) throws -> ActorDetail? {
        let owner = "SELECT \(moment.actor(of: "identities")) FROM identities WHERE id = ?"
        guard let actor = try Int64.fetchOne(database.statement(owner, at: moment), arguments: [id]) else { return nil }
        let sql = """
            SELECT actors.id, actors.kind, actors.articles, actors.pledges, actors.asked
            FROM \(Self.source(at: moment)) AS actors WHERE actors.id = ? AND actors.articles > 0
            """
        guard let row = try Row.fetchOne(database.statement(sql, at: moment), arguments: [actor]) else { return nil }
        return ActorDetail(
            actor: try rows([row])[0],
            roles: try roles(of: actor),
            pledged: try pledges(of: actor, "by", isRequest: false),
            asked: try pledges(of: actor, "to", isRequest: true),
            with: try companions(of: actor),
            decisions: try DecisionRow.fetch(
                where: moment.bears("identity IN \(own(actor)) OR other_identity IN \(own(actor))"),
                at: moment,
                in: database
            )
        )
    }

    /// SQL for the first and the last day on which an actor is named; now, an index tells both of each identity.
    private var seen: String {
        guard moment.last == nil else {
            return """
                SELECT min(article_date) AS first, max(article_date) AS last FROM article_actors AS named
                WHERE identity IN \(own()) AND \(moment.shows("named"))
                """
        }
        func day(_ direction: String) -> String {
            """
            (SELECT article_date FROM article_actors WHERE identity = own.id AND withdrawn IS NULL
                AND article_date IS NOT NULL ORDER BY article_date \(direction) LIMIT 1)
            """
        }
        return """
            SELECT min(first) AS first, max(last) AS last FROM (
                SELECT \(day("ASC")) AS first, \(day("DESC")) AS last FROM identities AS own WHERE actor = ?1)
            """
    }

    private func row(_ row: Row, names: inout ActorNames) throws -> ActorRow {
        let id: Int64 = row["id"]
        let span = try Row.fetchOne(database.statement(seen, at: moment), arguments: [id])
        let roles = """
            SELECT role FROM article_actors AS named
            WHERE identity IN \(own()) AND \(moment.shows("named")) AND role IS NOT NULL
            GROUP BY role ORDER BY max(article_date) DESC, role
            """
        return ActorRow(
            id: id,
            kind: try row.code("kind", as: ActorKind.self),
            name: try names.reference(to: id).name,
            aliases: try aliases(of: id),
            roles: try String.fetchAll(database.statement(roles, at: moment), arguments: [id]),
            articles: row["articles"],
            pledges: row["pledges"] ?? 0,
            asked: row["asked"] ?? 0,
            firstSeen: try span?.dateIfAny("first"),
            lastSeen: try span?.dateIfAny("last")
        )
    }

    private func aliases(of actor: Int64) throws -> [String] {
        let now = """
            SELECT name FROM identity_names WHERE identity IN \(own()) AND uses > 0
            GROUP BY name ORDER BY sum(uses) DESC, name
            """
        let then = """
            SELECT form.value FROM article_actors AS named, json_each(named.names) AS form
            WHERE named.identity IN \(own()) AND \(moment.shows("named"))
            GROUP BY form.value ORDER BY count(*) DESC, form.value
            """
        let sql = moment.last == nil ? now : then
        return try String.fetchAll(database.statement(sql, at: moment), arguments: [actor])
    }

    private func roles(of actor: Int64) throws -> [RoleRow] {
        let sql = """
            SELECT spans.*, articles.id AS source FROM (
            SELECT named.role AS role, owner.identity AS owner, min(named.article_date) AS first,
                max(named.article_date) AS last, count(DISTINCT named.article) AS articles,
                min(named.article) AS article
            FROM article_actors AS named LEFT JOIN article_actors AS owner
                ON owner.reading = named.reading AND owner.label = named.affiliation
            WHERE named.identity IN \(own()) AND \(moment.shows("named")) AND named.role IS NOT NULL
            GROUP BY named.role, owner.identity) AS spans JOIN articles ON articles.position = spans.article
            ORDER BY last DESC, first DESC, role, owner
            """
        var names = ActorNames(moment, in: database)
        let owner = "SELECT \(moment.actor(of: "identities")) FROM identities WHERE id = ?"
        return try Row.fetchAll(database.statement(sql, at: moment), arguments: [actor]).map { row in
            let identity: Int64? = row["owner"]
            let affiliation = try identity.flatMap {
                try Int64.fetchOne(database.statement(owner, at: moment), arguments: [$0])
            }
            return RoleRow(
                role: row["role"],
                affiliation: try affiliation.map { try names.reference(to: $0) },
                firstSeen: try row.dateIfAny("first"),
                lastSeen: try row.dateIfAny("last"),
                articles: row["articles"],
                source: try row.articleID("source")
            )
        }
    }

    private func pledges(of actor: Int64, _ role: String, isRequest: Bool) throws -> [PledgeRow] {
        var query = PledgeQuery()
        if role == "by" { query.by = String(actor) } else { query.to = String(actor) }
        var list = PledgeList(query, at: moment).sql
        list.conditions.require("(p.kind = 'request') = \(isRequest ? 1 : 0)")
        let values = list.conditions.values + [ActorDetail.listMax, 0]
        let rows = try Row.fetchAll(database.statement(list.rows, at: moment), arguments: StatementArguments(values))
        return try PledgeRows(moment, database).rows(rows)
    }

    /// The latest articles of an actor in which others are counted, at the most.
    private static let articlesMax = 2000

    private func companions(of actor: Int64) throws -> [CompanionRow] {
        let sql = """
            SELECT \(moment.actor(of: "identities")) AS other, count(DISTINCT beside.article) AS articles
            FROM (SELECT reading FROM article_actors AS named WHERE identity IN \(own()) AND \(moment.shows("named"))
                    ORDER BY article_date DESC, reading DESC LIMIT \(Self.articlesMax)) AS own
                CROSS JOIN article_actors AS beside ON beside.reading = own.reading
                CROSS JOIN identities ON identities.id = beside.identity
            WHERE \(moment.shows("beside")) AND \(moment.actor(of: "identities")) <> ?1
            GROUP BY other ORDER BY articles DESC, other LIMIT \(ActorDetail.listMax)
            """
        var names = ActorNames(moment, in: database)
        return try Row.fetchAll(database.statement(sql, at: moment), arguments: [actor]).map { row in
            CompanionRow(actor: try names.reference(to: row["other"]), articles: row["articles"])
        }
    }

    /// SQL for the identities of an actor, by default of the one bound first.
    private func own(_ actor: Int64? = nil) -> String {
        let number = actor.map(String.init) ?? "?1"
        return moment.identities(of: number)
    }
}
