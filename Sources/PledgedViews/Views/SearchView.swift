internal import GRDB
internal import PledgedCore

/// Full-text search over titles and texts.
struct SearchView: View {
    static let schema = """
        CREATE TABLE article_texts (
            -- The texts of the articles, as they were written.
            position INTEGER PRIMARY KEY REFERENCES articles (position),
            text TEXT NOT NULL
        ) STRICT;
        CREATE VIEW search_content AS
            SELECT articles.position, title, text FROM articles JOIN article_texts USING (position);

        -- Full text of the articles; ask for words in lower case and without diacritics ("dong" for "Đồng").
        -- The words are indexed folded by the program, because SQLite does not take "đ" for a "d".
        CREATE VIRTUAL TABLE search USING fts5(
            title, text, content = 'search_content', content_rowid = 'position', tokenize = 'unicode61 remove_diacritics 2'
        );
        CREATE VIRTUAL TABLE search_words USING fts5vocab('search', 'row');
        """

    func apply(_ recorded: RecordedEvent, in batch: Batch) throws {
        switch recorded.event {
        case .articleReceived(let received):
            try batch.run(
                "INSERT INTO article_texts (position, text) VALUES (?, ?)",
                recordedOffset(recorded.position),
                received.article.text
            )
            batch.remember(received.article.text, of: recordedOffset(recorded.position))
            try batch.index(
                .article(
                    position: recordedOffset(recorded.position),
                    title: received.article.header.title,
                    text: received.article.text
                )
            )
        case .actorNamed, .pledgeStated, .requestStated, .happeningReported, .articleRead: break
        case .articleDuplicated, .articleRejected, .articleRedacted, .decided, .unknown: break
        }
    }

    func withdraw(article: Int64, at position: Int64, in batch: Batch) throws {}
}
