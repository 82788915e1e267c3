internal import GRDB
internal import PledgedCore

/// What the events of a batch add to counters of actors and of their names.
struct Tallies {
    private struct ActorTally {
        var articles = 0
        var pledges = 0
        var asked = 0
    }

    private struct Name: Hashable {
        let actor: Int64
        let name: String
    }

    private struct NameTally {
        let completeness: Int
        let firstPosition: Int64
        var uses = 0
        var canonicalUses = 0
    }

    private var actors: [Int64: ActorTally] = [:]
    private var names: [Name: NameTally] = [:]

    mutating func addArticle(to actor: Int64) { actors[actor, default: ActorTally()].articles += 1 }

    /// Counts a pledge that binds `actor`.
    mutating func addPledge(to actor: Int64) { actors[actor, default: ActorTally()].pledges += 1 }

    /// Counts a request that was put to `actor`.
    mutating func addRequest(to actor: Int64) { actors[actor, default: ActorTally()].asked += 1 }

    /// Counts the forms in which an article names `actor`.
    mutating func addNames(of named: NamedActor, to actor: Int64, at position: LogPosition) {
        for name in Set(named.names) { add(name, of: named, to: actor, at: position) { $0.uses += 1 } }
        add(named.canonicalName, of: named, to: actor, at: position) { $0.canonicalUses += 1 }
    }

    private mutating func add(
        _ name: String,
        of named: NamedActor,
        to actor: Int64,
        at position: LogPosition,
        _ count: (inout NameTally) -> Void
    ) {
        let key = Name(actor: actor, name: name)
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
    func write(to database: Database) throws {
        for (actor, tally) in actors {
            try database.run(
                "UPDATE actors SET articles = articles + ?, pledges = pledges + ?, asked = asked + ? WHERE id = ?",
                [tally.articles, tally.pledges, tally.asked, actor]
            )
        }
        let renamed = try writeNames(to: database)
        for actor in renamed { try ActorRegister.chooseName(of: actor, in: database) }
    }

    /// Writes the names, and returns the actors that have a new one to be shown under.
    private func writeNames(to database: Database) throws -> Set<Int64> {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO actor_names (actor, name, name_folded, uses, canonical_uses, completeness, first_position)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (actor, name) DO UPDATE
                    SET uses = uses + excluded.uses, canonical_uses = canonical_uses + excluded.canonical_uses
                RETURNING canonical_uses
                """
        )
        var renamed: Set<Int64> = []
        for (key, tally) in names {
            let uses = try Int.fetchOne(
                statement,
                arguments: [
                    key.actor, key.name, Folding.line(key.name), tally.uses, tally.canonicalUses, tally.completeness,
                    tally.firstPosition,
                ]
            )
            if tally.canonicalUses > 0, uses == tally.canonicalUses { renamed.insert(key.actor) }
        }
        return renamed
    }
}
