import GRDB
import PledgedCore
import PledgedTesting
import PledgedViews
import Testing

struct ApplyTests {
    private func code(_ body: () throws -> Void) -> ViewError.Code? {
        do {
            try body()
            return nil
        } catch let error as ViewError {
            return error.code
        } catch {
            return nil
        }
    }

    @Test func `begins at the log's start`() throws {
        #expect(try TestStore().views.position() == .start)
    }

    @Test func `refuses a gap, and applies nothing`() throws {
        var store = try TestStore()
        store.log.receive(SampleEvents.article(1))
        store.log.receive(SampleEvents.article(2))
        let events = store.log.events
        #expect(code { try store.views.apply(Array(events[1...])) } == .notContiguous)
        #expect(code { try store.views.apply([events[0], events[1], events[3]]) } == .notContiguous)
        #expect(code { try store.views.apply([events[0], events[0]]) } == .notContiguous)
        #expect(try store.views.position() == .start)
        #expect(try store.views.articles(ArticleQuery()).total == 0)
    }

    @Test func `passes over what it has applied`() throws {
        var store = try TestStore()
        store.log.receive(SampleEvents.article(1))
        try store.catchUp()
        store.log.receive(SampleEvents.article(2))
        try store.views.apply(store.log.events)
        try store.views.apply(store.log.events)
        try store.views.apply([])
        #expect(try store.views.position() == store.log.end)
        #expect(try store.views.articles(ArticleQuery()).total == 2)
    }

    @Test func `goes on after opening again`() throws {
        var store = try TestStore()
        store.log.receive(SampleEvents.article(1))
        try store.catchUp()
        let again = try ViewStore.open(path: store.views.path)
        #expect(try again.position() == store.log.end)
    }

    /// Events that contradict what came before them.
    private static let contradictions: [(Event, ArticleID?)] = {
        let (known, unknown) = (SampleEvents.articleID(1), SampleEvents.articleID(99))
        func received(_ number: Int, revises: ArticleID? = nil) -> Event {
            let file = SampleEvents.file()
            return .articleReceived(
                ArticleReceived(article: SampleEvents.article(number), file: file, revises: revises)
            )
        }
        let read = ArticleRead(reader: "test", actors: 0, pledges: 0, requests: 0, happenings: 0)
        let duplicated = ArticleDuplicated(file: SampleEvents.file(), original: unknown, originalPosition: .start)
        return [
            (received(1), known), (received(2, revises: unknown), SampleEvents.articleID(2)),
            (received(2, revises: SampleEvents.articleID(2)), SampleEvents.articleID(2)),
            (.actorNamed(SampleEvents.actor(1, .country, "Japan")), unknown),
            (.actorNamed(SampleEvents.actor(1, .country, "Japan")), nil),
            (.pledgeStated(SampleEvents.pledge(by: [5])), known),
            (.pledgeStated(SampleEvents.pledge(by: [], speaker: 5)), known),
            (.happeningReported(SampleEvents.happening(.year(2024), actors: [5])), known),
            (.articleRead(read), unknown), (.articleDuplicated(duplicated), unknown),
        ]
    }()

    @Test(arguments: contradictions.indices)
    func `sets aside the event that it cannot apply, and applies the others of its batch`(index: Int) throws {
        let (event, article) = Self.contradictions[index]
        var (store, healthy) = (try TestStore(), try TestStore())
        store.log.receive(SampleEvents.article(1))
        let position = store.log.add(event, article: article)
        store.log.receive(SampleEvents.article(50))
        try store.catchUp()
        let quarantined = try store.views.quarantined(countMax: 10)
        #expect(quarantined.map(\.position) == [position])
        #expect(quarantined.map(\.name) == [event.name])
        #expect(quarantined.map(\.article) == [article])
        #expect(quarantined[0].reason.contains("\(event.name.rawValue) at position \(position.offset)"))
        #expect(try store.views.quarantinedCount() == 1)
        #expect(try store.views.position() == store.log.end)

        healthy.log.receive(SampleEvents.article(1))
        healthy.log.receive(SampleEvents.article(50))
        try healthy.catchUp()
        let query = ArticleQuery()
        #expect(try store.views.articles(query).rows.map(\.id) == healthy.views.articles(query).rows.map(\.id))
    }

    @Test func `what follows from an event in quarantine goes there as well`() throws {
        var store = try TestStore()
        let twice = [SampleEvents.actor(1, .country, "Japan"), SampleEvents.actor(1, .country, "Vietnam")]
        store.log.receive(SampleEvents.article(1), actors: twice, pledges: [SampleEvents.pledge(by: [2])])
        try store.catchUp()
        let quarantined = try store.views.quarantined(countMax: 10)
        #expect(quarantined.map(\.position.offset) == [2, 3])
        #expect(try store.views.quarantined(countMax: 1).count == 1)
        #expect(try store.views.actors(ActorQuery()).rows.map(\.name) == ["Japan"])
    }

    /// A row that SQLite itself refuses, which the views did not foresee.
    @Test func `a broken rule of the tables is quarantined, a full disk is not`() throws {
        var store = try TestStore()
        store.log.receive(SampleEvents.article(1))
        try store.catchUp()
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: store.views.path, configuration: configuration)
        try queue.write { try $0.execute(sql: "INSERT INTO article_texts (position, text) VALUES (2, 'taken')") }
        store.log.receive(SampleEvents.article(2))
        try store.catchUp()
        #expect(try store.views.quarantined(countMax: 10).map(\.position.offset) == [2, 3])
        #expect(try store.views.quarantined(countMax: 1)[0].reason.contains("SQLite 19"))

        try queue.write { try $0.execute(sql: "DROP TABLE checkpoint") }
        store.log.receive(SampleEvents.article(3))
        #expect(code { try store.views.apply(Array(store.log.events.suffix(2))) } != nil)
    }
}

/// What a newer version has written is set aside, and what was redacted has left the views.
@Suite struct ForeignEventTests {
    @Test func `an event of a newer version goes into quarantine, and those after it are applied`() throws {
        let store = try TestStore()
        var log = SampleLog()
        let article = SampleEvents.article(1)
        log.receive(article)
        let newer = UnknownEvent(name: Event.Name(unverified: "pledge.broken"), version: 2, reason: "it is newer")
        let position = log.add(.unknown(newer), article: article.id)
        log.receive(SampleEvents.article(2))
        try store.views.apply(log.events)
        #expect(try store.views.position() == log.end)
        let set = try store.views.quarantined(countMax: 9)
        #expect(set.map(\.position) == [position])
        #expect(set[0].name.rawValue == "pledge.broken")
        #expect(set[0].reason.contains("it is newer"))
        #expect(try store.views.article(SampleEvents.articleID(2)) != nil)
    }

    @Test func `views that still have the words ask for a rebuild, and a rebuild has none`() async throws {
        let store = try TestStore()
        var log = SampleLog()
        let article = SampleEvents.article(1)
        log.receive(article, pledges: [])
        try store.views.apply(log.events)
        let redacted = ArticleRedacted(by: nil, entries: [], reason: "Asked for.")
        let told = log.add(.articleRedacted(redacted), article: article.id)
        #expect(try store.views.article(article.id)?.redacted == nil)
        #expect(throws: ViewError.self) { try store.views.apply(log.events) }
        #expect(try store.views.position() == LogPosition(offset: log.end.offset - 1))
        var blank = SampleLog()
        for event in log.events {
            guard case .articleReceived(var received) = event.event else {
                blank.add(event.event, article: event.article)
                continue
            }
            received.article.text = String(repeating: " ", count: received.article.text.utf8.count)
            received.article.header.title = "   "
            blank.add(.articleReceived(received), article: event.article)
        }
        let events = blank
        try await store.views.rebuild(until: events.end) { events.read(from: $0, countMax: $1) }
        #expect(try store.views.position() == events.end)
        #expect(try store.views.quarantinedCount() == 0)
        let row = try #require(try store.views.article(article.id))
        #expect(row.header.title == nil)
        #expect(row.redacted == told)
        var before = ArticleQuery()
        before.asOf = .position(LogPosition(offset: told.offset - 1))
        #expect(try store.views.articles(before).rows.map(\.redacted) == [told])
        #expect(try store.views.reading(of: article.id) == nil)
        #expect(try store.views.readings(notBy: "other", after: nil, countMax: 9).isEmpty)
    }
}
