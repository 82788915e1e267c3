internal import GRDB
internal import PledgedCore

/// Real-world parties across articles: one row for each, whatever it is called.
struct ActorsView: View {
    static let schema = """
        CREATE TABLE actors (
            -- One row for a real-world party across articles; its number is that of the first of its identities.
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind IN ('person', 'organization', 'country')),
            name TEXT NOT NULL,  -- the one that a person gave it, else the most complete one
            articles INTEGER NOT NULL DEFAULT 0,  -- how many name it; superseded ones don't count
            pledges INTEGER NOT NULL DEFAULT 0,  -- how many bind it
            asked INTEGER NOT NULL DEFAULT 0  -- how many requests were put to it
        ) STRICT;
        CREATE INDEX actors_by_articles ON actors (articles DESC, id) WHERE articles > 0;
        CREATE INDEX actors_by_kind ON actors (kind, articles DESC, id) WHERE articles > 0;

        CREATE TABLE identities (
            -- What articles recognise parties by: a country, a full name, an acronym alone, a person with role and
            -- affiliation. Several identities may be one actor.
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind IN ('person', 'organization', 'country')),
            form TEXT NOT NULL CHECK (form IN ('country', 'full', 'acronym', 'person', 'lone')),
            key TEXT NOT NULL,
            name TEXT NOT NULL,  -- in plain lower-case words
            affiliation TEXT NOT NULL,  -- a person's: the key of the identity; empty where none is given
            affiliation_is_country INTEGER NOT NULL,
            role TEXT NOT NULL,  -- a person's, in plain lower-case words; empty where none is given
            actor INTEGER NOT NULL REFERENCES actors (id),
            first_position INTEGER NOT NULL,  -- of the event that brought it
            UNIQUE (kind, form, key)
        ) STRICT;
        CREATE INDEX identities_by_actor ON identities (actor, id);
        CREATE INDEX identities_by_person ON identities (name, id) WHERE form = 'person';

        CREATE TABLE identity_acronyms (
            -- Acronyms that articles give beside an organisation's full name.
            acronym TEXT NOT NULL,
            identity INTEGER NOT NULL REFERENCES identities (id),
            PRIMARY KEY (acronym, identity)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX identity_acronyms_by_identity ON identity_acronyms (identity, acronym);

        CREATE TABLE identity_moves (
            -- Whose an identity was before the event at `position` showed that it is another's.
            identity INTEGER NOT NULL REFERENCES identities (id),
            position INTEGER NOT NULL,
            actor_before INTEGER NOT NULL,
            PRIMARY KEY (identity, position)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX identity_moves_by_actor ON identity_moves (actor_before);

        CREATE TABLE identity_names (
            -- Every form in which articles write an identity.
            identity INTEGER NOT NULL REFERENCES identities (id),
            name TEXT NOT NULL,
            name_folded TEXT NOT NULL,
            uses INTEGER NOT NULL,  -- articles that write this form; superseded ones don't count
            canonical_uses INTEGER NOT NULL,  -- articles of which it is the fullest form
            completeness INTEGER NOT NULL,  -- more is fuller
            first_position INTEGER NOT NULL,  -- of the event that brought it
            PRIMARY KEY (identity, name)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE article_actors (
            -- Who is named in which reading of which article.
            reading INTEGER NOT NULL REFERENCES readings (position),
            label INTEGER NOT NULL,  -- 1 for A1, within the reading
            article INTEGER NOT NULL REFERENCES articles (position),
            article_date TEXT,
            position INTEGER NOT NULL,  -- of its actor.named
            identity INTEGER REFERENCES identities (id),  -- NULL while the affiliation is not named yet
            kind TEXT NOT NULL,
            canonical_name TEXT NOT NULL,
            names TEXT NOT NULL,  -- JSON array of the forms, as written
            role TEXT,  -- a person's title
            affiliation INTEGER,  -- the label that the role belongs to
            mentions TEXT NOT NULL,  -- JSON array of [start, end] in UTF-8 bytes of the article's text
            confidence INTEGER NOT NULL,  -- per cent
            withdrawn INTEGER,  -- position of the event by which the article was superseded or read anew
            PRIMARY KEY (reading, label)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX article_actors_by_identity ON article_actors (identity, article_date) WHERE withdrawn IS NULL;
        CREATE INDEX article_actors_by_role ON article_actors (identity, role, article_date)
            WHERE withdrawn IS NULL AND role IS NOT NULL;
        CREATE INDEX article_actors_by_position ON article_actors (position);

        -- Every form in which articles name an actor.
        CREATE VIEW actor_names AS
            SELECT actor, identity_names.name, name_folded, sum(uses) AS uses, sum(canonical_uses) AS canonical_uses,
                max(completeness) AS completeness, min(identity_names.first_position) AS first_position
            FROM identity_names JOIN identities ON identities.id = identity GROUP BY actor, identity_names.name;
        """

    func apply(_ recorded: RecordedEvent, in batch: Batch) throws {
        switch recorded.event {
        case .actorNamed(let named):
            try add(named.composed, recorded, in: batch)
        case .pledgeStated, .requestStated, .happeningReported, .articleRead:
            // No affiliation will be named any more.
            let waiting = try batch.reading(of: recorded).waiting
            for label in waiting { try recogniseLate(label, recorded, in: batch) }
        case .articleReceived, .articleDuplicated, .articleRejected, .articleRedacted, .decided, .unknown: break
        }
    }

    func withdraw(article: Int64, at position: Int64, in batch: Batch) throws {
        let database = try batch.database
        let newest = "SELECT max(position) FROM readings WHERE article = ?1"
        let shown = "SELECT identity FROM article_actors WHERE reading = (\(newest)) AND withdrawn IS NULL"
        try batch.run(
            composed: """
                UPDATE actors SET articles = articles - 1
                WHERE id IN (SELECT actor FROM identities WHERE id IN (\(shown)))
                """,
            [article]
        )
        try batch.run(
            composed: """
                UPDATE identity_names SET
                    uses = uses - (SELECT count(*) FROM article_actors AS a, json_each(a.names) AS form
                        WHERE a.reading = (\(newest)) AND a.withdrawn IS NULL AND a.identity = identity_names.identity
                            AND form.value = identity_names.name),
                    canonical_uses = canonical_uses - (SELECT count(*) FROM article_actors AS a
                        WHERE a.reading = (\(newest)) AND a.withdrawn IS NULL AND a.identity = identity_names.identity
                            AND a.canonical_name = identity_names.name)
                WHERE identity IN (\(shown))
                """,
            [article]
        )
        let actors = try Set(
            Int64.fetchAll(
                database.cachedStatement(sql: "SELECT actor FROM identities WHERE id IN (\(shown))"),
                arguments: [article]
            )
        )
        try batch.run(
            composed: "UPDATE article_actors SET withdrawn = ?2 WHERE reading = (\(newest)) AND withdrawn IS NULL",
            [article, position]
        )
        for actor in actors { try IdentityRegister(batch: batch).chooseName(of: actor) }
    }

    private func add(_ named: NamedActor, _ recorded: RecordedEvent, in batch: Batch) throws {
        let reading = try batch.reading(of: recorded)
        let position = recordedOffset(recorded.position)
        let words = batch.memory.vocabulary.known(named)
        batch.changeReading { $0.name(named.label, OpenReading.Party(named: named, words: words, position: position)) }
        let isKnown = named.kind != .person || isAffiliationKnown(of: named, in: reading)
        let identity = isKnown ? try recognise(named.label, recorded, in: batch) : nil
        try insert(named, identity, position, at: reading, in: batch)
        // Whoever waited for this one.
        for label in reading.waiting where reading.parties[label]?.named.affiliation == named.label {
            try recogniseLate(label, recorded, in: batch)
        }
    }

    private func isAffiliationKnown(of named: NamedActor, in reading: OpenReading) -> Bool {
        guard let affiliation = named.affiliation, affiliation != named.label else { return true }
        return reading.parties[affiliation]?.identity != nil
    }

    /// Finds out who the party under `label` is, whose row is there.
    private func recogniseLate(_ label: ActorLabel, _ recorded: RecordedEvent, in batch: Batch) throws {
        let identity = try recognise(label, recorded, in: batch)
        let reading = try batch.reading(of: recorded)
        try batch.run(
            "UPDATE article_actors SET identity = ? WHERE reading = ? AND label = ?",
            identity,
            reading.position,
            label.number
        )
    }

    /// Finds out who the party under `label` is.
    private func recognise(_ label: ActorLabel, _ recorded: RecordedEvent, in batch: Batch) throws -> Int64? {
        guard let article = recorded.article else { throw recorded.unappliable("it names no article") }
        let reading = try batch.reading(of: recorded)
        guard let party = reading.parties[label] else { return nil }
        let affiliation = party.named.affiliation.flatMap { reading.parties[$0]?.key }
        let key = party.words.key ?? IdentityKey(party.named, affiliation: affiliation, in: article)
        let register = IdentityRegister(batch: batch)
        let identity = try register.identity(key, of: party.named, at: recordedOffset(recorded.position))
        if reading.isCurrent {
            let actor = try batch.identities.actor(of: identity)
            if try !reading.identities.contains(where: { try batch.identities.actor(of: $0) == actor }) {
                batch.tallies.addArticle(to: actor)
            }
            batch.tallies.addNames(of: party.named, to: identity, at: LogPosition(offset: UInt64(party.position)))
        }
        batch.changeReading { $0.recognise(label, key, as: identity) }
        return identity
    }

    private func insert(
        _ named: NamedActor,
        _ identity: Int64?,
        _ position: Int64,
        at reading: OpenReading,
        in batch: Batch
    ) throws {
        let mentions = named.mentions.map { "[\($0.start),\($0.end)]" }.joined(separator: ",")
        try batch.run(
            """
            INSERT INTO article_actors (reading, label, article, article_date, position, identity, kind, canonical_name,
                names, role, affiliation, mentions, confidence, withdrawn)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            reading.position,
            named.label.number,
            reading.article,
            reading.date,
            position,
            identity,
            named.kind.rawValue,
            named.canonicalName,
            JSONText.array(named.names),
            named.role,
            named.affiliation?.number,
            "[\(mentions)]",
            named.confidence,
            reading.isCurrent ? nil : reading.position
        )
    }
}
