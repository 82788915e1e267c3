internal import GRDB
internal import PledgedCore

/// Finds the fact that takes the place of one that was withdrawn, because its article was read anew or corrected.
struct FactFinder {
    let database: Database

    /// Whether the event at `position` stated a pledge or, where `asTelling` is false, named an actor.
    func exists(_ position: Int64, asTelling: Bool) throws -> Bool {
        let table = asTelling ? "tellings" : "article_actors"
        let sql = "SELECT 1 FROM \(table) WHERE position = ?"
        return try Int.fetchOne(database.cachedStatement(sql: sql), arguments: [position]) != nil
    }

    /// The telling at `position` or, where that is withdrawn, the one that tells the same now; nil where there is none.
    ///
    /// That is the one in the same words, in the same place of the same article, or which the matcher takes for the same.
    func telling(for position: Int64) throws -> Int64? {
        let sql = """
            SELECT \(Telling.columns(of: "tellings")), quote, span_start, span_end, withdrawn FROM tellings WHERE position = ?
            """
        guard let row = try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [position]) else { return nil }
        if row["withdrawn"] as Int64? == nil { return position }
        let head = try newest(row["article"])
        let shown = """
            SELECT \(Telling.columns(of: "tellings")), quote, span_start, span_end FROM tellings WHERE article = ? AND withdrawn IS NULL
                AND reading = (SELECT max(position) FROM readings WHERE article = ?) ORDER BY position
            """
        let telling = try Telling(row)
        var best: (rank: Int, position: Int64)?
        for other in try Row.fetchAll(database.cachedStatement(sql: shown), arguments: [head, head]) {
            let rank = try Self.rank(other, against: row, telling)
            if rank > 0, rank > best?.rank ?? 0 { best = (rank, other["position"]) }
        }
        return best?.position
    }

    /// How surely `row` tells what `original` told; 0 where it does not.
    private static func rank(_ row: Row, against original: Row, _ telling: Telling) throws -> Int {
        let other = try Telling(row)
        guard other.isRequest == telling.isRequest else { return 0 }
        if row["quote"] as String == original["quote"] { return 2_000_000 }
        let (start, end): (Int, Int) = (row["span_start"], row["span_end"])
        let overlap = min(end, original["span_end"]) - max(start, original["span_start"])
        if row["article"] as Int64 == original["article"], overlap > 0 { return 1_000_000 + min(overlap, 999_999) }
        let judgement = PledgeMatcher.judge(telling, other)
        return judgement.relation == .different ? 0 : 1 + judgement.overlap
    }

    /// The identity of whom the event at `position` names or, where that is withdrawn, whom the article names there now.
    func identity(for position: Int64) throws -> Int64? {
        let sql = """
            SELECT article, identity, canonical_name, mentions, withdrawn FROM article_actors WHERE position = ?
            """
        guard let row = try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [position]) else { return nil }
        if row["withdrawn"] as Int64? == nil { return row["identity"] }
        let article: Int64 = row["article"]
        let head = try newest(article)
        let shown = """
            SELECT identity FROM article_actors AS named
            WHERE reading = (SELECT max(position) FROM readings WHERE article = ?1) AND withdrawn IS NULL
                AND (canonical_name = ?2 OR (?1 = ?3 AND EXISTS (SELECT 1 FROM json_each(named.mentions) AS mention
                    WHERE mention.value ->> 0 = ?4)))
            ORDER BY canonical_name = ?2 DESC, label LIMIT 1
            """
        let first = "SELECT json_extract(?, '$[0][0]')"
        let start = try Int.fetchOne(database.cachedStatement(sql: first), arguments: [row["mentions"] as String])
        let found = try Int64.fetchOne(
            database.cachedStatement(sql: shown),
            arguments: [head, row["canonical_name"] as String, article, start]
        )
        return found ?? row["identity"]
    }

    /// The article that corrects the one at `article`, and that nobody has corrected.
    private func newest(_ article: Int64) throws -> Int64 {
        var newest = article
        let sql = "SELECT superseded_by FROM articles WHERE position = ? AND superseded_by IS NOT NULL"
        while let next = try Int64.fetchOne(database.cachedStatement(sql: sql), arguments: [newest]) { newest = next }
        return newest
    }
}
