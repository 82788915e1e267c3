internal import GRDB
internal import PledgedCore

/// What people decided, and on which facts it bears now.
///
/// A decision is about a telling or a mention as it was. Where its article is read anew or corrected, it bears on what
/// takes that one's place; where nothing does, it waits.
struct DecisionsView: View {
    static let schema = """
        CREATE TABLE decisions (
            -- What people decided about pledges and actors.
            position INTEGER PRIMARY KEY,  -- of the event that records it
            recorded TEXT NOT NULL,  -- UTC, RFC 3339
            decision TEXT NOT NULL,  -- what the event is called: pledge.resolved, actors.merged
            resolution TEXT CHECK (resolution IN ('fulfilled', 'withdrawn', 'broken')),
            name TEXT,  -- for actor.renamed
            who TEXT NOT NULL,
            reason TEXT NOT NULL,
            fact INTEGER NOT NULL,  -- position of the telling or naming that it was about
            other_fact INTEGER,  -- likewise, for two
            telling INTEGER REFERENCES tellings (position),  -- on which it bears now
            other_telling INTEGER REFERENCES tellings (position),
            identity INTEGER REFERENCES identities (id),
            other_identity INTEGER REFERENCES identities (id)
        ) STRICT;
        CREATE INDEX decisions_by_telling ON decisions (telling, decision) WHERE telling IS NOT NULL;
        CREATE INDEX decisions_by_other_telling ON decisions (other_telling) WHERE other_telling IS NOT NULL;
        CREATE INDEX decisions_by_identity ON decisions (identity, decision) WHERE identity IS NOT NULL;
        CREATE INDEX decisions_by_other_identity ON decisions (other_identity) WHERE other_identity IS NOT NULL;
        CREATE INDEX decisions_by_fact ON decisions (fact);
        CREATE INDEX decisions_by_other_fact ON decisions (other_fact) WHERE other_fact IS NOT NULL;

        CREATE TABLE decision_bearings (
            -- On what a decision has borne since the event at `since`.
            decision INTEGER NOT NULL REFERENCES decisions (position),
            since INTEGER NOT NULL,
            telling INTEGER,
            other_telling INTEGER,
            identity INTEGER,
            other_identity INTEGER,
            PRIMARY KEY (decision, since)
        ) STRICT, WITHOUT ROWID;
        """

    func apply(_ recorded: RecordedEvent, in batch: Batch) throws {
        switch recorded.event {
        case .decided(let decision): try decide(decision, recorded, in: batch)
        case .articleRead: try bearAnew(recorded, in: batch)
        case .articleReceived, .actorNamed, .pledgeStated, .requestStated, .happeningReported: break
        case .articleDuplicated, .articleRejected, .articleRedacted, .unknown: break
        }
    }

    func withdraw(article: Int64, at position: Int64, in batch: Batch) throws {}

    private func decide(_ decision: Decision, _ recorded: RecordedEvent, in batch: Batch) throws {
        try batch.flush()
        try insert(decision, recorded, decision.references.map { recordedOffset($0.position) }, in: batch)
        let position = recordedOffset(recorded.position)
        let facts = try bear(position, since: position, in: batch)
        try carryOut(decision.eventName, facts, at: position, in: batch)
    }

    private func insert(
        _ decision: Decision,
        _ recorded: RecordedEvent,
        _ facts: [Int64],
        in batch: Batch
    ) throws {
        let (resolution, name): (Resolution?, String?) =
            switch decision.choice {
            case .resolve(_, let resolution): (resolution, nil)
            case .rename(_, let name): (nil, name)
            case .reopen, .dismiss, .link, .unlink, .merge, .separate: (nil, nil)
            }
        try batch.run(
            """
            INSERT INTO decisions (position, recorded, decision, resolution, name, who, reason, fact, other_fact)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            recordedOffset(recorded.position),
            recorded.recorded.description,
            decision.eventName.rawValue,
            resolution?.rawValue,
            name,
            decision.who,
            decision.reason,
            facts[0],
            facts.count > 1 ? facts[1] : nil
        )
        let record = KnownDecisions.Record(
            position: recordedOffset(recorded.position),
            decision: decision.eventName,
            resolution: resolution?.rawValue,
            subject: KnownDecisions.Subject(decision.eventName)
        )
        batch.memory.decisions?.put(record)
    }

    /// Finds out on what the decision at `position` bears since the event at `since`, and writes it down.
    private func bear(_ position: Int64, since: Int64, in batch: Batch) throws -> [Int64] {
        let database = try batch.database
        let sql = "SELECT decision, fact, other_fact, telling, identity FROM decisions WHERE position = ?"
        guard let row = try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [position]) else {
            return []
        }
        let name = try row.code("decision", as: Event.Name.self)
        let finder = FactFinder(database: database)
        let (fact, other): (Int64, Int64?) = (row["fact"], row["other_fact"])
        let facts = [fact] + (other.map { [$0] } ?? [])
        let isAboutPledges = KnownDecisions.Subject(name) == .telling
        let found = try facts.map { try isAboutPledges ? finder.telling(for: $0) : finder.identity(for: $0) }
        let columns = isAboutPledges ? "telling = ?, other_telling = ?" : "identity = ?, other_identity = ?"
        try batch.run(
            composed: "UPDATE decisions SET \(columns) WHERE position = ?",
            [found[0], found.count > 1 ? found[1] : nil, position]
        )
        batch.memory.decisions?.bear(position, on: found)
        try batch.run(
            """
            INSERT OR REPLACE INTO decision_bearings (decision, since, telling, other_telling, identity, other_identity)
            SELECT position, ?, telling, other_telling, identity, other_identity FROM decisions WHERE position = ?
            """,
            since,
            position
        )
        return found.compactMap { $0 }
    }

    private func carryOut(_ name: Event.Name, _ facts: [Int64], at position: Int64, in batch: Batch) throws {
        let tellings = TellingRegister(batch: batch)
        let change: ChangeRow.Kind
        switch name {
        case .pledgeResolved: change = .resolved
        case .pledgeReopened: change = .reopened
        case .pledgeDismissed: change = .dismissed
        case .pledgesLinked: return try tellings.regroup(tellings.pledges(of: facts), .joined, at: position)
        case .pledgesUnlinked: return try tellings.regroup(tellings.pledges(of: facts), .parted, at: position)
        case .actorsMerged, .actorsSeparated:
            return try IdentityRegister(batch: batch).regroup(facts, at: position)
        case .actorRenamed: return try IdentityRegister(batch: batch).chooseNames(of: facts)
        default: return
        }
        for pledge in try tellings.pledges(of: facts) {
            try PledgeLedger(batch: batch).refresh(pledge, change, at: position)
        }
    }

    /// Lets decisions about the article that was read, or about those that it corrects, bear on the new reading.
    private func bearAnew(_ recorded: RecordedEvent, in batch: Batch) throws {
        guard let article = recorded.article, let last = try batch.decisions().last else { return }
        // About an article that is read for the first time nobody has decided anything, unless while it was read.
        let reading = try batch.reading(of: recorded)
        guard reading.hasPast || last > reading.position else { return }
        let sql = """
            WITH RECURSIVE chain (article) AS (
                SELECT position FROM articles WHERE id = ?1
                UNION SELECT position FROM articles JOIN chain ON superseded_by = chain.article
            ), read (position) AS (
                SELECT position FROM readings WHERE article IN chain
            ), facts (position) AS (
                SELECT position FROM tellings WHERE reading IN read
                UNION SELECT position FROM article_actors WHERE reading IN read
            )
            SELECT position, decision FROM decisions WHERE fact IN facts OR other_fact IN facts ORDER BY position
            """
        try batch.flush()
        let database = try batch.database
        for row in try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [article.hexadecimal]) {
            let facts = try bear(row[0], since: recordedOffset(recorded.position), in: batch)
            let name = try row.code("decision", as: Event.Name.self)
            try carryOut(name, facts, at: recordedOffset(recorded.position), in: batch)
        }
    }
}
