internal import GRDB
internal import PledgedCore

/// Every pledge and request, with its parties.
struct PledgesView: View {
    static let schema = """
        CREATE TABLE pledges (
            -- Every pledge and every request that a reading found.
            position INTEGER PRIMARY KEY,  -- of the event that stated it
            article INTEGER NOT NULL REFERENCES articles (position),
            reading INTEGER NOT NULL REFERENCES readings (position),
            kind TEXT NOT NULL CHECK (kind IN ('commitment', 'plan', 'target', 'offer', 'agreement', 'request')),
            by_text TEXT,  -- the party in the text's words, where it is no actor
            action TEXT NOT NULL,
            quantity REAL,
            unit TEXT,  -- counted noun, ISO 4217 code or %
            deadline TEXT,  -- EDTF: 2030, 2026-Q2 as 2026-34, 2021/2030
            deadline_first_day TEXT,  -- ISO 8601; 0001-01-01 where the date is open
            deadline_last_day TEXT,  -- ISO 8601; 9999-12-31 where the date is open
            said TEXT,  -- ISO 8601
            cue TEXT NOT NULL,
            quote TEXT NOT NULL,  -- the article's text from span_start to span_end, in UTF-8 bytes
            span_start INTEGER NOT NULL,
            span_end INTEGER NOT NULL,
            also TEXT NOT NULL,  -- JSON array of [start, end, quote]: further tellings in the article
            confidence INTEGER NOT NULL,  -- per cent
            is_current INTEGER NOT NULL  -- 0: of a superseded article or reading
        ) STRICT;
        CREATE INDEX pledges_by_said ON pledges (said DESC, position DESC, kind) WHERE is_current;
        CREATE INDEX pledges_by_deadline ON pledges (deadline_last_day) WHERE is_current AND deadline IS NOT NULL;

        CREATE TABLE pledge_parties (
            -- Who is bound by a pledge, whom it is for (for a request: who asks whom), who said it.
            pledge INTEGER NOT NULL REFERENCES pledges (position),
            role TEXT NOT NULL CHECK (role IN ('by', 'to', 'speaker')),
            actor INTEGER NOT NULL REFERENCES actors (id),
            ordinal INTEGER NOT NULL,  -- place in the event's list, from 0
            PRIMARY KEY (pledge, role, actor)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX pledge_parties_by_actor ON pledge_parties (actor, role, pledge);

        -- Full text of the quotes; ask for words in lower case and without diacritics.
        CREATE VIRTUAL TABLE pledge_search USING fts5(
            quote, content = 'pledges', content_rowid = 'position', tokenize = 'unicode61 remove_diacritics 2'
        );
        CREATE VIRTUAL TABLE pledge_search_words USING fts5vocab('pledge_search', 'row');
        """

    func apply(_ recorded: RecordedEvent, in batch: Batch) throws {
        switch recorded.event {
        case .pledgeStated(let pledge), .requestStated(let pledge):
            try add(pledge, recorded, in: batch)
        case .articleReceived, .actorNamed, .happeningReported, .articleRead: break
        case .articleDuplicated, .articleRejected, .articleRedacted, .unknown: break
        }
    }

    func withdraw(article: Int64, in batch: Batch) throws {
        let database = batch.database
        let held = Readings.holds("?1", in: "pledges")
        for (column, role, isRequest) in [("pledges", "by", 0), ("asked", "to", 1)] {
            try database.run(
                """
                UPDATE actors SET \(column) = \(column) - lost.number
                FROM (SELECT actor, count(*) AS number FROM pledges JOIN pledge_parties ON pledge = position
                    WHERE \(held) AND is_current AND role = ?2 AND (kind = 'request') = ?3 GROUP BY actor) AS lost
                WHERE id = lost.actor
                """,
                [article, role, isRequest]
            )
        }
        try database.run("UPDATE pledges SET is_current = 0 WHERE \(held) AND is_current", [article])
    }

    private func add(_ pledge: Pledge, _ recorded: RecordedEvent, in batch: Batch) throws {
        let reading = try batch.reading(of: recorded)
        try insert(pledge, recorded, at: reading, in: batch.database)
        let by = try reading.actors(pledge.by, of: recorded)
        let to = try reading.actors(pledge.to, of: recorded)
        let speaker = try reading.actors(pledge.speaker.map { [$0] } ?? [], of: recorded)
        for (role, actors) in [("by", by), ("to", to), ("speaker", speaker)] {
            for (ordinal, actor) in actors.enumerated() {
                try batch.database.run(
                    "INSERT INTO pledge_parties (pledge, role, actor, ordinal) VALUES (?, ?, ?, ?)",
                    [recordedOffset(recorded.position), role, actor, ordinal]
                )
            }
        }
        batch.changeReading { $0.add(pledge.kind) }
        if reading.isCurrent { count(pledge, by: by, to: to, in: batch) }
    }

    private func count(_ pledge: Pledge, by: [Int64], to: [Int64], in batch: Batch) {
        if pledge.kind == .request {
            for actor in to { batch.tallies.addRequest(to: actor) }
        } else {
            for actor in by { batch.tallies.addPledge(to: actor) }
        }
    }

    private func insert(
        _ pledge: Pledge,
        _ recorded: RecordedEvent,
        at reading: OpenReading,
        in database: Database
    )
        throws
    {
        let position = recordedOffset(recorded.position)
        let also = pledge.also.map { "[\($0.span.start),\($0.span.end),\(JSONText.string($0.quote))]" }
        try database.run(
            """
            INSERT INTO pledges (position, article, reading, kind, by_text, action, quantity, unit, deadline,
                deadline_first_day, deadline_last_day, said, cue, quote, span_start, span_end, also, confidence,
                is_current)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                position, reading.article, reading.position, pledge.kind.rawValue, pledge.byText, pledge.action,
                pledge.quantity?.value, pledge.quantity?.unit, pledge.deadline?.description,
                pledge.deadline?.firstDayKey, pledge.deadline?.lastDayKey, pledge.said?.description, pledge.cue,
                pledge.anchor.quote, pledge.anchor.span.start, pledge.anchor.span.end,
                "[\(also.joined(separator: ","))]", pledge.confidence, reading.isCurrent,
            ]
        )
        try database.run(
            "INSERT INTO pledge_search (rowid, quote) VALUES (?, ?)",
            [position, Folding.letters(pledge.anchor.quote)]
        )
    }
}
