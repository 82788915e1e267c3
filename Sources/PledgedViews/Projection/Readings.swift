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

    /// SQL for facts in `table` being of the newest reading of the article at `article`, which is SQL as well and
    /// comes three times; found by position, for a reading's facts lie between its first event and its last.
    static func holds(_ article: String, in table: String) -> String {
        let newest = "(SELECT max(position) FROM readings WHERE article = \(article))"
        return """
            \(table).reading = \(newest) AND \(table).position >= \(newest) AND \(table).position <=
                coalesce((SELECT completed FROM readings WHERE position = \(newest)), 9223372036854775807)
            """
    }

    /// SQL that gives the newest reading of the article of a row of `articles`.
    static let newest = "SELECT max(newest.position) FROM readings AS newest WHERE newest.article = articles.position"

    /// The reading that takes in `recorded`: the one that is open, or a new one, before which `withdraw` is called if
    /// the article was read before.
    static func current(
        of id: ArticleID,
        for recorded: RecordedEvent,
        in batch: Batch,
        withdraw: (Int64) throws -> Void
    ) throws -> OpenReading {
        guard let article = try batch.article(id) else {
            throw recorded.unappliable("no event before it let in article \(id)")
        }
        let open = article.openReading
        if open == nil, article.readings > 0 { try withdraw(article.position) }
        let position = open ?? recordedOffset(recorded.position)
        if open == nil {
            batch.memory.change(id) { ($0.reading, $0.readings, $0.isComplete) = (position, $0.readings + 1, false) }
        }
        return OpenReading(
            position: position,
            article: article.position,
            date: article.date,
            isCurrent: !article.isSuperseded,
            hasPast: article.isCorrection || article.readings > (open == nil ? 0 : 1),
            parties: try open.map { try parties(of: $0, in: batch) } ?? [:],
            isNew: open == nil
        )
    }

    private static func parties(of reading: Int64, in batch: Batch) throws -> [ActorLabel: OpenReading.Party] {
        let sql = """
            SELECT label, named.kind AS kind, canonical_name, names, named.role AS role, named.affiliation AS affiliation,
                confidence, position, identity, form, key, identities.affiliation AS evidence_affiliation,
                affiliation_is_country, identities.role AS evidence_role
            FROM article_actors AS named LEFT JOIN identities ON identities.id = identity WHERE reading = ?
            """
        let rows = try Row.fetchAll(batch.database.cachedStatement(sql: sql), arguments: [reading])
        return Dictionary(
            uniqueKeysWithValues: try rows.map { (ActorLabel($0["label"]), try party($0, batch.memory.vocabulary)) }
        )
    }

    private static func party(_ row: Row, _ vocabulary: Vocabulary) throws -> OpenReading.Party {
        let affiliation: Int? = row["affiliation"]
        let named = NamedActor(
            label: ActorLabel(row["label"]),
            kind: try row.code("kind", as: ActorKind.self),
            canonicalName: row["canonical_name"],
            names: try [String](json: row["names"]),
            role: row["role"],
            affiliation: affiliation.map { ActorLabel($0) },
            mentions: [],
            confidence: row["confidence"]
        )
        var party = OpenReading.Party(named: named, words: vocabulary.known(named), position: row["position"])
        guard let identity: Int64 = row["identity"] else { return party }
        party.identity = identity
        party.key = try IdentityKey(row, of: named.kind)
        return party
    }
}
