internal import GRDB
internal import PledgedCore

/// Dated happenings and deadlines; a deadline comes as a happening of its own from the reader.
struct TimelineView: View {
    static let schema = """
        CREATE TABLE timeline (
            -- Every dated happening and deadline that a reading found.
            position INTEGER PRIMARY KEY,  -- of its happening.reported
            article INTEGER NOT NULL REFERENCES articles (position),
            reading INTEGER NOT NULL REFERENCES readings (position),
            date TEXT NOT NULL,  -- EDTF: 2030, 2024-05, 2024-07-09, 2026-34 for a quarter, 2021/2030
            first_day TEXT NOT NULL,  -- ISO 8601; 0001-01-01 where the date is open
            last_day TEXT NOT NULL,  -- ISO 8601; 9999-12-31 where the date is open
            place TEXT,
            quote TEXT NOT NULL,  -- the article's text from span_start to span_end, in UTF-8 bytes
            span_start INTEGER NOT NULL,
            span_end INTEGER NOT NULL,
            confidence INTEGER NOT NULL,  -- per cent
            withdrawn INTEGER  -- position of the event by which the article was superseded or read anew
        ) STRICT;
        CREATE INDEX timeline_by_day ON timeline (first_day, last_day, position) WHERE withdrawn IS NULL;
        CREATE INDEX timeline_long ON timeline (last_day, first_day) WHERE withdrawn IS NULL AND \(isLong);

        CREATE TABLE timeline_actors (
            -- Who takes part in a timeline entry.
            entry INTEGER NOT NULL REFERENCES timeline (position),
            identity INTEGER NOT NULL REFERENCES identities (id),
            ordinal INTEGER NOT NULL,  -- place in the event's list, from 0
            PRIMARY KEY (entry, identity)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX timeline_actors_by_identity ON timeline_actors (identity, entry);
        """

    /// Days that most dates do not go beyond; the few that do have an index of their own, so that those that hold a day
    /// are found without looking at all that began before it.
    static let shortDays = 366
    /// SQL for a row of `timeline` being of more days.
    static let isLong = "julianday(last_day) - julianday(first_day) >= \(shortDays)"

    func apply(_ recorded: RecordedEvent, in batch: Batch) throws {
        switch recorded.event {
        case .happeningReported(let happening):
            try add(happening, recorded, in: batch)
        case .articleReceived, .actorNamed, .pledgeStated, .requestStated, .articleRead: break
        case .articleDuplicated, .articleRejected, .articleRedacted, .decided, .unknown: break
        }
    }

    func withdraw(article: Int64, at position: Int64, in batch: Batch) throws {
        let held = Readings.holds("?1", in: "timeline")
        try batch.run(
            composed: "UPDATE timeline SET withdrawn = ?2 WHERE \(held) AND withdrawn IS NULL",
            [article, position]
        )
    }

    private func add(_ happening: Happening, _ recorded: RecordedEvent, in batch: Batch) throws {
        let reading = try batch.reading(of: recorded)
        try insert(happening, recorded, at: reading, in: batch)
        for (ordinal, identity) in reading.identities(happening.actors).enumerated() {
            try batch.run(
                "INSERT INTO timeline_actors (entry, identity, ordinal) VALUES (?, ?, ?)",
                recordedOffset(recorded.position),
                identity,
                ordinal
            )
        }
        batch.changeReading { $0.addHappening() }
    }

    private func insert(
        _ happening: Happening,
        _ recorded: RecordedEvent,
        at reading: OpenReading,
        in batch: Batch
    ) throws {
        try batch.run(
            """
            INSERT INTO timeline (position, article, reading, date, first_day, last_day, place, quote, span_start,
                span_end, confidence, withdrawn)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            recordedOffset(recorded.position),
            reading.article,
            reading.position,
            happening.date.description,
            happening.date.firstDayKey,
            happening.date.lastDayKey,
            happening.place,
            happening.anchor.quote,
            happening.anchor.span.start,
            happening.anchor.span.end,
            happening.confidence,
            reading.isCurrent ? nil : reading.position
        )
    }
}
