internal import GRDB
internal import PledgedCore

/// The tables of `views.sqlite` and the marks by which the file is known.
enum Schema {
    /// Grows with every change to a table or to what a view puts in it; a file with another one is rebuilt.
    static let version = 5
    /// "PLGV", the mark at byte 68 of the file that tells views from other databases.
    static let applicationID = 0x504C_4756

    /// Every table whose rows are the views' content, in the order of the digest.
    static let tables: [(name: String, order: String)] = [
        ("checkpoint", "id"), ("quarantine", "position"), ("days", "day"), ("articles", "position"),
        ("article_texts", "position"), ("readings", "position"), ("outcomes", "position"),
        ("actors", "id"), ("identities", "id"), ("identity_acronyms", "acronym, identity"),
        ("identity_moves", "identity, position"), ("identity_names", "identity, name"),
        ("article_actors", "reading, label"),
        ("tellings", "position"), ("telling_parties", "telling, role, identity"), ("telling_keys", "party, telling"),
        ("telling_moves", "telling, position"), ("pledges", "id"), ("pledge_history", "id, since"),
        ("pledge_parties", "pledge, role, identity"), ("pledge_revisions", "pledge, telling, field"),
        ("decisions", "position"), ("decision_bearings", "decision, since"),
        ("timeline", "position"), ("timeline_actors", "entry, identity"),
        ("search_words", "term"), ("telling_search_words", "term"),
    ]

    private static let checkpoint = """
        CREATE TABLE checkpoint (
            -- How much of the log the views hold: every event before `position`.
            id INTEGER PRIMARY KEY CHECK (id = 1),
            position INTEGER NOT NULL
        ) STRICT;
        INSERT INTO checkpoint (id, position) VALUES (1, 0);
        """

    static func create(_ views: [any View], in database: Database) throws {
        try database.execute(sql: checkpoint)
        try database.execute(sql: Quarantine.schema)
        for view in views { try database.execute(sql: type(of: view).schema) }
        try database.execute(sql: QuestionViews.schema)
        try database.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version);")
    }

    /// Refuses a file that this version of the program did not write.
    static func check(_ database: Database, at path: String) throws(ViewError) {
        let (application, version, position) = try ViewError.translating(path) {
            (
                try Int.fetchOne(database, sql: "PRAGMA application_id"),
                try Int.fetchOne(database, sql: "PRAGMA user_version"),
                try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema WHERE name = 'checkpoint'")
            )
        }
        guard application == applicationID else {
            throw ViewError(
                code: .foreign,
                message:
                    "'\(path)' is a database, but not of these views. Delete it, or move it, and rebuild the views."
            )
        }
        guard version == Self.version else {
            throw ViewError(
                code: .otherVersion,
                message: "The views in '\(path)' have version \(version ?? 0), this program writes \(Self.version). "
                    + "Rebuild them from the log."
            )
        }
        guard position == 1 else {
            throw ViewError(code: .damaged, message: "The views in '\(path)' lack a table. Rebuild them from the log.")
        }
    }
}
