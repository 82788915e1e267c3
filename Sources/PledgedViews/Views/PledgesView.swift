internal import GRDB
internal import PledgedCore

/// Pledges and requests across articles: one row for each undertaking, with every telling of it.
struct PledgesView: View {
    static let schema = """
        CREATE TABLE tellings (
            -- Every pledge and every request that a reading found: one telling in one article.
            position INTEGER PRIMARY KEY,  -- of the event that stated it
            article INTEGER NOT NULL REFERENCES articles (position),
            reading INTEGER NOT NULL REFERENCES readings (position),
            pledge INTEGER REFERENCES pledges (id),  -- what it tells; NULL where it is withdrawn
            kind TEXT NOT NULL CHECK (kind IN ('commitment', 'plan', 'target', 'offer', 'agreement', 'request')),
            by_text TEXT,  -- the party in the text's words, where it is no actor
            action TEXT NOT NULL,
            quantity REAL,
            unit TEXT,  -- counted noun, ISO 4217 code or %
            deadline TEXT,  -- EDTF: 2030, 2026-Q2 as 2026-34, 2021/2030
            said TEXT,  -- ISO 8601
            cue TEXT NOT NULL,
            quote TEXT NOT NULL,  -- the article's text from span_start to span_end, in UTF-8 bytes
            span_start INTEGER NOT NULL,
            span_end INTEGER NOT NULL,
            also TEXT NOT NULL,  -- JSON array of [start, end, quote]: further tellings in the article
            confidence INTEGER NOT NULL,  -- per cent
            words TEXT NOT NULL,  -- by which it is held against others: words|context|numbers|marks|callings|unit
            told TEXT NOT NULL,  -- sorts the tellings of a pledge: day said, article's day, article, place in it
            withdrawn INTEGER  -- position of the event by which the article was superseded or read anew
        ) STRICT;
        CREATE INDEX tellings_by_pledge ON tellings (pledge, told) WHERE pledge IS NOT NULL;
        CREATE INDEX tellings_withdrawn ON tellings (article, position) WHERE withdrawn IS NOT NULL;
        CREATE INDEX tellings_by_reading ON tellings (reading, position);

        CREATE TABLE telling_parties (
            -- Who is bound by a telling, whom it is for (for a request: who asks whom), who said it; `of`: what a bound
            -- person's role belongs to.
            telling INTEGER NOT NULL REFERENCES tellings (position),
            role TEXT NOT NULL CHECK (role IN ('by', 'to', 'speaker', 'of')),
            identity INTEGER NOT NULL REFERENCES identities (id),
            ordinal INTEGER NOT NULL,  -- place in the event's list, from 0
            PRIMARY KEY (telling, role, identity)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX telling_parties_by_identity ON telling_parties (identity, role, telling);

        CREATE TABLE telling_keys (
            -- By what a telling is found that may be of the same pledge: hashes of what a party is known by, and of the
            -- telling's words and numbers, four in each column.
            party INTEGER NOT NULL,
            telling INTEGER NOT NULL REFERENCES tellings (position),
            keys1 INTEGER NOT NULL,
            keys2 INTEGER NOT NULL,
            keys3 INTEGER NOT NULL,
            keys4 INTEGER NOT NULL,
            PRIMARY KEY (party, telling)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE telling_moves (
            -- Which pledge a telling was of before the event at `position` changed that; NULL: of none yet.
            telling INTEGER NOT NULL REFERENCES tellings (position),
            position INTEGER NOT NULL,
            pledge_before INTEGER,
            PRIMARY KEY (telling, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE pledges (
            -- One row for a real-world undertaking, however many articles tell it.
            \(PledgeColumns.definitions)
            PRIMARY KEY (id)
        ) STRICT;
        CREATE INDEX pledges_by_said ON pledges (said DESC, id DESC, kind);
        CREATE INDEX pledges_by_deadline ON pledges (deadline_last_day, id DESC) WHERE deadline IS NOT NULL;
        CREATE INDEX pledges_by_quantity ON pledges (quantity DESC, id DESC) WHERE quantity IS NOT NULL;
        CREATE INDEX pledges_by_tellings ON pledges (tellings DESC, id DESC);
        CREATE INDEX pledges_by_confidence ON pledges (confidence DESC, id DESC);
        CREATE INDEX pledges_by_resolution ON pledges (resolution) WHERE resolution IS NOT NULL;
        CREATE INDEX pledges_by_revisions ON pledges (said DESC, id DESC) WHERE revisions > 0;
        CREATE INDEX pledges_by_since ON pledges (since, id);

        CREATE TABLE pledge_history (
            -- What a row of `pledges` was, up to the event at `until`.
            \(PledgeColumns.definitions)
            until INTEGER NOT NULL,
            ended TEXT CHECK (ended IN ('gone', 'joined')),  -- NULL where another version came after it
            PRIMARY KEY (id, since)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX pledge_history_by_since ON pledge_history (since, id);
        CREATE INDEX pledge_history_by_until ON pledge_history (until, id) WHERE ended IS NOT NULL;
        CREATE INDEX pledge_history_by_deadline ON pledge_history (deadline_last_day) WHERE deadline IS NOT NULL;

        CREATE TABLE pledge_parties (
            -- Who is bound by a pledge, whom it is for, who said it, by any telling.
            pledge INTEGER NOT NULL REFERENCES pledges (id),
            role TEXT NOT NULL CHECK (role IN ('by', 'to', 'speaker')),
            identity INTEGER NOT NULL REFERENCES identities (id),
            tellings INTEGER NOT NULL,  -- how many say so
            PRIMARY KEY (pledge, role, identity)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX pledge_parties_by_identity ON pledge_parties (identity, role, pledge);

        CREATE TABLE pledge_revisions (
            -- What a telling changed: another number or date than those before it gave.
            pledge INTEGER NOT NULL REFERENCES pledges (id),
            telling INTEGER NOT NULL REFERENCES tellings (position),
            field TEXT NOT NULL CHECK (field IN ('quantity', 'deadline', 'scope')),
            old TEXT NOT NULL,
            new TEXT NOT NULL,
            PRIMARY KEY (pledge, telling, field)
        ) STRICT, WITHOUT ROWID;

        -- Full text of the quotes; ask for words in lower case and without diacritics.
        CREATE VIRTUAL TABLE telling_search USING fts5(
            quote, content = 'tellings', content_rowid = 'position', tokenize = 'unicode61 remove_diacritics 2'
        );
        CREATE VIRTUAL TABLE telling_search_words USING fts5vocab('telling_search', 'row');
        """

    func apply(_ recorded: RecordedEvent, in batch: Batch) throws {
        switch recorded.event {
        case .pledgeStated(let pledge), .requestStated(let pledge):
            try add(pledge, recorded, in: batch)
        case .articleRead: try complete(recorded, in: batch)
        case .articleReceived, .actorNamed, .happeningReported: break
        case .articleDuplicated, .articleRejected, .articleRedacted, .decided, .unknown: break
        }
    }

    private func complete(_ recorded: RecordedEvent, in batch: Batch) throws {
        guard let id = recorded.article, let article = try batch.article(id), !article.isSuperseded else { return }
        try TellingRegister(batch: batch).complete(article: article.position, at: recordedOffset(recorded.position))
    }

    func withdraw(article: Int64, at position: Int64, in batch: Batch) throws {
        try TellingRegister(batch: batch).withdraw(article: article, at: position)
    }

    private func add(_ pledge: Pledge, _ recorded: RecordedEvent, in batch: Batch) throws {
        let reading = try batch.reading(of: recorded)
        let parties = TellingParties(
            by: reading.identities(pledge.by),
            to: reading.identities(pledge.to),
            speaker: reading.identities(pledge.speaker.map { [$0] } ?? []),
            of: reading.affiliations(of: pledge.by)
        )
        let words = TellingWords(
            pledge,
            in: try batch.text(of: reading.article),
            by: pledge.by.compactMap { reading.parties[$0]?.words },
            batch.memory.vocabulary
        )
        let position = recordedOffset(recorded.position)
        let telling = Telling(
            position: position,
            article: reading.article,
            isRequest: pledge.kind == .request,
            text: words.text,
            quantity: pledge.quantity,
            deadline: pledge.deadline,
            said: pledge.said,
            span: pledge.anchor.span
        )
        let told = told(pledge, recorded, at: reading)
        let insert = { (shown: Int64?) in
            try self.insert(pledge, recorded, telling, told, of: shown, at: reading, in: batch)
            for (role, identities) in parties.all {
                for (ordinal, identity) in identities.enumerated() {
                    try batch.run(
                        "INSERT INTO telling_parties (telling, role, identity, ordinal) VALUES (?, ?, ?, ?)",
                        position,
                        role.rawValue,
                        identity,
                        ordinal
                    )
                }
            }
        }
        try batch.index(.quote(position: position, pledge.anchor.quote))
        batch.changeReading { $0.add(pledge.kind) }
        guard reading.isCurrent else { return try insert(nil) }
        let register = TellingRegister(batch: batch)
        let new = NewTelling(
            telling: telling,
            kind: pledge.kind,
            confidence: pledge.confidence,
            parties: parties,
            callings: words.callings,
            byText: pledge.byText,
            anchor: pledge.anchor,
            told: told,
            hasPast: reading.hasPast
        )
        try register.add(new, insert)
    }

    /// Where a telling stands among those of its pledge.
    private func told(_ pledge: Pledge, _ recorded: RecordedEvent, at reading: OpenReading) -> String {
        let start = String(pledge.anchor.span.start)
        let place = String(repeating: "0", count: max(0, 10 - start.utf8.count)) + start
        let day = pledge.said?.description ?? reading.date ?? "9999-12-31"
        return "\(day) \(reading.date ?? "9999-12-31") \(recorded.article?.hexadecimal ?? "") \(place)"
    }

    private func insert(
        _ pledge: Pledge,
        _ recorded: RecordedEvent,
        _ telling: Telling,
        _ told: String,
        of shown: Int64?,
        at reading: OpenReading,
        in batch: Batch
    ) throws {
        let position = recordedOffset(recorded.position)
        let also = pledge.also.map { "[\($0.span.start),\($0.span.end),\(JSONText.string($0.quote))]" }
        try batch.run(
            """
            INSERT INTO tellings (position, article, reading, pledge, kind, by_text, action, quantity, unit, deadline, said, cue,
                quote, span_start, span_end, also, confidence, words, told, withdrawn)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            position,
            reading.article,
            reading.position,
            shown,
            pledge.kind.rawValue,
            pledge.byText,
            pledge.action,
            pledge.quantity?.value,
            pledge.quantity?.unit,
            pledge.deadline?.description,
            pledge.said?.description,
            pledge.cue,
            pledge.anchor.quote,
            pledge.anchor.span.start,
            pledge.anchor.span.end,
            "[\(also.joined(separator: ","))]",
            pledge.confidence,
            telling.text,
            told,
            reading.isCurrent ? nil : reading.position
        )
    }
}

/// The columns that a pledge and its earlier versions have.
enum PledgeColumns {
    static let definitions = """
        id INTEGER NOT NULL,  -- the position of the event that stated it first
            since INTEGER NOT NULL,  -- position of the event that made it what it is
            change TEXT,  -- what that did: new, restated, revised, resolved, reopened, dismissed, joined, parted, corrected
            kind TEXT NOT NULL,  -- of the telling that was said first, as all of that telling's columns
            first_telling INTEGER NOT NULL REFERENCES tellings (position),
            quantity REAL,  -- the latest that any telling gives
            unit TEXT,
            deadline TEXT,  -- EDTF, the latest that any telling gives
            deadline_first_day TEXT,  -- ISO 8601; 0001-01-01 where the date is open
            deadline_last_day TEXT,  -- ISO 8601; 9999-12-31 where the date is open
            said TEXT,  -- ISO 8601, for the first time
            last_said TEXT,
            confidence INTEGER NOT NULL,  -- per cent
            tellings INTEGER NOT NULL,
            revisions INTEGER NOT NULL,
            resolution TEXT,  -- fulfilled, withdrawn, broken, dismissed: by a person's decision
        """
    static let names = """
        id, since, change, kind, first_telling, quantity, unit, deadline, deadline_first_day, deadline_last_day, said, \
        last_said, confidence, tellings, revisions, resolution
        """
    /// How many ``names`` there are.
    static let count = 16
}
