internal import GRDB
internal import PledgedCore

/// The events of one transaction on their way into the views: what they share, and what they count.
///
/// Counters that many events of a batch raise are summed up here and written once, by ``flush()``: at the end, and
/// before anything reads them. What the views hold after it does not depend on where batches begin and end.
final class Batch {
    private let connection: Database
    /// Counters that are not written yet.
    var tallies = Tallies()
    /// The reading that is at hand, and of which article.
    private var reading: OpenReading?
    private var article: ArticleID?
    /// The text that came or was asked for last.
    private var text: (article: Int64, bytes: [UInt8])?
    private var day: CalendarDate?
    private var lastIdentity: Int64?
    /// What is known from earlier batches.
    let memory: ViewMemory
    /// Full texts to be indexed.
    private var searchable: [FullText] = []
    private var keys: [BatchKeys] = []
    /// Actors of which identities came or went: what is counted of them is right when the batch is finished.
    var uncounted: Set<Int64> = []

    /// Texts, and keys of tellings, that are held at most: what they are written into is in another order.
    private static let (searchableMax, keysMax) = (2_000, 200_000)

    init(_ database: Database, _ memory: ViewMemory) { (connection, self.memory) = (database, memory) }

    /// What was written so far, to be asked.
    var database: Database {
        get throws {
            try memory.statements.behind?.wait()
            return connection
        }
    }

    /// Runs one statement with its values bound in order.
    func run<each Value: SQLValue>(_ sql: StaticString, _ values: repeat each Value) throws {
        try memory.statements.run(sql, repeat each values, in: connection)
    }

    /// Runs one statement with its values bound in order, and returns the integer that it gives first, if any.
    func value<each Value: SQLValue>(_ sql: StaticString, _ values: repeat each Value) throws -> Int64? {
        try memory.statements.value(sql, repeat each values, in: connection)
    }

    /// Runs one statement whose text is put together.
    func run(composed sql: String, _ values: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: values)
    }

    /// Writes whatever is not written yet.
    func finish() throws {
        try write()
        for actor in uncounted.sorted() { try IdentityRegister(batch: self).recount(actor) }
        uncounted = []
        memory.trim()
    }

    /// Writes all but the counts of actors that have to be counted anew, which takes indexes.
    func write() throws {
        try flush()
        try writeSearchable()
    }

    /// Indexes `text` when the batch is finished, or when there are many.
    func index(_ text: FullText) throws {
        searchable.append(text)
        if searchable.count >= Self.searchableMax { try writeSearchable() }
    }

    /// Writes the texts in one go: between other statements, SQLite would write out the index before each.
    private func writeSearchable() throws {
        for text in searchable { try text.write(in: self) }
        searchable = []
    }

    func add(_ telling: BatchKeys) throws {
        keys.append(telling)
        if keys.count >= Self.keysMax { try writeKeys() }
    }

    /// Writes by what tellings are found, in the order in which the table keeps them.
    func writeKeys() throws {
        keys.sort { ($0.party, $0.telling) < ($1.party, $1.telling) }
        for telling in keys {
            let columns = telling.keys.columns
            try run(
                "INSERT INTO telling_keys (party, telling, keys1, keys2, keys3, keys4) VALUES (?, ?, ?, ?, ?, ?)",
                telling.party,
                telling.telling,
                columns[0],
                columns[1],
                columns[2],
                columns[3]
            )
        }
        keys.removeAll(keepingCapacity: true)
    }

    /// Writes what was summed up, so that the database can be asked.
    func flush() throws {
        try reading?.write(in: self)
        try writeTallies()
        try writeKeys()
        try writePledges()
    }

    /// Writes what was summed up of actors and their names.
    func writeTallies() throws {
        try tallies.write(in: self)
        tallies = Tallies()
    }

    /// Writes the pledges that changed.
    func writePledges() throws {
        for pledge in memory.takeChanged() { try pledge.write(in: self) }
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
        try reading?.write(in: self)
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

    /// Remembers the text of an article that comes.
    func remember(_ text: String, of article: Int64) { self.text = (article, Array(text.utf8)) }

    /// The text of the article at `article`, in UTF-8.
    func text(of article: Int64) throws -> [UInt8] {
        if let text, text.article == article { return text.bytes }
        let sql = "SELECT text FROM article_texts WHERE position = ?"
        let found = try String.fetchOne(database.cachedStatement(sql: sql), arguments: [article]) ?? ""
        let bytes = Array(found.utf8)
        text = (article, bytes)
        return bytes
    }

    // MARK: Articles

    /// The article `id`; nil where no event before let it in.
    func article(_ id: ArticleID) throws -> KnownArticle? {
        try memory.article(id) { try KnownArticle(id, in: database) }
    }

    // MARK: Decisions

    /// What people decided.
    func decisions() throws -> KnownDecisions {
        if let known = memory.decisions { return known }
        let found = try KnownDecisions(in: database)
        memory.decisions = found
        return found
    }

    // MARK: Pledges

    /// The pledge `id`, be it one that is not.
    func pledge(_ id: Int64) throws -> KnownPledge {
        try memory.pledge(id) { try KnownPledge(id, in: database) }
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

    var identities: KnownIdentities { KnownIdentities(batch: self) }
}

/// A telling of a party, and by what it is found.
struct BatchKeys {
    let party: Int64
    let telling: Int64
    let keys: TellingKeySet
}
