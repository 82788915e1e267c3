internal import GRDB
internal import PledgedCore

/// The reading that facts are being added to.
struct OpenReading {
    /// Its key: the position of its first event.
    let position: Int64
    /// The article's key: the position of its `article.received`.
    let article: Int64
    /// The article's day of publication.
    let date: String?
    /// Whether its facts are shown: not those of a superseded article.
    let isCurrent: Bool
    /// Who its labels stand for.
    private var actors: [ActorLabel: Int64]
    private var added = Counts()

    /// How many facts of each kind the batch has added.
    struct Counts: Hashable {
        var actors = 0
        var pledges = 0
        var requests = 0
        var happenings = 0
    }

    init(position: Int64, article: Int64, date: String?, isCurrent: Bool, actors: [ActorLabel: Int64] = [:]) {
        self.position = position
        self.article = article
        self.date = date
        self.isCurrent = isCurrent
        self.actors = actors
    }

    /// Whether one of its labels stands for `actor`.
    func names(_ actor: Int64) -> Bool { actors.values.contains(actor) }

    func isTaken(_ label: ActorLabel) -> Bool { actors[label] != nil }

    mutating func name(_ label: ActorLabel, _ actor: Int64) {
        actors[label] = actor
        added.actors += 1
    }

    mutating func add(_ kind: Pledge.Kind) {
        if kind == .request { added.requests += 1 } else { added.pledges += 1 }
    }

    mutating func addHappening() { added.happenings += 1 }

    mutating func replace(_ absorbed: Int64, by actor: Int64) {
        actors = actors.mapValues { $0 == absorbed ? actor : $0 }
    }

    /// The actors that `labels` stand for, in order, each once.
    func actors(_ labels: [ActorLabel], of recorded: RecordedEvent) throws -> [Int64] {
        var result: [Int64] = []
        for label in labels {
            guard let actor = actors[label] else {
                throw recorded.unappliable("its reading has named no actor \(label)")
            }
            if !result.contains(actor) { result.append(actor) }
        }
        return result
    }

    /// Closes the reading: the next fact of its article opens another.
    mutating func complete(by recorded: RecordedEvent, _ read: ArticleRead, in database: Database) throws {
        try database.run(
            """
            UPDATE readings SET actors = actors + ?, pledges = pledges + ?, requests = requests + ?,
                happenings = happenings + ?, completed = ?, reader = ? WHERE position = ?
            """,
            [
                added.actors, added.pledges, added.requests, added.happenings,
                recordedOffset(recorded.position), read.reader, position,
            ]
        )
        added = Counts()
    }

    /// Adds what the batch has counted to what the database has.
    mutating func writeCounts(to database: Database) throws {
        if added == Counts() { return }
        try database.run(
            """
            UPDATE readings SET actors = actors + ?, pledges = pledges + ?, requests = requests + ?,
                happenings = happenings + ? WHERE position = ?
            """,
            [added.actors, added.pledges, added.requests, added.happenings, position]
        )
        added = Counts()
    }
}
