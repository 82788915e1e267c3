internal import GRDB
internal import PledgedCore

/// The reading that a fact belongs to.
struct OpenReading: Sendable {
    /// Its key: the position of its first event.
    let position: Int64
    /// The article's key: the position of its `article.received`.
    let article: Int64
    /// The article's day of publication.
    let date: String?
    /// Whether its facts are shown: not those of a superseded article.
    let isCurrent: Bool
}

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
        CREATE INDEX readings_by_article ON readings (article);
        """

    /// The reading that takes in `recorded`: the one that is open, or a new one, before which `withdraw` is called if
    /// the article was read before.
    static func current(
        for recorded: RecordedEvent,
        in database: Database,
        withdraw: (Int64) throws -> Void
    ) throws -> OpenReading {
        guard let id = recorded.article else { throw recorded.unappliable("it names no article") }
        let statement = try database.cachedStatement(
            sql: """
                SELECT articles.position, date, superseded_by IS NULL, readings.position, completed
                FROM articles LEFT JOIN readings ON readings.position = articles.reading WHERE id = ?
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
        let reading = try open ?? begin(recorded, of: article, in: database)
        return OpenReading(position: reading, article: article, date: row[1], isCurrent: row[2])
    }

    private static func begin(_ recorded: RecordedEvent, of article: Int64, in database: Database) throws -> Int64 {
        let position = recordedOffset(recorded.position)
        try database.run("INSERT INTO readings (position, article) VALUES (?, ?)", [position, article])
        try database.run("UPDATE articles SET reading = ? WHERE position = ?", [position, article])
        return position
    }

    static func complete(
        _ reading: OpenReading,
        by recorded: RecordedEvent,
        _ read: ArticleRead,
        in database: Database
    )
        throws
    {
        try database.run(
            "UPDATE readings SET completed = ?, reader = ? WHERE position = ?",
            [recordedOffset(recorded.position), read.reader, reading.position]
        )
    }
}
