internal import PledgedCore

/// What became of each drop.
struct OutcomesView: View {
    static let schema = """
        CREATE TABLE outcomes (
            -- What became of each file that was dropped.
            position INTEGER PRIMARY KEY,  -- of the event that says so
            recorded TEXT NOT NULL,  -- UTC, RFC 3339
            kind TEXT NOT NULL CHECK (kind IN ('accepted', 'revised', 'duplicate', 'rejected')),
            file TEXT NOT NULL,  -- name in the drop folder; bytes that are not UTF-8 as U+FFFD
            file_folded TEXT NOT NULL,
            file_size INTEGER NOT NULL,  -- bytes
            file_inode INTEGER NOT NULL,  -- as a signed number of 64 bits
            file_modified INTEGER NOT NULL,  -- nanoseconds after 1970-01-01T00:00:00Z
            article INTEGER REFERENCES articles (position),  -- for a duplicate the first one
            revises INTEGER REFERENCES articles (position),
            reason TEXT,  -- code of a rejection
            digest TEXT,  -- SHA-256 of a rejected file's bytes, where they could be read
            sentence TEXT NOT NULL
        ) STRICT;
        CREATE INDEX outcomes_by_file ON outcomes (file_folded, position);
        CREATE INDEX outcomes_by_drop ON outcomes (file_inode, file_modified, file_size);
        CREATE INDEX outcomes_by_article ON outcomes (article, position) WHERE article IS NOT NULL;
        """

    func apply(_ recorded: RecordedEvent, in batch: Batch) throws {
        switch recorded.event {
        case .articleReceived(let received): try add(received, recorded, in: batch)
        case .articleDuplicated(let duplicated): try add(duplicated, recorded, in: batch)
        case .articleRejected(let rejected): try add(rejected, recorded, in: batch)
        case .actorNamed, .pledgeStated, .requestStated, .happeningReported, .articleRead: break
        case .articleRedacted, .decided, .unknown: break
        }
    }

    func withdraw(article: Int64, at position: Int64, in batch: Batch) throws {}

    private func add(_ received: ArticleReceived, _ recorded: RecordedEvent, in batch: Batch) throws {
        let revised = try received.revises.map { try known($0, recorded, in: batch) }
        let sentence = OutcomeSentence.received(received, revising: revised?.file)
        try insert(
            recorded,
            revised == nil ? .accepted : .revised,
            received.file,
            article: recordedOffset(recorded.position),
            revises: revised?.position,
            sentence: sentence,
            in: batch
        )
    }

    private func add(_ duplicated: ArticleDuplicated, _ recorded: RecordedEvent, in batch: Batch) throws {
        let original = try known(duplicated.original, recorded, in: batch)
        let sentence = OutcomeSentence.duplicated(duplicated, of: original.file)
        try insert(
            recorded,
            .duplicate,
            duplicated.file,
            article: original.position,
            sentence: sentence,
            in: batch
        )
    }

    private func add(_ rejected: ArticleRejected, _ recorded: RecordedEvent, in batch: Batch) throws {
        try insert(
            recorded,
            .rejected,
            rejected.file,
            reason: rejected.reason,
            digest: rejected.digest,
            sentence: rejected.sentence,
            in: batch
        )
    }

    private func known(
        _ id: ArticleID,
        _ recorded: RecordedEvent,
        in batch: Batch
    ) throws -> KnownArticle {
        guard let article = try batch.article(id) else {
            throw recorded.unappliable("it refers to article \(id), which no event before it let in")
        }
        return article
    }

    private func insert(
        _ recorded: RecordedEvent,
        _ kind: OutcomeKind,
        _ file: DroppedFile,
        article: Int64? = nil,
        revises: Int64? = nil,
        reason: RejectionReason? = nil,
        digest: ArticleID? = nil,
        sentence: String,
        in batch: Batch
    ) throws {
        try batch.run(
            """
            INSERT INTO outcomes (position, recorded, kind, file, file_folded, file_size, file_inode, file_modified,
                article, revises, reason, digest, sentence)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            recordedOffset(recorded.position),
            recorded.recorded.description,
            kind.rawValue,
            file.name,
            Folding.letters(file.name),
            file.size,
            Int64(bitPattern: file.inode),
            file.modified,
            article,
            revises,
            reason?.rawValue,
            digest?.hexadecimal,
            sentence
        )
    }
}
