internal import GRDB
internal import PledgedCore

/// Keeps the rows of pledges, and what they were before.
struct PledgeLedger {
    let batch: Batch
    private var database: Database { batch.database }

    /// Makes `telling`, which the database holds, one of `pledge`, or of none.
    func move(_ telling: Int64, to pledge: Int64?, at position: Int64) throws {
        let sql = "SELECT pledge, kind = 'request' FROM tellings WHERE position = ?"
        guard let row = try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [telling]) else { return }
        let before: Int64? = row[0]
        if before == pledge { return }
        try database.run(
            "INSERT OR IGNORE INTO telling_moves (telling, position, pledge_before) VALUES (?, ?, ?)",
            [telling, position, before]
        )
        try database.run("UPDATE tellings SET pledge = ? WHERE position = ?", [pledge, telling])
        batch.memory.move(telling, to: pledge)
        let parties = "SELECT role, identity FROM telling_parties WHERE telling = ? AND role <> 'of'"
        for party in try Row.fetchAll(database.cachedStatement(sql: parties), arguments: [telling]) {
            let (role, identity) = (try party.code("role", as: PartyRole.self), party[1] as Int64)
            if let before { try remove(role, identity, from: before, isRequest: row[1]) }
            if let pledge { try add(role, identity, to: pledge, isRequest: row[1]) }
        }
    }

    /// Counts the parties of a new telling to `pledge`.
    func add(_ parties: TellingParties, to pledge: Int64, isRequest: Bool) throws {
        for (role, identities) in parties.all where role != .of {
            for identity in identities { try add(role, identity, to: pledge, isRequest: isRequest) }
        }
    }

    private func add(_ role: PartyRole, _ identity: Int64, to pledge: Int64, isRequest: Bool) throws {
        let sql = """
            INSERT INTO pledge_parties (pledge, role, identity, tellings) VALUES (?, ?, ?, 1)
            ON CONFLICT DO UPDATE SET tellings = tellings + 1 RETURNING tellings
            """
        let values: StatementArguments = [pledge, role.rawValue, identity]
        let tellings = try Int.fetchOne(database.cachedStatement(sql: sql), arguments: values)
        guard tellings == 1, try !isParty(role, of: pledge, besides: identity) else { return }
        batch.tallies.add(1, role, isRequest: isRequest, to: try batch.actor(of: identity))
    }

    private func remove(_ role: PartyRole, _ identity: Int64, from pledge: Int64, isRequest: Bool) throws {
        let sql = """
            UPDATE pledge_parties SET tellings = tellings - 1 WHERE pledge = ? AND role = ? AND identity = ?
            RETURNING tellings
            """
        let values: StatementArguments = [pledge, role.rawValue, identity]
        let tellings = try Int.fetchOne(database.cachedStatement(sql: sql), arguments: values)
        guard tellings == 0 else { return }
        try database.run(
            "DELETE FROM pledge_parties WHERE pledge = ? AND role = ? AND identity = ?",
            [
                pledge, role.rawValue, identity,
            ]
        )
        if try isParty(role, of: pledge, besides: identity) { return }
        batch.tallies.add(-1, role, isRequest: isRequest, to: try batch.actor(of: identity))
    }

    /// Whether the actor of `identity` has that role in `pledge` under another of its identities.
    private func isParty(_ role: PartyRole, of pledge: Int64, besides identity: Int64) throws -> Bool {
        if try batch.identities(like: identity).count == 1 { return false }
        let sql = """
            SELECT 1 FROM pledge_parties JOIN identities ON identities.id = identity
            WHERE pledge = ?1 AND pledge_parties.role = ?2 AND identity <> ?3
                AND actor = (SELECT actor FROM identities WHERE id = ?3) LIMIT 1
            """
        let values: StatementArguments = [pledge, role.rawValue, identity]
        return try Int.fetchOne(database.cachedStatement(sql: sql), arguments: values) != nil
    }

    /// Sums up `pledge` from its tellings; what it was before becomes history.
    ///
    /// One that nothing tells ends. What the events of one entry make of it, one after the other, is one change: seen against what it was before the
    /// entry.
    func refresh(_ pledge: Int64, _ change: ChangeRow.Kind, at position: Int64) throws {
        let sql = """
            SELECT position, kind, quantity, unit, deadline, said, confidence FROM tellings
            WHERE pledge = ? ORDER BY told, position
            """
        let rows = try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [pledge])
        let known = try row(of: pledge)
        let entry = batch.entryStart(at: position)
        guard let first = rows.first else {
            if let known { try end(pledge, since: known["since"], change, entry, at: position) }
            return
        }
        let summary = PledgeSummary(try rows.map { try PledgeSummary.Part($0) })
        let version = try Version(
            pledge,
            summary,
            revisions: summary.revisions.count,
            kind: first["kind"],
            confidence: first["confidence"],
            resolution: resolution(of: pledge)
        )
        if let known, version.isEqual(to: known) { return }
        try put(version, in: known, change, entry, at: position)
        try database.run("DELETE FROM pledge_revisions WHERE pledge = ?", [pledge])
        try write(summary.revisions, of: pledge)
    }

    /// Makes a pledge of a telling that tells of nothing known.
    func begin(_ new: NewTelling) throws {
        let telling = new.telling
        let version = try Version(
            telling.position,
            PledgeSummary([PledgeSummary.Part(telling)]),
            revisions: 0,
            kind: new.kind.rawValue,
            confidence: new.confidence,
            resolution: nil
        )
        try insert(version, .new, at: telling.position)
    }

    /// Takes in `telling`, whose row says that it is one of `pledge`, and which was said after all others; without looking
    /// at them.
    ///
    /// Returns false, and does nothing, where it was not.
    func append(_ telling: Telling, to pledge: Int64, _ change: ChangeRow.Kind) throws -> Bool {
        let last = "SELECT position FROM tellings WHERE pledge = ? ORDER BY told DESC, position DESC LIMIT 1"
        guard let known = try row(of: pledge),
            try Int64.fetchOne(database.cachedStatement(sql: last), arguments: [pledge]) == telling.position
        else { return false }
        var summary = try PledgeSummary(known)
        summary.add(PledgeSummary.Part(telling))
        let revisions: Int = known["revisions"]
        let version = try Version(
            pledge,
            summary,
            revisions: revisions + summary.revisions.count,
            kind: known["kind"],
            confidence: known["confidence"],
            resolution: known["resolution"]
        )
        try put(version, in: known, change, batch.entryStart(at: telling.position), at: telling.position)
        try write(summary.revisions, of: pledge)
        return true
    }

    private func row(of pledge: Int64) throws -> Row? {
        let sql = "SELECT \(PledgeColumns.names) FROM pledges WHERE id = ?"
        return try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [pledge])
    }

    /// Puts `version` in the place of the row `known`, if there is one.
    private func put(
        _ version: Version,
        in known: Row?,
        _ change: ChangeRow.Kind,
        _ entry: Int64,
        at position: Int64
    ) throws {
        let pledge = version.id
        guard let known else {
            // What ended within this entry goes on.
            try database.run(
                "UPDATE pledge_history SET ended = NULL WHERE id = ? AND until >= ? AND ended IS NOT NULL",
                [pledge, entry]
            )
            let last = try versionBefore(entry, of: pledge)
            return try insert(version, change.actual(of: version, after: last), at: position)
        }
        let since: Int64 = known["since"]
        // What the entry itself made leaves no trace.
        if since < entry { try close(pledge, ended: nil, at: position) }
        let last = since < entry ? Version(known) : try versionBefore(entry, of: pledge)
        try update(version, change.actual(of: version, after: last), at: since < entry ? position : since)
    }

    /// What the pledge was before the entry that begins at `entry`; nil where it was none.
    private func versionBefore(_ entry: Int64, of pledge: Int64) throws -> Version? {
        let sql = """
            SELECT \(PledgeColumns.names) FROM pledge_history WHERE id = ? AND since < ? ORDER BY since DESC LIMIT 1
            """
        return try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [pledge, entry]).map { Version($0) }
    }

    private func end(
        _ pledge: Int64,
        since: Int64,
        _ change: ChangeRow.Kind,
        _ entry: Int64,
        at position: Int64
    ) throws {
        if since < entry { try close(pledge, ended: change == .corrected ? "gone" : "joined", at: position) }
        try database.run("DELETE FROM pledges WHERE id = ?", [pledge])
        try database.run("DELETE FROM pledge_revisions WHERE pledge = ?", [pledge])
    }

    private func close(_ pledge: Int64, ended: String?, at position: Int64) throws {
        try database.run(
            """
            INSERT INTO pledge_history (\(PledgeColumns.names), until, ended)
            SELECT \(PledgeColumns.names), ?2, ?3 FROM pledges WHERE id = ?1
            """,
            [pledge, position, ended]
        )
    }

    private func insert(_ version: Version, _ change: ChangeRow.Kind?, at position: Int64) throws {
        try database.run(
            "INSERT INTO pledges (\(PledgeColumns.names)) VALUES (\(Self.marks))",
            [version.id, position, change?.rawValue] + version.values.map { $0 as (any DatabaseValueConvertible)? }
        )
    }

    private func update(_ version: Version, _ change: ChangeRow.Kind?, at position: Int64) throws {
        try database.run(
            "UPDATE pledges SET \(Self.assignments) WHERE id = ?",
            [position, change?.rawValue] + version.values.map { $0 as (any DatabaseValueConvertible)? } + [version.id]
        )
    }

    private static let assignments = PledgeColumns.names.split(separator: ", ").dropFirst().map { "\($0) = ?" }
        .joined(separator: ", ")
    private static let marks = Array(repeating: "?", count: PledgeColumns.count).joined(separator: ", ")

    private func write(_ revisions: [PledgeSummary.Revision], of pledge: Int64) throws {
        for revision in revisions {
            try database.run(
                "INSERT OR REPLACE INTO pledge_revisions (pledge, telling, field, old, new) VALUES (?, ?, ?, ?, ?)",
                [pledge, revision.telling, revision.field.rawValue, revision.old, revision.new]
            )
        }
    }

    /// What people decided last about any telling of it: a resolution, or that it is no pledge; nil where it is open.
    private func resolution(of pledge: Int64) throws -> String? {
        let sql = """
            SELECT CASE decision WHEN 'pledge.resolved' THEN resolution WHEN 'pledge.dismissed' THEN 'dismissed' END
            FROM decisions JOIN tellings ON tellings.position = decisions.telling
            WHERE tellings.pledge = ? AND decision IN ('pledge.resolved', 'pledge.dismissed', 'pledge.reopened')
            ORDER BY decisions.position DESC LIMIT 1
            """
        let row = try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [pledge])
        return row?[0]
    }
}

extension PledgeLedger {
    /// A row of `pledges`, but for what brought it.
    struct Version {
        let id: Int64
        let revisions: Int
        let tellings: Int
        let resolution: String?
        /// All columns from `kind` on.
        let values: [DatabaseValue]

        init(
            _ pledge: Int64,
            _ summary: PledgeSummary,
            revisions: Int,
            kind: String,
            confidence: Int,
            resolution: String?
        ) throws {
            (id, tellings, self.revisions) = (pledge, summary.tellings, revisions)
            self.resolution = resolution
            let columns: [(any DatabaseValueConvertible)?] = [
                kind, summary.first, summary.quantity?.value, summary.quantity?.unit,
                summary.deadline?.description, summary.deadline?.firstDayKey, summary.deadline?.lastDayKey,
                summary.said?.description, summary.lastSaid?.description, confidence, tellings, revisions,
                resolution,
            ]
            values = columns.map { $0?.databaseValue ?? .null }
        }

        init(_ row: Row) {
            (id, tellings, revisions) = (row[0], row[13], row[14])
            resolution = row[15]
            values = Array(row.databaseValues.dropFirst(3))
        }

        func isEqual(to row: Row) -> Bool { values == Array(row.databaseValues.dropFirst(3)) }

        /// Whether it says the same as `other`, be it by another telling of which the reader is surer.
        func saysTheSame(as other: Version) -> Bool {
            values.indices.allSatisfy { $0 == 1 || $0 == 9 || values[$0] == other.values[$0] }
        }
    }
}

extension ChangeRow.Kind {
    /// What the change comes to, seen by what it left; nil where there is nothing to tell.
    fileprivate func actual(of version: PledgeLedger.Version, after last: PledgeLedger.Version?) -> ChangeRow.Kind? {
        guard let last else { return self == .parted ? .parted : .new }
        if version.saysTheSame(as: last) { return nil }
        if version.resolution != last.resolution {
            guard let resolution = version.resolution else { return .reopened }
            return resolution == PledgeStatus.dismissed.rawValue ? .dismissed : .resolved
        }
        if version.tellings > last.tellings {
            return version.revisions > last.revisions ? .revised : self == .joined ? .joined : .restated
        }
        if version.tellings < last.tellings { return self == .parted ? .parted : .corrected }
        return .corrected
    }
}

extension PledgeSummary {
    /// What the row of a pledge, of ``PledgeColumns/names``, says that its tellings come to.
    fileprivate init(_ row: Row) throws {
        let quantity: Double? = row[5]
        self.init(
            first: row[4],
            said: try row.dateIfAny("said"),
            lastSaid: try row.dateIfAny("last_said"),
            quantity: quantity.map { Quantity(value: $0, unit: row[6] ?? "") },
            deadline: try row.edtfIfAny("deadline"),
            tellings: row[13]
        )
    }
}

extension PledgeSummary.Part {
    init(_ telling: Telling) {
        self.init(
            position: telling.position,
            quantity: telling.quantity,
            deadline: telling.deadline,
            said: telling.said
        )
    }

    init(_ row: Row) throws {
        let quantity: Double? = row["quantity"]
        self.init(
            position: row["position"],
            quantity: quantity.map { Quantity(value: $0, unit: row["unit"] ?? "") },
            deadline: try row.edtfIfAny("deadline"),
            said: try row.dateIfAny("said")
        )
    }
}
