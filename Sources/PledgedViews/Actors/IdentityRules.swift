internal import GRDB
internal import PledgedCore

/// Which identities are one actor; conservative: what is not plainly the same stays apart.
///
/// - An acronym alone is the one organisation of which some article gives it beside the full name; where two are, it is
///   neither. Where none is, "VIETTEL" in capitals is "Viettel".
/// - Two persons of one full name are one where ``PersonEvidence/joins(_:)`` says so.
/// - A person's decision joins any two, or keeps one apart from all that rules would join it to.
///
/// The rules look at what is known, not at the order in which it came: any order of the same articles gives the same
/// actors.
struct IdentityRules {
    let batch: Batch
    private var database: Database { get throws { try batch.database } }

    /// The identities that `identity` is directly joined to.
    func neighbours(of identity: Int64) throws -> [Int64] {
        var found = try DecisionLinks.identities.joined(to: identity, in: batch)
        if try isSeparate(identity) { return found }
        for neighbour in try ruled(identity) where try !isSeparate(neighbour) { found.append(neighbour) }
        return found
    }

    /// Those whose neighbours change where an organisation takes on `acronym`: whoever is known by that alone.
    func bare(_ acronym: String) throws -> Int64? { try identity(.acronym, acronym) }

    private func ruled(_ identity: Int64) throws -> [Int64] {
        let statement = try database.cachedStatement(sql: "SELECT form, key, name FROM identities WHERE id = ?")
        guard let row = try Row.fetchOne(statement, arguments: [identity]) else { return [] }
        guard let form = IdentityKey.Form(rawValue: row[0]) else { return [] }
        switch form {
        case .country, .lone: return []
        case .acronym: return try owner(of: row[1]).map { [$0] } ?? []
        case .full: return try acronyms(of: identity, key: row[1])
        case .person: return try namesakes(of: identity, name: row[2])
        }
    }

    private func owner(of acronym: String) throws -> Int64? {
        let holders = try holders(of: acronym)
        if holders.isEmpty { return try self.identity(.full, acronym) }
        return holders.count == 1 ? holders[0] : nil
    }

    private func acronyms(of identity: Int64, key: String) throws -> [Int64] {
        let sql = "SELECT acronym FROM identity_acronyms WHERE identity = ? ORDER BY acronym"
        let own = try String.fetchAll(database.cachedStatement(sql: sql), arguments: [identity])
        var found: [Int64] = []
        for acronym in own where try holders(of: acronym).count == 1 {
            if let bare = try bare(acronym) { found.append(bare) }
        }
        if let capitals = try bare(key), try holders(of: key).isEmpty { found.append(capitals) }
        return found
    }

    private func holders(of acronym: String) throws -> [Int64] {
        let sql = "SELECT identity FROM identity_acronyms WHERE acronym = ? ORDER BY identity LIMIT 2"
        return try Int64.fetchAll(database.cachedStatement(sql: sql), arguments: [acronym])
    }

    private func namesakes(of identity: Int64, name: String) throws -> [Int64] {
        let sql = """
            SELECT id, affiliation, affiliation_is_country, role FROM identities
            WHERE name = ? AND form = 'person' ORDER BY id
            """
        var evidence: [(id: Int64, evidence: PersonEvidence)] = []
        let rows = try Row.fetchCursor(database.cachedStatement(sql: sql), arguments: [name])
        while let row = try rows.next() {
            let role: String = row[3]
            let words = role.split(separator: " ").map(String.init)
            evidence.append((row[0], PersonEvidence(affiliation: row[1], isCountry: row[2], role: words)))
        }
        guard let own = evidence.first(where: { $0.id == identity })?.evidence else { return [] }
        return evidence.filter { $0.id != identity && own.joins($0.evidence) }.map(\.id)
    }

    private func isSeparate(_ identity: Int64) throws -> Bool {
        try DecisionLinks.identities.isSeparate(identity, in: batch)
    }

    private func identity(_ form: IdentityKey.Form, _ key: String) throws -> Int64? {
        let sql = "SELECT id FROM identities WHERE kind = 'organization' AND form = ? AND key = ?"
        return try Int64.fetchOne(database.cachedStatement(sql: sql), arguments: [form.rawValue, key])
    }
}
