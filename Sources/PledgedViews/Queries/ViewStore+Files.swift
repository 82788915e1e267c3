internal import GRDB
public import PledgedCore

extension ViewStore {
    /// The names in the drop folder under which an article's very bytes came, each once, oldest first.
    ///
    /// - Throws: ``ViewError`` where the file cannot be read.
    public func files(of article: ArticleID) throws(ViewError) -> [String] {
        try read { database in
            let sql = """
                SELECT outcomes.file FROM outcomes JOIN articles ON outcomes.article = articles.position
                WHERE articles.id = ? GROUP BY outcomes.file ORDER BY min(outcomes.position)
                """
            return try String.fetchAll(database.cachedStatement(sql: sql), arguments: [article.hexadecimal])
        }
    }
}
