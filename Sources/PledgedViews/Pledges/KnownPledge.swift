internal import GRDB
internal import PledgedCore

/// A pledge as the writer knows it: its row, and who has to do with it.
final class KnownPledge {
    let id: Int64
    /// Nil where nothing tells it.
    var row: PledgeRecord?
    private(set) var parties: [Party] = []
    /// The positions of its tellings, in any order.
    var tellings: [Int64] = []
    /// The telling that was said last, as `tellings.told` has it; nil where that is not known.
    var last: (told: String, position: Int64)?
    /// Whether the database may have rows of it.
    var isStored = false

    struct PledgeRecord {
        var since: Int64
        var change: ChangeRow.Kind?
        var version: PledgeVersion
    }

    struct Party {
        let role: PartyRole
        let identity: Int64
        var tellings: Int
    }

    init(_ id: Int64) { self.id = id }

    /// The pledge as the database has it.
    init(_ id: Int64, in database: Database) throws {
        self.id = id
        isStored = true
        let sql = "SELECT \(PledgeColumns.names) FROM pledges WHERE id = ?"
        row = try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [id]).map { row in
            PledgeRecord(
                since: row["since"],
                change: try row.codeIfAny("change", as: ChangeRow.Kind.self),
                version: try PledgeVersion(row)
            )
        }
        let tellings = "SELECT position FROM tellings WHERE pledge = ?"
        self.tellings = try Int64.fetchAll(database.cachedStatement(sql: tellings), arguments: [id])
        let parties = "SELECT role, identity, tellings FROM pledge_parties WHERE pledge = ?"
        self.parties = try Row.fetchAll(database.cachedStatement(sql: parties), arguments: [id]).map { row in
            Party(role: try row.code("role", as: PartyRole.self), identity: row[1], tellings: row[2])
        }
    }

    /// Counts a telling by which `identity` has that role; returns whether it had not before.
    func add(_ role: PartyRole, _ identity: Int64) -> Bool {
        if let index = index(role, identity) {
            parties[index].tellings += 1
            return false
        }
        parties.append(Party(role: role, identity: identity, tellings: 1))
        return true
    }

    /// Takes such a telling away; returns whether `identity` has that role no more.
    func remove(_ role: PartyRole, _ identity: Int64) -> Bool {
        guard let index = index(role, identity) else { return false }
        parties[index].tellings -= 1
        if parties[index].tellings > 0 { return false }
        parties.remove(at: index)
        return true
    }

    private func index(_ role: PartyRole, _ identity: Int64) -> Int? {
        parties.firstIndex { $0.identity == identity && $0.role == role }
    }

    /// Whether any of `identities`, but for `identity`, has that role.
    func has(_ role: PartyRole, _ identities: [Int64], besides identity: Int64) -> Bool {
        parties.contains { $0.role == role && $0.identity != identity && identities.contains($0.identity) }
    }

    /// Puts its rows into the database as they are.
    func write(in batch: Batch) throws {
        if isStored {
            if row == nil { try batch.run("DELETE FROM pledges WHERE id = ?", id) }
            try batch.run("DELETE FROM pledge_parties WHERE pledge = ?", id)
        }
        isStored = true
        if let row {
            let (version, summary) = (row.version, row.version.summary)
            try batch.run(
                "INSERT OR REPLACE INTO pledges VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                row.since,
                row.change?.rawValue,
                version.kind,
                summary.first,
                summary.quantity?.value,
                summary.quantity?.unit,
                summary.deadline?.description,
                summary.deadline?.firstDayKey,
                summary.deadline?.lastDayKey,
                summary.said?.description,
                summary.lastSaid?.description,
                version.confidence,
                summary.tellings,
                version.revisions,
                version.resolution
            )
        }
        for party in parties {
            try batch.run(
                "INSERT INTO pledge_parties (pledge, role, identity, tellings) VALUES (?, ?, ?, ?)",
                id,
                party.role.rawValue,
                party.identity,
                party.tellings
            )
        }
    }

    /// Makes its row one of what it was, up to the event at `position`.
    func close(_ ended: String?, at position: Int64, in batch: Batch) throws {
        guard let row else { return }
        let (version, summary) = (row.version, row.version.summary)
        try batch.run(
            "INSERT INTO pledge_history VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            id,
            row.since,
            row.change?.rawValue,
            version.kind,
            summary.first,
            summary.quantity?.value,
            summary.quantity?.unit,
            summary.deadline?.description,
            summary.deadline?.firstDayKey,
            summary.deadline?.lastDayKey,
            summary.said?.description,
            summary.lastSaid?.description,
            version.confidence,
            summary.tellings,
            version.revisions,
            version.resolution,
            position,
            ended
        )
    }
}
