internal import GRDB
internal import PledgedCore

/// The events of one transaction on their way into the views: what they share, and what they count.
///
/// Counters that many events of a batch raise are summed up here and written once, by ``flush()``: at the end, and
/// before anything reads them. What the views hold after it does not depend on where batches begin and end.
final class Batch {
    let database: Database
    /// Counters that are not written yet.
    var tallies = Tallies()
    /// The reading that is at hand, and of which article.
    private var reading: OpenReading?
    private var article: ArticleID?
    /// The text that was asked for last.
    private var text: (article: Int64, bytes: [UInt8])?
    private var day: CalendarDate?
    private var lastIdentity: Int64?
    /// What is known from earlier batches.
    let memory: ViewMemory
    /// Full texts to be indexed, by their tables.
    private var searchable: [FullText] = []

    init(_ database: Database, _ memory: ViewMemory) { (self.database, self.memory) = (database, memory) }

    /// Writes whatever is not written yet.
    func finish() throws {
        try flush()
        // In one go at the end: between other statements, SQLite would write out the index before each.
        for text in searchable { try text.write(to: database) }
        searchable = []
    }

    /// Indexes `text` when the batch is finished.
    func index(_ text: FullText) { searchable.append(text) }

    /// Writes what was summed up, so that the database can be asked.
    func flush() throws {
        try reading?.writeCounts(to: database)
        try tallies.write(to: database)
        tallies = Tallies()
    }

    // MARK: The reading at hand

    /// Takes up the reading of `article` that `find` gives, unless it is at hand.
    func takeUp(_ article: ArticleID, _ find: () throws -> OpenReading) throws {
        if self.article == article, reading != nil { return }
        try putDown()
        reading = try find()
        self.article = article
    }

    /// Lets the reading at hand go: the next fact looks again.
    func putDown() throws {
        try reading?.writeCounts(to: database)
        forgetReading()
    }

    /// Lets the reading at hand go, after its counts were written.
    func forgetReading() {
        reading = nil
        article = nil
    }

    /// The reading that `recorded`, a fact, belongs to.
    func reading(of recorded: RecordedEvent) throws -> OpenReading {
        guard let reading else { throw recorded.unappliable("no reading of its article is open") }
        return reading
    }

    /// Changes the reading at hand.
    func changeReading(_ change: (inout OpenReading) -> Void) {
        if var open = reading.take() {
            change(&open)
            reading = open
        }
    }

    /// Where the entry begins that the event at `position` is part of, if it is of the reading at hand.
    ///
    /// An article's first reading is of one entry with its `article.received`.
    func entryStart(at position: Int64) -> Int64 {
        guard let reading else { return position }
        return reading.position == reading.article + 1 ? reading.article : reading.position
    }

    /// The text of the article at `article`, in UTF-8.
    func text(of article: Int64) throws -> [UInt8] {
        if let text, text.article == article { return text.bytes }
        let sql = "SELECT text FROM article_texts WHERE position = ?"
        let found = try String.fetchOne(database.cachedStatement(sql: sql), arguments: [article]) ?? ""
        let bytes = Array(found.utf8)
        text = (article, bytes)
        return bytes
    }

    // MARK: Days

    /// The latest day on which an event was recorded.
    func lastDay() throws -> CalendarDate? {
        if let day { return day }
        let row = try Row.fetchOne(database.cachedStatement(sql: "SELECT max(day) AS day FROM days"))
        day = try row?.dateIfAny("day")
        return day
    }

    func begin(_ day: CalendarDate) { self.day = day }

    // MARK: Actors

    /// Numbers a new identity; numbers are dense, in order of first appearance.
    func nextIdentity() throws -> Int64 {
        let last = try lastIdentity ?? Int64.fetchOne(database, sql: "SELECT max(id) FROM identities") ?? 0
        lastIdentity = last + 1
        return last + 1
    }

    /// The identities of whoever `identity` is of, itself among them, in order.
    func identities(like identity: Int64) throws -> [Int64] {
        let actor = try actor(of: identity)
        return try memory.identities(of: actor) {
            let sql = "SELECT id FROM identities WHERE actor = ? ORDER BY id"
            return try Int64.fetchAll(database.cachedStatement(sql: sql), arguments: [actor])
        }
    }

    /// Whose `identity` is.
    func actor(of identity: Int64) throws -> Int64 {
        try memory.actor(of: identity) {
            let sql = "SELECT actor FROM identities WHERE id = ?"
            guard let actor = try Int64.fetchOne(database.cachedStatement(sql: sql), arguments: [identity]) else {
                throw ViewError(
                    code: .damaged,
                    message: "The views lack identity \(identity). Rebuild them from the log."
                )
            }
            return actor
        }
    }
}
