internal import GRDB
internal import PledgedCore

/// Real-world parties across articles: one row for each, whatever it is called.
struct ActorsView: View {
    static let schema = """
        CREATE TABLE actors (
            -- One row for a real-world party across articles, numbered in order of first appearance.
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind IN ('person', 'organization', 'country')),
            name TEXT NOT NULL,  -- the most complete one, of equals the first seen
            articles INTEGER NOT NULL DEFAULT 0,  -- how many name it; superseded ones don't count
            pledges INTEGER NOT NULL DEFAULT 0,  -- how many bind it
            asked INTEGER NOT NULL DEFAULT 0,  -- how many requests were put to it
            merged_into INTEGER REFERENCES actors (id)  -- the row that it turned out to be the same as
        ) STRICT;
        CREATE INDEX actors_by_articles ON actors (articles DESC, id) WHERE articles > 0;
        CREATE INDEX actors_by_kind ON actors (kind, articles DESC, id) WHERE articles > 0;

        CREATE TABLE actor_names (
            -- Every form in which articles name an actor.
            actor INTEGER NOT NULL REFERENCES actors (id),
            name TEXT NOT NULL,
            name_folded TEXT NOT NULL,
            uses INTEGER NOT NULL,  -- articles that write this form; superseded ones don't count
            canonical_uses INTEGER NOT NULL,  -- articles of which it is the fullest form
            completeness INTEGER NOT NULL,  -- more is fuller
            first_position INTEGER NOT NULL,  -- of the event that brought it
            PRIMARY KEY (actor, name)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE actor_keys (
            -- What an actor is recognised by in the next article.
            kind TEXT NOT NULL,
            key TEXT NOT NULL,  -- the name in plain lower-case words
            form TEXT NOT NULL CHECK (form IN ('full', 'acronym')),
            actor INTEGER NOT NULL REFERENCES actors (id),
            PRIMARY KEY (kind, key, form, actor)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX actor_keys_by_actor ON actor_keys (actor, form);

        CREATE TABLE article_actors (
            -- Who is named in which reading of which article.
            reading INTEGER NOT NULL REFERENCES readings (position),
            label INTEGER NOT NULL,  -- 1 for A1, within the reading
            article INTEGER NOT NULL REFERENCES articles (position),
            article_date TEXT,
            position INTEGER NOT NULL,  -- of its actor.named
            actor INTEGER NOT NULL REFERENCES actors (id),
            canonical_name TEXT NOT NULL,
            names TEXT NOT NULL,  -- JSON array of the forms, as written
            role TEXT,  -- a person's title
            affiliation INTEGER,  -- the label that the role belongs to
            mentions TEXT NOT NULL,  -- JSON array of [start, end] in UTF-8 bytes of the article's text
            confidence INTEGER NOT NULL,  -- per cent
            is_current INTEGER NOT NULL,  -- 0: of a superseded article or reading
            PRIMARY KEY (reading, label)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX article_actors_by_actor ON article_actors (actor, article_date) WHERE is_current;
        CREATE INDEX article_actors_by_role ON article_actors (actor, role, article_date)
            WHERE is_current AND role IS NOT NULL;
        """

    func apply(_ recorded: RecordedEvent, in batch: Batch) throws {
        switch recorded.event {
        case .actorNamed(let named):
            try add(named.composed, recorded, in: batch)
        case .articleReceived, .pledgeStated, .requestStated, .happeningReported, .articleRead: break
        case .articleDuplicated, .articleRejected, .articleRedacted, .unknown: break
        }
    }

    func withdraw(article: Int64, in batch: Batch) throws {
        let database = batch.database
        let newest = "SELECT max(position) FROM readings WHERE article = ?1"
        let shown = "SELECT actor FROM article_actors WHERE reading = (\(newest)) AND is_current"
        try database.run("UPDATE actors SET articles = articles - 1 WHERE id IN (\(shown))", [article])
        try database.run(
            """
            UPDATE actor_names SET
                uses = uses - (SELECT count(*) FROM article_actors AS a, json_each(a.names) AS form
                    WHERE a.reading = (\(newest)) AND a.is_current AND a.actor = actor_names.actor
                        AND form.value = actor_names.name),
                canonical_uses = canonical_uses - (SELECT count(*) FROM article_actors AS a
                    WHERE a.reading = (\(newest)) AND a.is_current AND a.actor = actor_names.actor
                        AND a.canonical_name = actor_names.name)
            WHERE actor IN (\(shown))
            """,
            [article]
        )
        let actors = try Set(Int64.fetchAll(database.cachedStatement(sql: shown), arguments: [article]))
        try database.run(
            "UPDATE article_actors SET is_current = 0 WHERE reading = (\(newest)) AND is_current",
            [article]
        )
        for actor in actors { try ActorRegister.chooseName(of: actor, in: database) }
    }

    private func add(_ named: NamedActor, _ recorded: RecordedEvent, in batch: Batch) throws {
        if try batch.reading(of: recorded).isTaken(named.label) {
            throw recorded.unappliable("its reading names \(named.label) twice")
        }
        let actor = try ActorRegister.actor(for: named, recorded, in: batch)
        let reading = try batch.reading(of: recorded)
        if reading.isCurrent {
            if !reading.names(actor) { batch.tallies.addArticle(to: actor) }
            batch.tallies.addNames(of: named, to: actor, at: recorded.position)
        }
        try insert(named, recorded, actor, at: reading, in: batch.database)
        batch.changeReading { $0.name(named.label, actor) }
    }

    private func insert(
        _ named: NamedActor,
        _ recorded: RecordedEvent,
        _ actor: Int64,
        at reading: OpenReading,
        in database: Database
    ) throws {
        let mentions = named.mentions.map { "[\($0.start),\($0.end)]" }.joined(separator: ",")
        try database.run(
            """
            INSERT INTO article_actors (reading, label, article, article_date, position, actor, canonical_name,
                names, role, affiliation, mentions, confidence, is_current)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                reading.position, named.label.number, reading.article, reading.date,
                recordedOffset(recorded.position), actor, named.canonicalName, JSONText.array(named.names),
                named.role, named.affiliation?.number, "[\(mentions)]", named.confidence, reading.isCurrent,
            ]
        )
    }
}
