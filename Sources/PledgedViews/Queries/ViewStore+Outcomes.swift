internal import GRDB
public import PledgedCore

extension ViewStore {
    /// What became of each drop under this name, latest first; at most ``PledgedCore/PageRequest/limitMax``.
    ///
    /// Bytes of the name that are not UTF-8 are given as U+FFFD.
    public func outcomes(fileName: String) throws(ViewError) -> [OutcomeRow] {
        try read { database in
            let sql = "\(Self.outcomeColumns) WHERE outcomes.file_folded = ? ORDER BY outcomes.position DESC"
            let rows = try Row.fetchCursor(
                database.cachedStatement(sql: sql),
                arguments: [Folding.letters(fileName)]
            )
            var outcomes: [OutcomeRow] = []
            // Compared in Swift, where composed and decomposed letters are equal.
            while outcomes.count < PageRequest.limitMax, let row = try rows.next() {
                if row["file"] == fileName { outcomes.append(try Self.outcome(row)) }
            }
            return outcomes
        }
    }

    /// What became of this very drop; nil where the log does not know it.
    public func outcome(of file: DroppedFile) throws(ViewError) -> OutcomeRow? {
        try read { database in
            let sql = """
                \(Self.outcomeColumns) WHERE outcomes.file_inode = ? AND outcomes.file_modified = ?
                    AND outcomes.file_size = ? ORDER BY outcomes.position DESC
                """
            let rows = try Row.fetchAll(
                database.cachedStatement(sql: sql),
                arguments: [Int64(bitPattern: file.inode), file.modified, file.size]
            )
            return try rows.first { $0["file"] == file.name }.map(Self.outcome)
        }
    }

    /// What became of each drop of this article's bytes, latest first; at most ``PledgedCore/PageRequest/limitMax``.
    public func outcomes(article: ArticleID) throws(ViewError) -> [OutcomeRow] {
        try read { database in
            let sql = "\(Self.outcomeColumns) WHERE articles.id = ? ORDER BY outcomes.position DESC LIMIT ?"
            return try Row.fetchAll(
                database.cachedStatement(sql: sql),
                arguments: [article.hexadecimal, PageRequest.limitMax]
            ).map(Self.outcome)
        }
    }

    private static let outcomeColumns = """
        SELECT outcomes.position, recorded, kind, outcomes.file, file_size, file_inode, file_modified,
            articles.id AS article, (SELECT id FROM articles AS other WHERE other.position = outcomes.revises) AS revises,
            reason, sentence
        FROM outcomes LEFT JOIN articles ON articles.position = outcomes.article
        """

    private static func outcome(_ row: Row) throws -> OutcomeRow {
        OutcomeRow(
            file: DroppedFile(
                name: row["file"],
                size: row["file_size"],
                inode: UInt64(bitPattern: row["file_inode"] as Int64),
                modified: row["file_modified"]
            ),
            kind: try row.code("kind", as: OutcomeKind.self),
            position: try row.position("position"),
            recorded: try row.timestamp("recorded"),
            article: try row.articleIDIfAny("article"),
            revises: try row.articleIDIfAny("revises"),
            reason: try row.codeIfAny("reason", as: RejectionReason.self),
            sentence: row["sentence"]
        )
    }
}
