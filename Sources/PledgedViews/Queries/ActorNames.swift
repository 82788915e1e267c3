internal import GRDB
internal import PledgedCore

/// The names under which actors are shown at a moment, each looked up once.
struct ActorNames {
    let moment: Moment
    let database: Database
    private var known: [Int64: String] = [:]

    init(_ moment: Moment, in database: Database) {
        self.moment = moment
        self.database = database
    }

    mutating func reference(to actor: Int64) throws -> ActorReference {
        if let name = known[actor] { return ActorReference(id: actor, name: name) }
        let name = try moment.last == nil ? nameNow(of: actor) : nameThen(of: actor)
        known[actor] = name
        return ActorReference(id: actor, name: name)
    }

    private func nameNow(of actor: Int64) throws -> String {
        let sql = "SELECT name FROM actors WHERE id = ?"
        return try String.fetchOne(database.cachedStatement(sql: sql), arguments: [actor]) ?? ""
    }

    /// The name that a person had given it by then, else the fullest that articles preferred.
    private func nameThen(of actor: Int64) throws -> String {
        let own = moment.identities(of: "?1")
        let given = """
            SELECT name FROM decisions WHERE decision = 'actor.renamed' AND \(moment.bears("identity IN \(own)"))
                AND \(moment.until("position")) ORDER BY position DESC LIMIT 1
            """
        if let name = try String.fetchOne(database.makeStatement(sql: given), arguments: [actor]) { return name }
        let found = """
            SELECT DISTINCT canonical_name, kind FROM article_actors AS named
            WHERE identity IN \(own) AND \(moment.shows("named"))
            """
        let rows = try Row.fetchAll(database.makeStatement(sql: found), arguments: [actor])
        let ranked = try rows.map { row in
            let (name, kind) = (row[0] as String, try row.code("kind", as: ActorKind.self))
            return (name: name, rank: NameCompleteness.rank(name, kind: kind))
        }
        let best = ranked.min { a, b in
            a.rank != b.rank ? a.rank > b.rank : a.name.utf8.lexicographicallyPrecedes(b.name.utf8)
        }
        return try best?.name ?? nameNow(of: actor)
    }
}
