internal import PledgedCore

/// The identities, as the views keep them: looked up, added, grouped into actors.
struct IdentityRegister {
    let batch: Batch
    private var known: KnownIdentities { batch.identities }
    private var rules: IdentityRules { IdentityRules(batch: batch) }

    /// The number of the identity that has `key`, new if nobody known has.
    ///
    /// - Parameters:
    ///   - key: what the party is recognised by.
    ///   - named: the party, for the name of a new actor.
    ///   - position: of the event that names it.
    /// - Returns: The number.
    /// - Throws: What the database throws.
    func identity(_ key: IdentityKey, of named: NamedActor, at position: Int64) throws -> Int64 {
        if let known = batch.memory.identities[key] { return known }
        let found = try known.identity(key.kind, key.form, key.key)
        let identity = try found ?? add(key, of: named, at: position)
        var addsAcronyms = false
        for acronym in key.acronyms where try known.add(acronym, to: identity) { addsAcronyms = true }
        if found == nil || addsAcronyms {
            try regroup([identity] + key.acronyms.compactMap { try rules.bare($0) }, at: position)
        }
        batch.memory.remember(key, as: identity)
        return identity
    }

    private func add(_ key: IdentityKey, of named: NamedActor, at position: Int64) throws -> Int64 {
        let identity = try batch.nextIdentity()
        try batch.run(
            "INSERT INTO actors (id, kind, name) VALUES (?, ?, ?)",
            identity,
            key.kind.rawValue,
            named.canonicalName
        )
        try batch.run(
            """
            INSERT INTO identities (id, kind, form, key, name, affiliation, affiliation_is_country, role, actor,
                first_position) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?1, ?9)
            """,
            identity,
            key.kind.rawValue,
            key.form.rawValue,
            key.key,
            key.name,
            key.evidence?.affiliation ?? "",
            key.evidence?.isCountry ?? false,
            key.evidence?.roleText ?? "",
            position
        )
        batch.memory.allIdentities?.add(identity, key)
        return identity
    }

    /// Groups anew whoever `identities` are joined to, now or before.
    ///
    /// An actor has the number of the first of its identities.
    func regroup(_ identities: [Int64], at position: Int64) throws {
        var affected: Set<Int64> = []
        for identity in identities {
            affected.formUnion(try known.like(identity))
            for neighbour in try rules.neighbours(of: identity) {
                affected.formUnion(try known.like(neighbour))
            }
        }
        var moved: [Int64] = []
        for component in try Partition.components(holding: affected, neighbours: rules.neighbours) {
            for identity in component where try move(identity, to: component[0], at: position) {
                moved.append(identity)
            }
        }
        guard !moved.isEmpty else { return }
        // Whoever was one with them may now be bound by the same pledges, or no longer be.
        try TellingRegister(batch: batch).actorsChanged(moved, at: position)
    }

    /// Whether it was another's.
    private func move(_ identity: Int64, to actor: Int64, at position: Int64) throws -> Bool {
        let old = try known.actor(of: identity)
        if old == actor { return false }
        // Names are chosen among those that are written; pledges and keys need not be.
        try batch.writeTallies()
        try batch.run(
            "INSERT OR IGNORE INTO actors (id, kind, name) SELECT ?1, kind, name FROM actors WHERE id = ?2",
            actor,
            old
        )
        try batch.run("UPDATE identities SET actor = ? WHERE id = ?", actor, identity)
        try batch.run(
            "INSERT OR IGNORE INTO identity_moves (identity, position, actor_before) VALUES (?, ?, ?)",
            identity,
            position,
            old
        )
        batch.memory.move(identity, from: old, to: actor)
        batch.uncounted.formUnion([old, actor])
        try batch.run(
            "DELETE FROM actors WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM identities WHERE actor = ?1)",
            old
        )
        for changed in [old, actor] { try chooseName(of: changed) }
        return true
    }

    /// Counts anew what an actor's identities come to.
    func recount(_ actor: Int64) throws {
        try batch.run(
            """
            UPDATE actors SET
                articles = (SELECT count(DISTINCT reading) FROM article_actors JOIN identities ON id = identity
                    WHERE actor = ?1 AND withdrawn IS NULL),
                pledges = (SELECT count(DISTINCT pledge) FROM pledge_parties JOIN identities ON id = identity
                    WHERE actor = ?1 AND pledge_parties.role = 'by'
                        AND (SELECT kind FROM tellings WHERE pledge = pledge_parties.pledge LIMIT 1) <> 'request'),
                asked = (SELECT count(DISTINCT pledge) FROM pledge_parties JOIN identities ON id = identity
                    WHERE actor = ?1 AND pledge_parties.role = 'to'
                        AND (SELECT kind FROM tellings WHERE pledge = pledge_parties.pledge LIMIT 1) = 'request')
            WHERE id = ?1
            """,
            actor
        )
    }

    /// Shows the actors of `identities` under the names that they have by now.
    func chooseNames(of identities: [Int64]) throws {
        for identity in identities { try chooseName(of: known.actor(of: identity)) }
    }

    /// Shows `actor` under the name that a person gave it, else under the fullest of those that articles prefer.
    func chooseName(of actor: Int64) throws {
        try batch.run(
            """
            UPDATE actors SET name = coalesce(
                (SELECT decisions.name FROM decisions JOIN identities ON identities.id = decisions.identity
                    WHERE decision = 'actor.renamed' AND identities.actor = ?1 ORDER BY position DESC LIMIT 1),
                (SELECT identity_names.name FROM identity_names JOIN identities ON identities.id = identity
                    WHERE identities.actor = ?1 AND canonical_uses > 0
                    ORDER BY completeness DESC, identity_names.name LIMIT 1),
                name)
            WHERE id = ?1
            """,
            actor
        )
    }
}
