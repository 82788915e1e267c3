internal import GRDB
internal import PledgedCore

/// The known actors, as the database keeps them: looked up, added, named, merged.
enum ActorRegister {
    /// The number of the actor that `named` stands for, new if nobody known is.
    static func actor(for named: NamedActor, _ recorded: RecordedEvent, in batch: Batch) throws -> Int64 {
        if let actor = batch.plainActor(named) { return actor }
        guard let article = recorded.article else { throw recorded.unappliable("it names no article") }
        let keys = ActorKeys(named, in: article)
        let known = try knownKeys(named.kind, keys.all, in: batch.database)
        let actor: Int64
        switch ActorMatcher.decide(keys, among: known) {
        case .unknown: actor = try insert(named, in: batch.database)
        case .known(let id, let absorbed):
            actor = id
            for other in absorbed { try batch.merge(other, into: id) }
        }
        try add(keys, of: named.kind, to: actor, besides: known, in: batch.database)
        if keys.isPlain { batch.remember(named, as: actor) }
        return actor
    }

    private static func knownKeys(_ kind: ActorKind, _ keys: [String], in database: Database) throws -> [KnownKey] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT key, form, actor, NOT EXISTS
                    (SELECT 1 FROM actor_keys AS other WHERE other.actor = actor_keys.actor AND other.form = 'full')
                FROM actor_keys WHERE kind = ? AND key = ? ORDER BY form, actor
                """
        )
        return try keys.flatMap { key in
            try Row.fetchAll(statement, arguments: [kind.rawValue, key]).compactMap { row in
                KnownKey.Form(rawValue: row[1]).map { KnownKey(key: row[0], form: $0, actor: row[2], isBare: row[3]) }
            }
        }
    }

    private static func insert(_ named: NamedActor, in database: Database) throws -> Int64 {
        // Numbers stay dense and in order of first appearance: rows are never deleted.
        try database.run("INSERT INTO actors (kind, name) VALUES (?, ?)", [named.kind.rawValue, named.canonicalName])
        return database.lastInsertedRowID
    }

    private static func add(
        _ keys: ActorKeys,
        of kind: ActorKind,
        to actor: Int64,
        besides known: [KnownKey],
        in database: Database
    ) throws {
        func add(_ key: String, _ form: KnownKey.Form) throws {
            let isKnown = known.contains { $0.key == key && $0.form == form && $0.actor == actor }
            if isKnown { return }
            try database.run(
                "INSERT OR IGNORE INTO actor_keys (kind, key, form, actor) VALUES (?, ?, ?, ?)",
                [kind.rawValue, key, form.rawValue, actor]
            )
        }
        if let full = keys.full { try add(full, .full) }
        for acronym in keys.acronyms { try add(acronym, .acronym) }
    }

    /// Shows `actor` under the fullest of the names that articles prefer for it.
    static func chooseName(of actor: Int64, in database: Database) throws {
        try database.run(
            """
            UPDATE actors SET name = coalesce(
                (SELECT name FROM actor_names WHERE actor = ?1 AND canonical_uses > 0
                    ORDER BY completeness DESC, first_position, name LIMIT 1), name)
            WHERE id = ?1
            """,
            [actor]
        )
    }
}
