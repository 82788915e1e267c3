internal import GRDB

/// Makes two actors one when an article shows that they are the same.
enum ActorMerge {
    /// Moves all that is known of `absorbed` to `actor`; the absorbed row stays, and points to the other.
    static func merge(_ absorbed: Int64, into actor: Int64, in database: Database) throws {
        try mergeNames(absorbed, into: actor, in: database)
        for (table, keys) in [
            ("actor_keys", true), ("pledge_parties", true), ("timeline_actors", true), ("article_actors", false),
        ] {
            // Where both take part already, the second row falls away.
            try database.run("UPDATE OR IGNORE \(table) SET actor = ?1 WHERE actor = ?2", [actor, absorbed])
            if keys { try database.run("DELETE FROM \(table) WHERE actor = ?", [absorbed]) }
        }
        try database.run(
            "UPDATE actors SET merged_into = ?1 WHERE id = ?2 OR merged_into = ?2",
            [actor, absorbed]
        )
        for id in [absorbed, actor] { try recount(id, in: database) }
        try ActorRegister.chooseName(of: actor, in: database)
    }

    private static func mergeNames(_ absorbed: Int64, into actor: Int64, in database: Database) throws {
        try database.run(
            """
            INSERT INTO actor_names (actor, name, name_folded, uses, canonical_uses, completeness, first_position)
            SELECT ?1, name, name_folded, uses, canonical_uses, completeness, first_position
            FROM actor_names WHERE actor = ?2
            ON CONFLICT (actor, name) DO UPDATE
                SET uses = uses + excluded.uses, canonical_uses = canonical_uses + excluded.canonical_uses,
                    first_position = min(first_position, excluded.first_position)
            """,
            [actor, absorbed]
        )
        try database.run("DELETE FROM actor_names WHERE actor = ?", [absorbed])
    }

    private static func recount(_ actor: Int64, in database: Database) throws {
        try database.run(
            """
            UPDATE actors SET
                articles = (SELECT count(DISTINCT article) FROM article_actors WHERE actor = ?1 AND is_current),
                pledges = (SELECT count(*) FROM pledge_parties JOIN pledges ON position = pledge
                    WHERE actor = ?1 AND role = 'by' AND kind <> 'request' AND is_current),
                asked = (SELECT count(*) FROM pledge_parties JOIN pledges ON position = pledge
                    WHERE actor = ?1 AND role = 'to' AND kind = 'request' AND is_current)
            WHERE id = ?1
            """,
            [actor]
        )
    }
}
