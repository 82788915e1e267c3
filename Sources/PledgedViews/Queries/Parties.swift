internal import GRDB
internal import PledgedCore

/// The actors that rows of a page refer to, fetched at once.
struct Parties {
    private var references: [Key: [ActorReference]] = [:]

    private struct Key: Hashable {
        let position: Int64
        let role: String
    }

    /// Who has to do with the tellings at `positions`.
    init(ofTellings positions: [Int64], at moment: Moment, in database: Database) throws {
        try self.init(
            """
            SELECT telling_parties.role AS role, \(moment.actor(of: "identities")) AS actor FROM telling_parties
                JOIN identities ON identities.id = identity
            WHERE telling = ? AND telling_parties.role <> 'of' ORDER BY ordinal, identity
            """,
            positions,
            moment,
            database
        )
    }

    /// Who takes part in the timeline entries at `positions`, under the role `actor`.
    init(ofEntries positions: [Int64], at moment: Moment, in database: Database) throws {
        try self.init(
            """
            SELECT 'actor' AS role, \(moment.actor(of: "identities")) AS actor FROM timeline_actors
                JOIN identities ON identities.id = identity
            WHERE entry = ? ORDER BY ordinal, identity
            """,
            positions,
            moment,
            database
        )
    }

    private init(_ sql: String, _ positions: [Int64], _ moment: Moment, _ database: Database) throws {
        let statement = try database.statement(sql, at: moment)
        var names = ActorNames(moment, in: database)
        for position in positions {
            for row in try Row.fetchAll(statement, arguments: [position]) {
                let reference = try names.reference(to: row["actor"])
                var all = references[Key(position: position, role: row["role"])] ?? []
                if !all.contains(reference) { all.append(reference) }
                references[Key(position: position, role: row["role"])] = all
            }
        }
    }

    func of(_ position: Int64, _ role: String) -> [ActorReference] {
        references[Key(position: position, role: role)] ?? []
    }
}
