internal import GRDB
internal import PledgedCore

/// Which reading of an article is the newest, and whether it is complete.
enum Readings {
    static let schema = """
        CREATE TABLE readings (
            -- One reading of an article by one version of the reader; the newest one's facts are shown.
            position INTEGER PRIMARY KEY,  -- of its first event
            article INTEGER NOT NULL REFERENCES articles (position),
            completed INTEGER,  -- position of its article.read; NULL while its events are still arriving
            reader TEXT,  -- version of the reader, from article.read
            actors INTEGER NOT NULL DEFAULT 0,
            pledges INTEGER NOT NULL DEFAULT 0,
            requests INTEGER NOT NULL DEFAULT 0,
            happenings INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE INDEX readings_by_article ON readings (article, position);
        """

    /// SQL that gives the newest reading of the article of a row of `articles`.
    static let newest = "SELECT max(newest.position) FROM readings AS newest WHERE newest.article = articles.position"

    /// The reading that takes in `recorded`: the one that is open, or a new one, before which `withdraw` is called if
    /// the article was read before.
    static func current(
        of id: ArticleID,
        for recorded: RecordedEvent,
        in database: Database,
        withdraw: (Int64) throws -> Void
    ) throws -> OpenReading {
        let statement = try database.cachedStatement(
            sql: """
                SELECT articles.position, date, superseded_by IS NULL, readings.position, completed
                FROM articles LEFT JOIN readings ON readings.position = (\(newest)) WHERE id = ?
                """
        )
        guard let row = try Row.fetchOne(statement, arguments: [id.hexadecimal]) else {
            throw recorded.unappliable("no event before it let in article \(id)")
        }
        let article: Int64 = row[0]
        var open: Int64? = row[3]
        if open != nil, row[4] as Int64? != nil {
            try withdraw(article)
            open = nil
        }
        return OpenReading(
            position: try open ?? begin(recorded, of: article, in: database),
            article: article,
            date: row[1],
            isCurrent: row[2],
            actors: try open.map { try actors(of: $0, in: database) } ?? [:]
        )
    }

    private static func actors(of reading: Int64, in database: Database) throws -> [ActorLabel: Int64] {
        let sql = "SELECT label, actor FROM article_actors WHERE reading = ?"
        let rows = try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [reading])
        return Dictionary(uniqueKeysWithValues: rows.map { (ActorLabel($0[0]), $0[1]) })
    }

    private static func begin(_ recorded: RecordedEvent, of article: Int64, in database: Database) throws -> Int64 {
        let position = recordedOffset(recorded.position)
        try database.run("INSERT INTO readings (position, article) VALUES (?, ?)", [position, article])
        return position
    }
}
