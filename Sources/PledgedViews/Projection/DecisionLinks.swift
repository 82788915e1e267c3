internal import GRDB
internal import PledgedCore

/// What people joined and parted, of one kind of thing.
struct DecisionLinks {
    /// The column of `decisions` that names the thing; the other one is called `other_` and the same.
    private let column: String
    private let joined: Event.Name
    private let parted: Event.Name

    static let tellings = DecisionLinks(column: "telling", joined: .pledgesLinked, parted: .pledgesUnlinked)
    static let identities = DecisionLinks(column: "identity", joined: .actorsMerged, parted: .actorsSeparated)

    /// What a person joined to `thing`, and nobody has parted from it since.
    func joined(to thing: Int64, in batch: Batch) throws -> [Int64] {
        guard try exist(joined, in: batch) else { return [] }
        let sql = """
            SELECT other FROM (
                SELECT other_\(column) AS other, position FROM decisions
                    WHERE decision = '\(joined.rawValue)' AND \(column) = ?1
                UNION ALL
                SELECT \(column), position FROM decisions
                    WHERE decision = '\(joined.rawValue)' AND other_\(column) = ?1
            ) AS link
            WHERE other IS NOT NULL AND other <> ?1 AND NOT EXISTS (SELECT 1 FROM decisions AS parted
                WHERE parted.decision = '\(parted.rawValue)' AND parted.\(column) IN (?1, link.other)
                    AND parted.position > link.position)
            ORDER BY other
            """
        return try Int64.fetchAll(batch.database.cachedStatement(sql: sql), arguments: [thing])
    }

    /// Whether a person parted `thing` from whatever rules would join it to.
    func isSeparate(_ thing: Int64, in batch: Batch) throws -> Bool {
        guard try exist(parted, in: batch) else { return false }
        let sql = "SELECT 1 FROM decisions WHERE decision = '\(parted.rawValue)' AND \(column) = ?"
        return try Int.fetchOne(batch.database.cachedStatement(sql: sql), arguments: [thing]) != nil
    }

    /// Whether people have ever decided so: mostly not, and then nothing need be asked of any one thing.
    private func exist(_ decision: Event.Name, in batch: Batch) throws -> Bool {
        if let known = batch.memory.areDecided[decision] { return known }
        let sql = "SELECT 1 FROM decisions WHERE decision = ? LIMIT 1"
        let statement = try batch.database.cachedStatement(sql: sql)
        let found = try Int.fetchOne(statement, arguments: [decision.rawValue]) != nil
        batch.memory.areDecided[decision] = found
        return found
    }
}
