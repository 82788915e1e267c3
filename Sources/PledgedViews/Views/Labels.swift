internal import GRDB
internal import PledgedCore

/// Turns the labels of one reading into actors.
struct Labels {
    private let recorded: RecordedEvent
    private let reading: OpenReading
    private let database: Database

    init(of recorded: RecordedEvent, at reading: OpenReading, in database: Database) {
        self.recorded = recorded
        self.reading = reading
        self.database = database
    }

    /// The actors that `labels` stand for, in order, each once.
    func actors(_ labels: [ActorLabel]) throws -> [Int64] {
        var actors: [Int64] = []
        for label in labels {
            let actor = try actor(label)
            if !actors.contains(actor) { actors.append(actor) }
        }
        return actors
    }

    private func actor(_ label: ActorLabel) throws -> Int64 {
        let sql = "SELECT actor FROM article_actors WHERE reading = ? AND label = ?"
        let statement = try database.cachedStatement(sql: sql)
        guard let actor = try Int64.fetchOne(statement, arguments: [reading.position, label.number]) else {
            throw recorded.unappliable("its reading has named no actor \(label)")
        }
        return actor
    }
}
