/// A text to be found by its words, on its way into a full-text index.
enum FullText {
    case article(position: Int64, title: String?, text: String)
    case quote(position: Int64, String)

    /// Adds it, folded, because SQLite does not take "đ" for a "d".
    func write(in batch: Batch) throws {
        switch self {
        case .article(let position, let title, let text):
            try batch.run(
                "INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)",
                position,
                title.map { Folding.letters($0) },
                Folding.letters(text)
            )
        case .quote(let position, let quote):
            try batch.run(
                "INSERT INTO telling_search (rowid, quote) VALUES (?, ?)",
                position,
                Folding.letters(quote)
            )
        }
    }
}
