internal import GRDB
internal import PledgedCore

/// An article as whoever takes in facts about it has to know it.
struct KnownArticle {
    /// Its key: the position of its `article.received`.
    let position: Int64
    /// The name of its file.
    let file: String
    /// Its day of publication.
    let date: String?
    let isCorrection: Bool
    var isSuperseded: Bool
    /// How often it was read, the last one's key, and whether that is complete.
    var readings: Int
    var reading: Int64?
    var isComplete: Bool

    /// The article that `received`, at `position`, lets in.
    init(_ received: ArticleReceived, at position: Int64) {
        self.position = position
        file = received.file.name
        date = received.article.header.date?.description
        isCorrection = received.revises != nil
        (isSuperseded, readings, reading, isComplete) = (false, 0, nil, false)
    }

    /// The article as the database has it; nil where that has none.
    init?(_ id: ArticleID, in database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                SELECT articles.position, file, date, revises IS NOT NULL, superseded_by IS NOT NULL,
                    (SELECT count(*) FROM readings AS read WHERE read.article = articles.position),
                    readings.position, completed IS NOT NULL
                FROM articles LEFT JOIN readings ON readings.position = (\(Readings.newest)) WHERE id = ?
                """
        )
        guard let row = try Row.fetchOne(statement, arguments: [id.hexadecimal]) else { return nil }
        (position, file, date, isCorrection, isSuperseded) = (row[0], row[1], row[2], row[3], row[4])
        (readings, reading, isComplete) = (row[5], row[6], row[7])
    }

    /// The reading that takes in further facts; nil where the next fact opens one.
    var openReading: Int64? { isComplete ? nil : reading }
}
