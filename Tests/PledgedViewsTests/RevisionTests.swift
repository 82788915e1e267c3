import PledgedCore
import PledgedTesting
import PledgedViews
import Testing

struct RevisionTests {
    private let vietnam = SampleEvents.actor(1, .country, "Vietnam", names: ["Việt Nam"])
    private let japan = SampleEvents.actor(1, .country, "Japan")

    /// Article 1 tells of Việt Nam; 2 corrects it and tells of Japan; 3 corrects 2 and tells of both.
    private func store(articles: Int) throws -> TestStore {
        var store = try TestStore()
        let named = [[vietnam], [japan], [japan, SampleEvents.actor(2, .country, "Viet Nam")]]
        for number in 1...articles {
            store.log.receive(
                SampleEvents.article(number, text: "text \(number)"),
                revises: number > 1 ? SampleEvents.articleID(number - 1) : nil,
                actors: named[number - 1],
                pledges: [SampleEvents.pledge(by: [1]), SampleEvents.pledge(.request, by: [], to: [1])],
                happenings: [SampleEvents.happening(.year(2020 + number), actors: [1])]
            )
        }
        try store.catchUp()
        return store
    }

    @Test func `shows the facts of a corrected article no longer`() throws {
        let store = try store(articles: 2)
        #expect(try store.views.actors(ActorQuery()).rows.map(\.name) == ["Japan"])
        #expect(try store.views.actor(1) == nil)
        let pledges = try store.views.pledges(PledgeQuery())
        #expect(pledges.rows.map(\.article) == [2, 2].map(SampleEvents.articleID))
        #expect(pledges.total == 2)
        #expect(try store.views.timeline(TimelineQuery()).rows.map(\.date) == [.year(2022)])
        #expect(try store.views.search(SearchQuery(words: "text")).rows.map(\.article) == [SampleEvents.articleID(2)])
        // In the same words of another party: the number that it had leads to what it is now.
        #expect(try store.views.pledge(LogPosition(offset: 2))?.by.map(\.name) == ["Japan"])
        #expect(try store.views.timelineEntry(LogPosition(offset: 4)) == nil)
    }

    @Test func `lists corrected articles where asked, and says by what`() throws {
        let store = try store(articles: 3)
        #expect(try store.views.articles(ArticleQuery()).rows.map(\.id) == [SampleEvents.articleID(3)])
        var query = ArticleQuery()
        query.includesSuperseded = true
        let rows = try store.views.articles(query).rows
        #expect(rows.map(\.id) == [3, 2, 1].map(SampleEvents.articleID))
        #expect(rows.map(\.supersededBy) == [nil, SampleEvents.articleID(3), SampleEvents.articleID(2)])
        #expect(rows.map(\.revises) == [SampleEvents.articleID(2), SampleEvents.articleID(1), nil])
        #expect(rows.map(\.pledges) == [1, 1, 1])
    }

    @Test func `counts along a chain of corrections only the last`() throws {
        let rows = try store(articles: 3).views.actors(ActorQuery()).rows
        #expect(rows.map(\.id) == [1, 2])
        #expect(rows.map(\.name) == ["Viet Nam", "Japan"])
        #expect(rows.map(\.aliases) == [["Viet Nam"], ["Japan"]])
        #expect(rows.map(\.articles) == [1, 1])
        #expect(rows.map(\.pledges) == [0, 1])
        #expect(rows.map(\.asked) == [0, 1])
    }

    @Test func `revises no article that is corrected already`() throws {
        var store = try TestStore()
        for number in 1...2 {
            store.log.receive(
                SampleEvents.article(number),
                file: SampleEvents.file("a.txt", inode: UInt64(number)),
                revises: number == 2 ? SampleEvents.articleID(1) : nil
            )
        }
        try store.catchUp()
        #expect(
            try store.views.predecessor(fileName: "a.txt", source: "VNS", title: "Engineers wanted")
                == SampleEvents.articleID(2)
        )
    }

    @Test func `replaces what an earlier reading found by what a later one finds`() throws {
        var store = try store(articles: 1)
        store.log.read(
            SampleEvents.articleID(1),
            reader: "newer",
            actors: [vietnam, SampleEvents.actor(2, .country, "Japan")],
            pledges: [SampleEvents.pledge(by: [2])],
            happenings: [SampleEvents.happening(.year(2031)), SampleEvents.happening(.year(2030))]
        )
        try store.catchUp()
        let article = try #require(try store.views.article(SampleEvents.articleID(1)))
        #expect((article.actors, article.pledges, article.requests, article.happenings) == (2, 1, 0, 2))
        let actors = try store.views.actors(ActorQuery()).rows
        #expect(actors.map(\.name) == ["Vietnam", "Japan"])
        #expect(actors.map(\.articles) == [1, 1])
        #expect(actors.map(\.pledges) == [0, 1])
        #expect(actors.map(\.asked) == [0, 0])
        #expect(try store.views.timeline(TimelineQuery()).rows.map(\.date) == [.year(2030), .year(2031)])
        #expect(try store.views.pledges(PledgeQuery()).total == 1)
    }

    @Test func `takes a later reading that finds nothing at its word`() throws {
        var store = try store(articles: 1)
        store.log.read(SampleEvents.articleID(1), reader: "newer")
        try store.catchUp()
        #expect(try store.views.pledges(PledgeQuery()).total == 0)
        #expect(try store.views.actors(ActorQuery()).total == 0)
        #expect(try store.views.article(SampleEvents.articleID(1))?.happenings == 0)
    }

    @Test func `reads a corrected article again without showing it`() throws {
        var store = try store(articles: 2)
        store.log.read(SampleEvents.articleID(1), actors: [vietnam], pledges: [SampleEvents.pledge()])
        try store.catchUp()
        #expect(try store.views.actors(ActorQuery()).rows.map(\.name) == ["Japan"])
        #expect(try store.views.pledges(PledgeQuery()).total == 2)
        #expect(try store.views.article(SampleEvents.articleID(1))?.pledges == 1)
    }
}
