internal import GRDB
internal import PledgedCore

/// What is known of identities, and whose they are: asked of memory where that has all of them, else of the database.
struct KnownIdentities {
    let batch: Batch

    /// The identity that has `key`, whatever its acronyms; nil where none has.
    func identity(_ kind: ActorKind, _ form: IdentityKey.Form, _ key: String) throws -> Int64? {
        try ask({ $0.number(of: kind, form, key) }) { database in
            let sql = "SELECT id FROM identities WHERE kind = ? AND form = ? AND key = ?"
            return try Int64.fetchOne(
                database.cachedStatement(sql: sql),
                arguments: [kind.rawValue, form.rawValue, key]
            )
        }
    }

    /// What `identity` is recognised by; of an organisation without its acronyms.
    func key(of identity: Int64) throws -> IdentityKey? {
        try ask({ $0.key(of: identity) }) { database in
            let sql = """
                SELECT kind, form, key, affiliation AS evidence_affiliation, affiliation_is_country, role AS evidence_role
                FROM identities WHERE id = ?
                """
            let row = try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [identity])
            return try row.map { try IdentityKey($0, of: $0.code("kind", as: ActorKind.self)) }
        }
    }

    /// The persons of one full name, in order.
    func persons(called name: String) throws -> [KnownPerson] {
        try ask({ $0.persons(called: name) }) { database in
            let sql = """
                SELECT id, affiliation, affiliation_is_country, role FROM identities
                WHERE name = ? AND form = 'person' ORDER BY id
                """
            return try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [name]).map { row in
                let role: String = row[3]
                let words = role.split(separator: " ").map(String.init)
                let evidence = PersonEvidence(affiliation: row[1], isCountry: row[2], role: words)
                return KnownPerson(identity: row[0], evidence: evidence)
            }
        }
    }

    // MARK: Acronyms

    /// The acronyms that articles give beside the full name of `identity`, in any order.
    func acronyms(of identity: Int64) throws -> [String] {
        try ask({ $0.acronyms(of: identity) }) { database in
            let sql = "SELECT acronym FROM identity_acronyms WHERE identity = ?"
            return try String.fetchAll(database.cachedStatement(sql: sql), arguments: [identity])
        }
    }

    /// The organisations of which articles give `acronym` beside the full name, in any order.
    func holders(of acronym: String) throws -> [Int64] {
        try ask({ $0.holders(of: acronym) }) { database in
            let sql = "SELECT identity FROM identity_acronyms WHERE acronym = ?"
            return try Int64.fetchAll(database.cachedStatement(sql: sql), arguments: [acronym])
        }
    }

    /// Notes that an article gives `acronym` beside the name of `identity`; returns whether none had before.
    func add(_ acronym: String, to identity: Int64) throws -> Bool {
        if let all = batch.memory.allIdentities {
            guard all.add(acronym, to: identity) else { return false }
            try batch.run("INSERT INTO identity_acronyms (acronym, identity) VALUES (?, ?)", acronym, identity)
            return true
        }
        return try batch.value(
            "INSERT OR IGNORE INTO identity_acronyms (acronym, identity) VALUES (?, ?) RETURNING 1",
            acronym,
            identity
        ) != nil
    }

    // MARK: Actors

    /// Whose `identity` is.
    func actor(of identity: Int64) throws -> Int64 {
        let memory = batch.memory
        if let actor = memory.allIdentities?.actor(of: identity) { return actor }
        return try memory.actor(of: identity) {
            let sql = "SELECT actor FROM identities WHERE id = ?"
            let statement = try batch.database.cachedStatement(sql: sql)
            guard let actor = try Int64.fetchOne(statement, arguments: [identity]) else {
                throw ViewError(
                    code: .damaged,
                    message: "The views lack identity \(identity). Rebuild them from the log."
                )
            }
            return actor
        }
    }

    /// The identities of whoever `identity` is of, itself among them, in order.
    func like(_ identity: Int64) throws -> [Int64] {
        let (actor, memory) = (try actor(of: identity), batch.memory)
        if let all = memory.allIdentities { return all.members(of: actor) }
        return try memory.identities(of: actor) {
            let sql = "SELECT id FROM identities WHERE actor = ? ORDER BY id"
            return try Int64.fetchAll(batch.database.cachedStatement(sql: sql), arguments: [actor])
        }
    }

    private func ask<Answer>(
        _ all: (AllIdentities) -> Answer,
        _ stored: (Database) throws -> Answer
    ) throws -> Answer {
        if let known = batch.memory.allIdentities { return all(known) }
        return try stored(batch.database)
    }
}
