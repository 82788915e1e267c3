internal import GRDB
internal import PledgedCore

/// Full-text search over titles and texts.
struct SearchView: View {
    static let schema = """
        -- Full text of the articles; ask for words in lower case and without diacritics ("dong" for "Đồng").
        -- The words are indexed folded by the program, because SQLite does not take "đ" for a "d"; the text itself lies
        -- in `articles`, as it was written.
        CREATE VIRTUAL TABLE search USING fts5(
            title, text, content = 'articles', content_rowid = 'position', tokenize = 'unicode61 remove_diacritics 2'
        );
        CREATE VIRTUAL TABLE search_words USING fts5vocab('search', 'row');
        """

    func apply(_ recorded: RecordedEvent, at reading: OpenReading?, to database: Database) throws {
        switch recorded.event {
        case .articleReceived(let received):
            try database.run(
                "INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)",
                [
                    recordedOffset(recorded.position), received.article.header.title.map { Folding.letters($0) },
                    Folding.letters(received.article.text),
                ]
            )
        case .actorNamed, .pledgeStated, .requestStated, .happeningReported, .articleRead: break
        case .articleDuplicated, .articleRejected: break
        }
    }

    func withdraw(article: Int64, in database: Database) throws {}
}
