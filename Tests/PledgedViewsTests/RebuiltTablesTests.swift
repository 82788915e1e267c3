import GRDB
import GRDBSQLite
import PledgedCore
import PledgedTesting
import Testing

@testable import PledgedViews

/// A rebuild keeps what decides in memory and writes rows late; what it leaves is, row by row, what applying leaves.
struct RebuiltTablesTests {
    /// The rows of every table of the views at `path`, in order; of the search indexes what they are made of.
    private static func tables(_ path: String) throws -> [String: [String]] {
        try DatabaseQueue(path: path).read { database in
            let sql = """
                SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
                    AND name NOT LIKE '%search\\_data' ESCAPE '\\' AND name NOT LIKE '%search\\_idx' ESCAPE '\\'
                """
            var tables: [String: [String]] = [:]
            for name in try String.fetchAll(database, sql: sql) where name != "search" && name != "telling_search" {
                let rows = try Row.fetchAll(database, sql: "SELECT * FROM \(name)")
                tables[name] = rows.map { "\($0)" }.sorted()
            }
            return tables
        }
    }

    /// Expects equal rows in every table of two views, of which there are at least `least` not empty.
    private func expectEqualTables(_ one: ViewStore, _ other: ViewStore, filled least: Int) throws {
        let (tables, others) = (try Self.tables(one.path), try Self.tables(other.path))
        #expect(tables.keys.sorted() == others.keys.sorted())
        for (name, rows) in tables { #expect(others[name] == rows, "\(name)") }
        #expect(tables.count { !$0.value.isEmpty } >= least, "\(tables.filter(\.value.isEmpty).keys.sorted())")
    }

    /// Applies one event after the other, and rebuilds other views, in batches of any size.
    @Test(arguments: [3, 31, 314, 3_141, 31_415] as [UInt64])
    func `every table of a rebuild has the rows that applying gives`(seed: UInt64) async throws {
        let log = RandomLog(seed: seed, entries: 90).log
        var random = SeededGenerator(seed: seed)
        let (live, rebuilt) = (try TestStore(), try TestStore())
        for event in log.events { try live.views.apply([event]) }
        try await rebuilt.views.rebuild(until: log.end) { from, countMax in
            log.read(from: from, countMax: min(countMax, Int.random(in: 1...60, using: &random)))
        }
        try expectEqualTables(live.views, rebuilt.views, filled: 29)
        #expect(try live.views.digest() == rebuilt.views.digest())
        try expectWhole(rebuilt.views)
    }

    private func expectWhole(_ views: ViewStore) throws {
        let file = try DatabaseQueue(path: views.path)
        #expect(try file.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") } == ["ok"])
        #expect(try file.read { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check") } == [])
        #expect(try file.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
    }

    @Test func `every table of a rebuild goes on as it is where events are applied after it`() async throws {
        let log = RandomLog(seed: 77, entries: 90).log
        let half = LogPosition(offset: log.end.offset / 2)
        let (live, rebuilt) = (try TestStore(), try TestStore())
        try live.views.apply(log.events)
        try await rebuilt.views.rebuild(until: half, reading: log.read)
        #expect(try rebuilt.views.position() == half)
        for event in log.events.dropFirst(Int(half.offset)) { try rebuilt.views.apply([event]) }
        try expectEqualTables(live.views, rebuilt.views, filled: 29)
    }

    @Test func `stories over years are the same, rebuilt or applied`() async throws {
        var live = try TestStore()
        for article in try SeriesArticle.series().flatMap(\.articles) {
            live.log.receive(article.article, actors: article.actors, pledges: article.pledges)
        }
        try live.catchUp()
        let (rebuilt, log) = (try TestStore(), live.log)
        try await rebuilt.views.rebuild(until: log.end, reading: log.read)
        try expectEqualTables(live.views, rebuilt.views, filled: 20)
    }

    /// A log among whose events are some that contradict those before them.
    private static func poisoned(seed: UInt64) -> (log: SampleLog, poisoned: Int) {
        var log = RandomLog(seed: seed, entries: 40).log
        let known = log.events.compactMap(\.article)
        let newer = UnknownEvent(name: Event.Name(unverified: "pledge.broken"), version: 2, reason: "it is newer")
        let nobody = FactReference(position: .start, article: known[0], span: TextSpan(0..<1))
        let received = ArticleReceived(article: SampleEvents.article(1), file: SampleEvents.file())
        let unknown = SampleEvents.articleID(9999)
        let poison: [(Event, ArticleID?)] = [
            (.unknown(newer), nil), (.articleReceived(received), known[0]),
            (.pledgeStated(SampleEvents.pledge(by: [77])), known[3]),
            (.requestStated(SampleEvents.pledge(by: [], to: [77])), known[0]),
            (.happeningReported(SampleEvents.happening(.year(2024), actors: [77])), known[5]),
            (.happeningReported(SampleEvents.happening(.year(2024), actors: [])), nil),
            (.actorNamed(SampleEvents.actor(1, .country, "Japan")), unknown),
            (
                .articleDuplicated(
                    ArticleDuplicated(file: SampleEvents.file(), original: unknown, originalPosition: .start)
                ), unknown
            ),
            (.decided(Decision(.dismiss(nobody), who: "anna", reason: "she knows")), nil),
            (.decided(Decision(.separate(nobody), who: "anna", reason: "she knows")), nil),
        ]
        for (number, (event, article)) in poison.enumerated() {
            log.add(event, article: article)
            log.receive(SampleEvents.article(6000 + number), actors: [SampleEvents.actor(1, .country, "Japan")])
        }
        return (log, poison.count)
    }

    @Test(arguments: [4, 44] as [UInt64])
    func `sets aside what contradicts the log, and reads no event twice`(seed: UInt64) async throws {
        let (log, poisoned) = Self.poisoned(seed: seed)
        let (live, rebuilt) = (try TestStore(), try TestStore())
        for event in log.events { try live.views.apply([event]) }
        #expect(try live.views.quarantinedCount() == poisoned)
        var read = 0
        try await rebuilt.views.rebuild(until: log.end) { from, countMax in
            let events = log.read(from: from, countMax: min(countMax, 29))
            read += events.count
            return events
        }
        #expect(read == log.events.count)
        try expectEqualTables(live.views, rebuilt.views, filled: 26)
    }

    /// SQLite refuses a row, for a reason that no check foresees: here a text longer than it was told to take.
    @Test func `begins anew, batch by batch, where the tables refuse a row`() async throws {
        var log = RandomLog(seed: 6, entries: 20).log
        let long = log.receive(
            SampleEvents.article(7000, title: "Long", text: String(repeating: "word ", count: 40_000))
        )
        log.receive(SampleEvents.article(7001))
        let (all, folder) = (log, try TemporaryFolder())
        var starts = 0
        let queue = try await BulkLoad.run(
            until: log.end,
            reading: { from, countMax in
                if from == .start { starts += 1 }
                return all.read(from: from, countMax: min(countMax, 50))
            },
            opening: {
                var configuration = BulkLoad.configuration("views.test")
                configuration.prepareDatabase {
                    _ = unsafe sqlite3_limit($0.sqliteConnection, SQLITE_LIMIT_LENGTH, 100_000)
                }
                return try DatabaseQueue(path: folder.path("\(starts).sqlite"), configuration: configuration)
            }
        )
        #expect(starts == 2)
        let quarantined = try await queue.read { try Int64.fetchAll($0, sql: "SELECT position FROM quarantine") }
        #expect(quarantined == [Int64(long.offset), Int64(long.offset) + 1])
        let (position, articles) = try await queue.read { database in
            (
                try Int64.fetchOne(database, sql: "SELECT position FROM checkpoint"),
                try Int.fetchOne(database, sql: "SELECT count(*) FROM articles WHERE title = 'Long'")
            )
        }
        #expect(position == Int64(log.end.offset))
        #expect(articles == 0)
    }
}
