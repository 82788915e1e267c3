internal import GRDB
internal import PledgedCore

/// Every article that was let in, and which one corrects which.
struct ArticlesView: View {
    static let schema = """
        CREATE TABLE articles (
            -- Every article that was let in.
            position INTEGER PRIMARY KEY,  -- of its article.received: the key that other tables refer to
            id TEXT NOT NULL UNIQUE,  -- SHA-256 of the file's bytes, in hexadecimal
            received TEXT NOT NULL,  -- UTC, RFC 3339
            file TEXT NOT NULL,
            file_folded TEXT NOT NULL,  -- lower case, without diacritics, as every column called …_folded
            date TEXT,  -- day of publication, ISO 8601
            title TEXT,
            title_folded TEXT,
            place TEXT,  -- of the dateline
            source TEXT,  -- the wire
            source_folded TEXT,
            language TEXT,  -- BCP 47
            notes TEXT NOT NULL,  -- JSON array of codes: decoded-as-windows-1252, no-date, not-english
            revises INTEGER REFERENCES articles (position),  -- the article that it corrects
            superseded_by INTEGER REFERENCES articles (position),  -- the article that corrects it
            redacted INTEGER  -- position of its article.redacted: its words were taken out of the log
        ) STRICT;
        CREATE INDEX articles_by_superseding ON articles (superseded_by) WHERE superseded_by IS NOT NULL;
        CREATE INDEX articles_by_date ON articles (date, position);
        CREATE INDEX articles_by_source ON articles (source_folded, date, position);
        CREATE INDEX articles_by_file ON articles (file_folded) WHERE superseded_by IS NULL;
        CREATE INDEX articles_by_title ON articles (title_folded, source_folded) WHERE superseded_by IS NULL;

        \(Readings.schema)
        """

    func apply(_ recorded: RecordedEvent, in batch: Batch) throws {
        switch recorded.event {
        case .articleReceived(let received): try insert(received, recorded, in: batch)
        case .articleRead(let read):
            batch.changeReading { $0.complete(by: recorded, read) }
            if let article = recorded.article { batch.memory.change(article) { $0.isComplete = true } }
            try batch.putDown()
        case .actorNamed, .pledgeStated, .requestStated, .happeningReported: break
        case .articleRedacted: try redact(recorded, in: batch)
        case .articleDuplicated, .articleRejected, .decided, .unknown: break
        }
    }

    func withdraw(article: Int64, at position: Int64, in batch: Batch) throws {}

    private func redact(_ recorded: RecordedEvent, in batch: Batch) throws {
        let known = try batch.database.cachedStatement(
            sql: "SELECT trim(text) <> '' FROM articles JOIN article_texts USING (position) WHERE id = ?"
        )
        let hasWords = try Bool.fetchOne(known, arguments: [recorded.article?.hexadecimal])
        // Its words are in other tables as well, and in what was made of them: the log is asked again, which has none.
        if hasWords == true { throw ViewError.outdated(by: recorded) }
        try batch.run(
            "UPDATE articles SET redacted = ?, title = NULL, title_folded = NULL WHERE id = ?",
            recordedOffset(recorded.position),
            recorded.article?.hexadecimal
        )
        try batch.run(
            "UPDATE article_texts SET text = '' WHERE position = (SELECT position FROM articles WHERE id = ?)",
            recorded.article?.hexadecimal
        )
    }

    private func insert(_ received: ArticleReceived, _ recorded: RecordedEvent, in batch: Batch) throws {
        let article = received.article
        let position = recordedOffset(recorded.position)
        let header = article.header
        let revised = try received.revises.flatMap { try batch.article($0) }
        try batch.run(
            """
            INSERT INTO articles (position, id, received, file, file_folded, date, title, title_folded, place, source,
                source_folded, language, notes, revises)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            position,
            article.id.hexadecimal,
            recorded.recorded.description,
            received.file.name,
            Folding.letters(received.file.name),
            header.date?.description,
            header.title,
            header.title.map(Folding.line),
            header.place,
            header.source,
            header.source.map(Folding.line),
            header.language,
            JSONText.array(article.notes.map(\.rawValue)),
            revised?.position
        )
        batch.memory.remember(KnownArticle(received, at: position), as: article.id)
        if let revised {
            try batch.run("UPDATE articles SET superseded_by = ? WHERE position = ?", position, revised.position)
        }
    }
}
