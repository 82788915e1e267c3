import PledgedCore
import PledgedTesting
import PledgedViews
import Testing

struct ArticlesTests {
    private func store() throws -> TestStore {
        var store = try TestStore()
        store.log.receive(
            SampleEvents.article(1, date: "2024-07-10", title: "Kỹ sư", source: "VNS", notes: [.decodedAsWindows1252]),
            file: SampleEvents.file("một.txt"),
            actors: [SampleEvents.actor(1, .country, "Vietnam"), SampleEvents.actor(2, .person, "Phạm Quang Hiếu")],
            pledges: [SampleEvents.pledge(), SampleEvents.pledge(.request, to: [2])],
            happenings: [SampleEvents.happening(.year(2030), actors: [1])]
        )
        store.log.receive(SampleEvents.article(2, date: "2024-08-01", title: "B", source: "Kyodo"))
        store.log.receive(SampleEvents.article(3, date: nil, title: nil, source: nil))
        store.log.receive(SampleEvents.article(4, date: "2024-08-01", title: "D", source: "vns"))
        try store.catchUp()
        return store
    }

    @Test func `lists the newest first, those without a date last`() throws {
        let page = try store().views.articles(ArticleQuery())
        #expect(page.rows.map(\.id) == [4, 2, 1, 3].map(SampleEvents.articleID))
        #expect(page.total == 4)
    }

    @Test func `gives back what was received, and counts what was read`() throws {
        let store = try store()
        let row = try #require(try store.views.article(SampleEvents.articleID(1)))
        #expect(row.file == "một.txt")
        #expect(row.header == SampleEvents.article(1, title: "Kỹ sư").header)
        #expect(row.notes == [.decodedAsWindows1252])
        #expect(row.position == .start)
        #expect(row.received == store.log.events[0].recorded)
        #expect((row.actors, row.pledges, row.requests, row.happenings) == (2, 1, 1, 1))
        #expect(row.revises == nil)
        #expect(row.supersededBy == nil)
    }

    @Test func `knows no article that was not received`() throws {
        #expect(try store().views.article(SampleEvents.articleID(99)) == nil)
    }

    @Test func `asks for source and days`() throws {
        let store = try store()
        var query = ArticleQuery()
        query.source = "VNS"
        #expect(try store.views.articles(query).rows.map(\.id) == [4, 1].map(SampleEvents.articleID))
        query.from = SampleEvents.date("2024-07-11")
        #expect(try store.views.articles(query).rows.map(\.id) == [SampleEvents.articleID(4)])
        query = ArticleQuery()
        query.to = SampleEvents.date("2024-07-10")
        #expect(try store.views.articles(query).rows.map(\.id) == [SampleEvents.articleID(1)])
    }

    @Test func `gives pages with the whole length and the position`() throws {
        let store = try store()
        var query = ArticleQuery()
        query.page = PageRequest(limit: 2, offset: 1)
        let page = try store.views.articles(query)
        #expect(page.rows.map(\.id) == [2, 1].map(SampleEvents.articleID))
        #expect(page.total == 4)
        #expect(page.position == store.log.end)
        query.page = PageRequest(limit: 2, offset: 100)
        #expect(try store.views.articles(query).rows.isEmpty)
    }

    @Test func `finds what a corrected file would revise`() throws {
        let views = try store().views
        let first = SampleEvents.articleID(1)
        #expect(try views.predecessor(fileName: "một.txt", source: nil, title: nil) == first)
        #expect(try views.predecessor(fileName: "mo\u{302}\u{323}t.txt", source: nil, title: nil) == first)
        #expect(try views.predecessor(fileName: "Một.txt", source: nil, title: nil) == nil)
        #expect(try views.predecessor(fileName: "new.txt", source: "Vns", title: "KỸ  SƯ") == first)
        #expect(try views.predecessor(fileName: "new.txt", source: "Kyodo", title: "Kỹ sư") == nil)
        #expect(try views.predecessor(fileName: "new.txt", source: nil, title: "Kỹ sư") == nil)
        // Of two the newest.
        let second = SampleEvents.articleID(2)
        #expect(try views.predecessor(fileName: "một.txt", source: "Kyodo", title: "B") == second)
    }
}
