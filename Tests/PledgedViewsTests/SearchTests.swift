import PledgedCore
import PledgedTesting
import PledgedViews
import Testing

struct SearchTests {
    private func store() throws -> TestStore {
        var store = try TestStore()
        store.log.receive(
            SampleEvents.article(1, title: "Đồng Tháp trains engineers", text: "Kỹ sư ở tỉnh Đồng Tháp. Chips, AT&T.")
        )
        store.log.receive(SampleEvents.article(2, title: nil, text: "The supply chain for chips; a chain of supply."))
        // Decomposed letters, as some systems write them.
        store.log.receive(SampleEvents.article(3, title: "Port", text: "Ca\u{309}ng Đo\u{302}\u{300}ng Nai \u{110}"))
        try store.catchUp()
        return store
    }

    private func found(_ words: String) throws -> [Int] {
        let rows = try store().views.search(SearchQuery(words: words)).rows
        return (1...3).filter { number in rows.contains { $0.article == SampleEvents.articleID(number) } }
    }

    @Test func `finds words without regard to case and diacritics`() throws {
        #expect(try found("Dong") == [1, 3])
        #expect(try found("ĐỒNG tháp") == [1])
        #expect(try found("ky su") == [1])
        #expect(try found("cang dong nai") == [3])
        #expect(try found("chips") == [1, 2])
        #expect(try found("at&t") == [1])
        #expect(try found("nowhere") == [])
    }

    @Test func `finds words in quotes only together`() throws {
        #expect(try found("\"supply chain\"") == [2])
        #expect(try found("\"chain supply\"") == [])
        #expect(try found("chain supply") == [2])
    }

    @Test(arguments: [
        "", "\"", "\"\"\"", "(", ")", "*", "a*", "AND", "OR NOT", "NEAR(", "title:", "-chips", "^chips", "'", "%", "\\",
        "\u{0}",
        "chips\u{0}x", "{a b}: c", "a + b", "\u{301}", String(repeating: "chips ", count: 2000),
        String(repeating: "\"", count: 999),
    ])
    func `answers whatever is typed`(words: String) throws {
        _ = try store().views.search(SearchQuery(words: words))
        var query = PledgeQuery()
        query.about = words
        _ = try store().views.pledges(query)
    }

    @Test func `marks what it found in the words as they were written`() throws {
        let row = try #require(try store().views.search(SearchQuery(words: "tinh dong")).rows.first)
        #expect(row.snippet == "Kỹ sư ở [tỉnh] [Đồng] Tháp. Chips, AT&T.")
        #expect(row.title == "Đồng Tháp trains engineers")
        #expect(row.date == SampleEvents.date("2024-07-10"))
    }

    @Test func `gives the length of the whole`() throws {
        var query = SearchQuery(words: "dong")
        query.page = PageRequest(limit: 1)
        let page = try store().views.search(query)
        #expect(page.rows.count == 1)
        #expect(page.total == 2)
    }
}
