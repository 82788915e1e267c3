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
    /// Actors for whom the name as written is enough, so that the next article need not ask the database.
    private var plainActors: [PlainName: Int64] = [:]

    private struct PlainName: Hashable {
        let kind: ActorKind
        let name: String
    }

    init(_ database: Database) { self.database = database }

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

    // MARK: Actors known by their name as written

    func plainActor(_ named: NamedActor) -> Int64? {
        plainActors[PlainName(kind: named.kind, name: named.canonicalName)]
    }

    func remember(_ named: NamedActor, as actor: Int64) {
        plainActors[PlainName(kind: named.kind, name: named.canonicalName)] = actor
    }

    /// Makes two actors one, after writing what was counted for either.
    func merge(_ absorbed: Int64, into actor: Int64) throws {
        try flush()
        try ActorMerge.merge(absorbed, into: actor, in: database)
        changeReading { $0.replace(absorbed, by: actor) }
    }
}
