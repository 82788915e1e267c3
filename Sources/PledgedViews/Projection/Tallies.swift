internal import PledgedCore

/// What the events of a batch add to counters of actors, and of the names of their identities.
struct Tallies {
    private struct Tally {
        var articles = 0
        var pledges = 0
        var asked = 0
    }

    private struct Name: Hashable {
        let identity: Int64
        let name: String
    }

    private struct NameTally {
        let completeness: Int
        let firstPosition: Int64
        var uses = 0
        var canonicalUses = 0
    }

    private var actors: [Int64: Tally] = [:]
    private var names: [Name: NameTally] = [:]

    mutating func addArticle(to actor: Int64) { actors[actor, default: Tally()].articles += 1 }

    /// Counts a pledge in which `actor` took on a role, or from which it fell out.
    mutating func add(_ count: Int, _ role: PartyRole, isRequest: Bool, to actor: Int64) {
        switch role {
        case .by where !isRequest: actors[actor, default: Tally()].pledges += count
        case .to where isRequest: actors[actor, default: Tally()].asked += count
        case .by, .to, .speaker, .of: break
        }
    }

    /// Counts the forms in which an article names `identity`.
    mutating func addNames(of named: NamedActor, to identity: Int64, at position: LogPosition) {
        for name in Set(named.names) { add(name, of: named, to: identity, at: position) { $0.uses += 1 } }
        add(named.canonicalName, of: named, to: identity, at: position) { $0.canonicalUses += 1 }
    }

    private mutating func add(
        _ name: String,
        of named: NamedActor,
        to identity: Int64,
        at position: LogPosition,
        _ count: (inout NameTally) -> Void
    ) {
        let key = Name(identity: identity, name: name)
        var tally =
            names[key]
            ?? NameTally(
                completeness: NameCompleteness.rank(name, kind: named.kind),
                firstPosition: recordedOffset(position)
            )
        count(&tally)
        names[key] = tally
    }

    /// Adds everything to what the database has, and shows the actors under the fullest of their names.
    func write(in batch: Batch) throws {
        for (actor, tally) in actors {
            try batch.run(
                "UPDATE actors SET articles = articles + ?, pledges = pledges + ?, asked = asked + ? WHERE id = ?",
                tally.articles,
                tally.pledges,
                tally.asked,
                actor
            )
        }
        for identity in try writeNames(in: batch) {
            try IdentityRegister(batch: batch).chooseName(of: batch.identities.actor(of: identity))
        }
    }

    /// Writes the names, and returns the identities that have a new one to be shown under.
    private func writeNames(in batch: Batch) throws -> Set<Int64> {
        var renamed: Set<Int64> = []
        for (key, tally) in names {
            let uses = try batch.value(
                """
                INSERT INTO identity_names (identity, name, name_folded, uses, canonical_uses, completeness, first_position)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (identity, name) DO UPDATE
                    SET uses = uses + excluded.uses, canonical_uses = canonical_uses + excluded.canonical_uses
                RETURNING canonical_uses
                """,
                key.identity,
                key.name,
                Folding.line(key.name),
                tally.uses,
                tally.canonicalUses,
                tally.completeness,
                tally.firstPosition
            )
            if tally.canonicalUses > 0, uses == Int64(tally.canonicalUses) { renamed.insert(key.identity) }
        }
        return renamed
    }
}

/// What a party has to do with a pledge.
enum PartyRole: String, Hashable, Sendable {
    case by, to, speaker
    /// What a bound person's role belongs to: another article may say that it is bound.
    case of
}
