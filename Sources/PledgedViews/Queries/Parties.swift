internal import GRDB
internal import PledgedCore

/// The actors that rows of a page refer to, fetched at once.
struct Parties {
    private var references: [Key: [ActorReference]] = [:]

    private struct Key: Hashable {
        let position: Int64
        let role: String
    }

    /// Fetches by `sql`, which gives position, role, the actor's number and name, in order, for a position bound.
    init(_ sql: String, of positions: [Int64], in database: Database) throws {
        let statement = try database.cachedStatement(sql: sql)
        for position in positions {
            let rows = try Row.fetchCursor(statement, arguments: [position])
            while let row = try rows.next() {
                references[Key(position: row[0], role: row[1]), default: []]
                    .append(ActorReference(id: row[2], name: row[3]))
            }
        }
    }

    func of(_ position: Int64, _ role: String) -> [ActorReference] {
        references[Key(position: position, role: role)] ?? []
    }
}
