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
    func `names the event that it cannot apply, and applies nothing of its batch`(index: Int) throws {
        var store = try TestStore()
        store.log.receive(SampleEvents.article(1))
        try store.catchUp()
        let before = try store.views.digest()
        store.log.receive(SampleEvents.article(50))
        let (event, article) = Self.contradictions[index]
        let position = store.log.add(event, article: article)
        do {
            try store.catchUp()
            Issue.record("It was applied.")
        } catch let error as ViewError {
            #expect(error.code == .unappliable)
            #expect(error.position == position)
            #expect(error.message.contains("\(position)"))
            #expect(error.message.contains(event.name.rawValue))
        }
        #expect(try store.views.digest() == before)
        #expect(try store.views.position() == LogPosition(offset: 2))
    }

    @Test func `refuses two actors of one label`() throws {
        var store = try TestStore()
        let twice = [SampleEvents.actor(1, .country, "Japan"), SampleEvents.actor(1, .country, "Vietnam")]
        store.log.receive(SampleEvents.article(1), actors: twice)
        #expect(code { try store.catchUp() } == .unappliable)
    }
}
