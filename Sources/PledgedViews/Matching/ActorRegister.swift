internal import GRDB
internal import PledgedCore

/// The known actors, as the database keeps them: looked up, added, named, merged.
enum ActorRegister {
    /// The number of the actor that `named` stands for, new if nobody known is.
    static func actor(
        for named: NamedActor,
        _ recorded: RecordedEvent,
        at reading: OpenReading,
        in database: Database
    )
        throws -> Int64
    {
        guard let article = recorded.article else { throw recorded.unappliable("it names no article") }
        let keys = ActorKeys(named, in: article)
        let known = try knownKeys(named.kind, keys.all, in: database)
        let actor: Int64
        switch ActorMatcher.decide(keys, among: known) {
        case .unknown: actor = try insert(named, in: database)
        case .known(let id, let absorbed):
            actor = id
            for other in absorbed { try ActorMerge.merge(other, into: id, in: database) }
        }
        try add(keys, of: named.kind, to: actor, besides: known, in: database)
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

    /// Takes down the forms in which an article names `actor`.
    static func note(_ named: NamedActor, of actor: Int64, at position: LogPosition, in database: Database) throws {
        let sql = """
            INSERT INTO actor_names (actor, name, name_folded, uses, canonical_uses, completeness, first_position)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (actor, name) DO UPDATE
                SET uses = uses + excluded.uses, canonical_uses = canonical_uses + excluded.canonical_uses
            RETURNING canonical_uses
            """
        let statement = try database.cachedStatement(sql: sql)
        var written: Set<String> = []
        var isNewCanonical = false
        for name in named.names + [named.canonicalName] where written.insert(name).inserted {
            let isCanonical = name == named.canonicalName
            let uses = try Int.fetchOne(
                statement,
                arguments: StatementArguments([
                    actor, name, Folding.line(name), named.names.contains(name) ? 1 : 0, isCanonical ? 1 : 0,
                    NameCompleteness.rank(name, kind: named.kind), recordedOffset(position),
                ])
            )
            isNewCanonical = isNewCanonical || (isCanonical && uses == 1)
        }
        if isNewCanonical { try chooseName(of: actor, in: database) }
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
