import PledgedCore
import PledgedTesting
import Testing

@testable import PledgedViews

/// Which articles a reader has yet to read.
struct ReadingsTests {
    /// Articles that the reader "test" has read.
    private func store(articles: Int) throws -> TestStore {
        var store = try TestStore()
        for number in 1...articles {
            store.log.receive(
                SampleEvents.article(number),
                file: SampleEvents.file("\(number).txt", inode: UInt64(number)),
                actors: [SampleEvents.actor(1, .country, "Japan")],
                pledges: [SampleEvents.pledge()]
            )
        }
        try store.catchUp()
        return store
    }

    @Test func `the articles that another reader read come in the order in which they were received, page by page`()
        throws
    {
        let store = try store(articles: 3)
        let first = try store.views.readings(notBy: "new", after: nil, countMax: 2)
        #expect(first.map(\.article) == [SampleEvents.articleID(1), SampleEvents.articleID(2)])
        #expect(first.map(\.received.offset) == [0, 4])
        #expect(first.map(\.first.offset) == [1, 5])
        #expect(first.map(\.last.offset) == [3, 7])
        #expect(first.map(\.reader) == ["test", "test"])
        let rest = try store.views.readings(notBy: "new", after: first[1].received, countMax: 2)
        #expect(rest.map(\.article) == [SampleEvents.articleID(3)])
        #expect(try store.views.readings(notBy: "test", after: nil, countMax: 2).isEmpty)
        #expect(try store.views.readingCount(by: "test") == 3)
    }

    @Test func `an article read anew is told by its newest reading`() throws {
        var store = try store(articles: 2)
        store.log.read(SampleEvents.articleID(1), reader: "new")
        try store.catchUp()
        let rows = try store.views.readings(notBy: "new", after: nil, countMax: 9)
        #expect(rows.map(\.article) == [SampleEvents.articleID(2)])
        #expect(try store.views.readingCount(by: "new") == 1)
        #expect(try store.views.reading(of: SampleEvents.articleID(1))?.reader == "new")
        #expect(try store.views.reading(of: SampleEvents.articleID(9)) == nil)
    }

    @Test func `a corrected article is left out, unless it is asked for`() throws {
        var store = try store(articles: 1)
        store.log.receive(SampleEvents.article(2), revises: SampleEvents.articleID(1))
        try store.catchUp()
        let rows = try store.views.readings(notBy: "new", after: nil, countMax: 9)
        #expect(rows.map(\.article) == [SampleEvents.articleID(2)])
        #expect(try store.views.readingCount(by: "test") == 1)
        #expect(try store.views.reading(of: SampleEvents.articleID(1))?.reader == "test")
    }

    @Test func `a reading whose end is not in the views yet is left out`() throws {
        var store = try store(articles: 1)
        let received = ArticleReceived(article: SampleEvents.article(2), file: SampleEvents.file("2.txt", inode: 2))
        store.log.add(.articleReceived(received), article: SampleEvents.articleID(2))
        store.log.add(.actorNamed(SampleEvents.actor(1, .country, "Japan")), article: SampleEvents.articleID(2))
        try store.catchUp()
        let rows = try store.views.readings(notBy: "new", after: nil, countMax: 9)
        #expect(rows.map(\.article) == [SampleEvents.articleID(1)])
    }
}
