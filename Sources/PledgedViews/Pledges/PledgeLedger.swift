internal import GRDB
internal import PledgedCore

/// Keeps the rows of pledges, and what they were before.
struct PledgeLedger {
    let batch: Batch
    private var database: Database { get throws { try batch.database } }

    /// Makes `telling`, which the database holds, one of `pledge`, or of none.
    func move(_ telling: Int64, to pledge: Int64?, at position: Int64) throws {
        let sql = "SELECT pledge, kind = 'request' FROM tellings WHERE position = ?"
        guard let row = try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [telling]) else { return }
        let before: Int64? = row[0]
        if before == pledge { return }
        let (old, new) = (try before.map { try batch.pledge($0) }, try pledge.map { try batch.pledge($0) })
        old?.tellings.removeAll { $0 == telling }
        new?.tellings.append(telling)
        try batch.run(
            "INSERT OR IGNORE INTO telling_moves (telling, position, pledge_before) VALUES (?, ?, ?)",
            telling,
            position,
            before
        )
        try batch.run("UPDATE tellings SET pledge = ? WHERE position = ?", pledge, telling)
        batch.memory.move(telling, to: pledge)
        let parties = "SELECT role, identity FROM telling_parties WHERE telling = ? AND role <> 'of'"
        for party in try Row.fetchAll(database.cachedStatement(sql: parties), arguments: [telling]) {
            let (role, identity) = (try party.code("role", as: PartyRole.self), party[1] as Int64)
            if let old { try remove(role, identity, from: old, isRequest: row[1]) }
            if let new { try add(role, identity, to: new, isRequest: row[1]) }
        }
    }

    /// Counts a new telling, and its parties, to `pledge`.
    func add(_ new: NewTelling, to pledge: KnownPledge) throws {
        pledge.tellings.append(new.telling.position)
        for (role, identities) in new.parties.all where role != .of {
            for identity in identities { try add(role, identity, to: pledge, isRequest: new.telling.isRequest) }
        }
    }

    private func add(_ role: PartyRole, _ identity: Int64, to pledge: KnownPledge, isRequest: Bool) throws {
        batch.memory.noteChange(of: pledge)
        guard pledge.add(role, identity), try !isParty(role, of: pledge, besides: identity) else { return }
        batch.tallies.add(1, role, isRequest: isRequest, to: try batch.identities.actor(of: identity))
    }

    private func remove(_ role: PartyRole, _ identity: Int64, from pledge: KnownPledge, isRequest: Bool) throws {
        batch.memory.noteChange(of: pledge)
        guard pledge.remove(role, identity), try !isParty(role, of: pledge, besides: identity) else { return }
        batch.tallies.add(-1, role, isRequest: isRequest, to: try batch.identities.actor(of: identity))
    }

    /// Whether the actor of `identity` has that role in `pledge` under another of its identities.
    private func isParty(_ role: PartyRole, of pledge: KnownPledge, besides identity: Int64) throws -> Bool {
        pledge.has(role, try batch.identities.like(identity), besides: identity)
    }

    /// Sums up `pledge` from its tellings; what it was before becomes history.
    ///
    /// One that nothing tells ends. What the events of one entry make of it, one after the other, is one change: seen against what it was before the
    /// entry.
    func refresh(_ pledge: Int64, _ change: ChangeRow.Kind, at position: Int64) throws {
        let known = try batch.pledge(pledge)
        let tellings = try counted(known.tellings).sorted { $0.precedes($1) }
        let entry = batch.entryStart(at: position)
        known.last = tellings.last.map { ($0.told, $0.part.position) }
        guard let first = tellings.first else { return try end(known, change, entry, at: position) }
        let summary = PledgeSummary(tellings.map(\.part))
        let version = PledgeVersion(
            summary,
            revisions: summary.revisions.count,
            kind: first.kind,
            confidence: first.confidence,
            resolution: try batch.decisions().resolution(of: known.tellings)
        )
        if version == known.row?.version { return }
        try put(version, in: known, change, entry, at: position)
        try batch.run("DELETE FROM pledge_revisions WHERE pledge = ?", pledge)
        try write(summary.revisions, of: pledge)
    }

    private func counted(_ tellings: [Int64]) throws -> [CountedTelling] {
        if let known = batch.memory.counted(tellings) { return known }
        let sql = "SELECT \(CountedTelling.columns) FROM tellings WHERE position IN (SELECT value FROM json_each(?))"
        let statement = try database.cachedStatement(sql: sql)
        return try Row.fetchAll(statement, arguments: [JSONText.array(tellings)]).map { try CountedTelling($0) }
    }

    /// Makes a pledge of a telling that tells of nothing known.
    func begin(_ new: NewTelling) -> KnownPledge {
        let telling = new.telling
        let version = PledgeVersion(
            PledgeSummary([PledgeSummary.Part(telling)]),
            revisions: 0,
            kind: new.kind.rawValue,
            confidence: new.confidence,
            resolution: nil
        )
        let pledge = KnownPledge(telling.position)
        pledge.row = KnownPledge.PledgeRecord(since: telling.position, change: .new, version: version)
        pledge.last = (new.told, telling.position)
        batch.memory.remember(pledge)
        batch.memory.noteChange(of: pledge)
        return pledge
    }

    /// Takes in a telling, whose row says that it is one of `known`, and which was said after all others; without looking
    /// at them.
    ///
    /// Returns false, and does nothing, where it was not.
    func append(_ new: NewTelling, to known: KnownPledge, _ change: ChangeRow.Kind) throws -> Bool {
        let telling = new.telling
        guard let row = known.row, try isLast(new, of: known) else { return false }
        var summary = row.version.summary
        summary.add(PledgeSummary.Part(telling))
        let version = PledgeVersion(
            summary,
            revisions: row.version.revisions + summary.revisions.count,
            kind: row.version.kind,
            confidence: row.version.confidence,
            resolution: row.version.resolution
        )
        try put(version, in: known, change, batch.entryStart(at: telling.position), at: telling.position)
        known.last = (new.told, telling.position)
        try write(summary.revisions, of: known.id)
        return true
    }

    private func isLast(_ new: NewTelling, of pledge: KnownPledge) throws -> Bool {
        if let last = pledge.last { return (new.told, new.telling.position) > last }
        let sql = "SELECT position FROM tellings WHERE pledge = ? ORDER BY told DESC, position DESC LIMIT 1"
        let last = try Int64.fetchOne(database.cachedStatement(sql: sql), arguments: [pledge.id])
        return last == new.telling.position
    }

    /// Puts `version` in the place of what `known` says, if it says anything.
    private func put(
        _ version: PledgeVersion,
        in known: KnownPledge,
        _ change: ChangeRow.Kind,
        _ entry: Int64,
        at position: Int64
    ) throws {
        batch.memory.noteChange(of: known)
        guard let row = known.row else {
            // What ended within this entry goes on.
            try batch.run(
                "UPDATE pledge_history SET ended = NULL WHERE id = ? AND until >= ? AND ended IS NOT NULL",
                known.id,
                entry
            )
            let last = try versionBefore(entry, of: known.id)
            let actual = change.actual(of: version, after: last)
            known.row = KnownPledge.PledgeRecord(since: position, change: actual, version: version)
            return
        }
        // What the entry itself made leaves no trace.
        if row.since < entry { try known.close(nil, at: position, in: batch) }
        let last = row.since < entry ? row.version : try versionBefore(entry, of: known.id)
        known.row = KnownPledge.PledgeRecord(
            since: row.since < entry ? position : row.since,
            change: change.actual(of: version, after: last),
            version: version
        )
    }

    /// What the pledge was before the entry that begins at `entry`; nil where it was none.
    private func versionBefore(_ entry: Int64, of pledge: Int64) throws -> PledgeVersion? {
        // A pledge has the number of its first telling: it was none before that.
        if pledge >= entry { return nil }
        let sql = """
            SELECT \(PledgeColumns.names) FROM pledge_history WHERE id = ? AND since < ? ORDER BY since DESC LIMIT 1
            """
        return try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [pledge, entry]).map {
            try PledgeVersion($0)
        }
    }

    private func end(_ known: KnownPledge, _ change: ChangeRow.Kind, _ entry: Int64, at position: Int64) throws {
        guard let row = known.row else { return }
        if row.since < entry { try known.close(change == .corrected ? "gone" : "joined", at: position, in: batch) }
        known.row = nil
        batch.memory.noteChange(of: known)
        try batch.run("DELETE FROM pledge_revisions WHERE pledge = ?", known.id)
    }

    private func write(_ revisions: [PledgeSummary.Revision], of pledge: Int64) throws {
        for revision in revisions {
            try batch.run(
                "INSERT OR REPLACE INTO pledge_revisions (pledge, telling, field, old, new) VALUES (?, ?, ?, ?, ?)",
                pledge,
                revision.telling,
                revision.field.rawValue,
                revision.old,
                revision.new
            )
        }
    }
}

extension ChangeRow.Kind {
    /// What the change comes to, seen by what it left; nil where there is nothing to tell.
    fileprivate func actual(of version: PledgeVersion, after last: PledgeVersion?) -> ChangeRow.Kind? {
        guard let last else { return self == .parted ? .parted : .new }
        if version.saysTheSame(as: last) { return nil }
        if version.resolution != last.resolution {
            guard let resolution = version.resolution else { return .reopened }
            return resolution == PledgeStatus.dismissed.rawValue ? .dismissed : .resolved
        }
        if version.summary.tellings > last.summary.tellings {
            return version.revisions > last.revisions ? .revised : self == .joined ? .joined : .restated
        }
        if version.summary.tellings < last.summary.tellings { return self == .parted ? .parted : .corrected }
        return .corrected
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
