internal import PledgedAPI
internal import PledgedCore
internal import PledgedExtraction
internal import PledgedLog
internal import PledgedViews

/// Reads articles again that another reader read, and appends what the reader in use finds behind what was found before.
///
/// It goes from article to article in the order in which they came, a few at a time, and gives way to files that are being
/// taken in. An article's new reading is one entry of the log: there whole or not at all. What a crash interrupts is
/// finished by asking again, for what this very reader has read is passed over.
struct Rereader {
    let log: EventLog
    let views: ViewStore
    let projection: ProjectionService
    let reader: CurrentReader
    let fatalErrors: FatalErrors
    /// How many dropped files are waiting.
    let filesWaiting: @Sendable () -> Int

    /// Articles that are read before the intake is looked at, and made durable together.
    static let batchMax = 8
    /// How long one batch waits for the intake at the most, so that it goes on under a flood.
    static let patience = Duration.seconds(1)

    func reread(_ request: RereadRequest) async throws -> RereadReply {
        let clock = ContinuousClock()
        let start = clock.now
        let reader = reader.value
        var reply = RereadReply(reader: reader.version, isDryRun: request.isDryRun ?? false)
        try await projection.waitUntilApplied(log.end)
        do {
            if let article = request.article {
                try await reread(article, by: reader, &reply)
            } else {
                reply.current = try views.readingCount(by: reader.version)
                try await rereadAll(by: reader, &reply)
            }
        } catch is CancellationError {
            throw Problem(
                .shuttingDown,
                "The daemon is stopping. Ask again when it runs; what was read again stays."
            )
        }
        reply.position = log.end.offset == 0 ? nil : LogPosition(offset: log.end.offset - 1)
        reply.microseconds = (clock.now - start).microseconds
        return reply
    }

    private func reread(_ article: ArticleID, by reader: Reader, _ reply: inout RereadReply) async throws {
        guard let row = try views.reading(of: article) else {
            throw Problem(
                .notFound,
                "There is no article \(article) that can be read. GET /articles lists them.",
                parameter: "article"
            )
        }
        if row.reader == reader.version {
            reply.current = 1
        } else {
            try await reread([row], by: reader, &reply)
        }
    }

    private func rereadAll(by reader: Reader, _ reply: inout RereadReply) async throws {
        var received: LogPosition?
        while true {
            try Task.checkCancellation()
            try await giveWay()
            let rows = try views.readings(notBy: reader.version, after: received, countMax: Self.batchMax)
            guard let last = rows.last else { return }
            try await reread(rows, by: reader, &reply)
            received = last.received
        }
    }

    /// Waits while dropped files do, though not for ever.
    private func giveWay() async throws {
        let deadline = ContinuousClock.now + Self.patience
        while filesWaiting() > 0, .now < deadline { try await Task.sleep(for: .milliseconds(5)) }
    }

    private func reread(_ rows: [ReadingRow], by reader: Reader, _ reply: inout RereadReply) async throws {
        var entries: [NewEntry] = []
        for row in rows {
            let read = await read(try await article(at: row), by: reader)
            let (old, new) = (try await facts(of: row), read.events)
            reply.articles += 1
            if old != new.filter(Self.isFact) { reply.changed += 1 }
            reply.before.add(old)
            reply.after.add(new)
            entries.append(NewEntry(article: row.article, events: new))
        }
        if reply.isDryRun { return }
        try await record(entries)
        reply.events += entries.reduce(0) { $0 + $1.events.count }
    }

    @concurrent
    private func read(_ article: Article, by reader: Reader) async -> ReadArticle {
        let clock = ContinuousClock()
        let start = clock.now
        let reading = reader.read(article)
        return ReadArticle(article: article, reading: reading, microseconds: (clock.now - start).microseconds)
    }

    private func article(at row: ReadingRow) async throws -> Article {
        let recorded = try await log.read(from: row.received, countMax: 1).first
        guard case .articleReceived(let received)? = recorded?.event, received.article.id == row.article else {
            throw RereadError.noArticle(row.article, row.received)
        }
        return received.article
    }

    /// What the reading found, without its closing count.
    private func facts(of row: ReadingRow) async throws -> [Event] {
        var facts: [Event] = []
        var position = row.first
        while position <= row.last {
            let count = Int(min(row.last.offset - position.offset + 1, 1000))
            let events = try await log.read(from: position, countMax: count)
            guard let last = events.last else { throw RereadError.noArticle(row.article, position) }
            facts += events.map(\.event).filter(Self.isFact)
            position = last.position.next
        }
        return facts
    }

    private static func isFact(_ event: Event) -> Bool {
        switch event {
        case .actorNamed, .pledgeStated, .requestStated, .happeningReported: true
        case .articleReceived, .articleRead, .articleDuplicated, .articleRejected, .articleRedacted, .decided, .unknown:
            false
        }
    }

    private func record(_ entries: [NewEntry]) async throws {
        do {
            _ = try await log.append(entries)
        } catch let error where error.code == .unwritable {
            // Linux forgets what it could not write: only a new start, from the file, knows what is there.
            fatalErrors.report(error)
            throw error
        }
        try await projection.waitUntilApplied(log.end)
    }
}

private enum RereadError: Error, CustomStringConvertible {
    case noArticle(ArticleID, LogPosition)

    var description: String {
        switch self {
        case .noArticle(let article, let position):
            "The views say that article \(article) lies at position \(position), and the log does not. "
                + "Rebuild the views, then ask again."
        }
    }
}

extension RereadReply.Counts {
    fileprivate mutating func add(_ events: [Event]) {
        for event in events {
            switch event {
            case .actorNamed: actors += 1
            case .pledgeStated: pledges += 1
            case .requestStated: requests += 1
            case .happeningReported: happenings += 1
            case .articleReceived, .articleRead, .articleDuplicated, .articleRejected, .articleRedacted, .decided,
                .unknown:
                break
            }
        }
    }
}
