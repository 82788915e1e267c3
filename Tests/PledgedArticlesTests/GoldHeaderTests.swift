import PledgedArticles
import PledgedCore
import Testing

@Suite struct `Gold headers` {
    @Test(arguments: [("date", 0.97), ("title", 0.97), ("place", 0.95), ("source", 0.95)])
    func `are read as people read them`(field: String, shareMin: Double) throws {
        let gold = try GoldArticle.all
        try #require(gold.count >= 28)
        let wrong = try gold.filter { article in
            let read = try ArticleParser().parse(article.bytes, fileName: article.name).header
            return GoldArticle.normalised(Self.value(field, of: read))
                != GoldArticle.normalised(Self.value(field, of: article.header))
        }
        #expect(Double(gold.count - wrong.count) >= shareMin * Double(gold.count), "\(wrong.map(\.name))")
    }

    @Test(arguments: try GoldArticle.all)
    func `come with text that is English and nearly all prose`(gold: GoldArticle) throws {
        let article = try ArticleParser().parse(gold.bytes, fileName: gold.name)
        #expect(article.header.language == "en")
        let prose = (article.texts(.paragraph) + article.texts(.listItem)).reduce(0) { $0 + $1.utf8.count }
        #expect(prose * 3 > article.text.utf8.count * 2)
    }

    private static func value(_ field: String, of header: ArticleHeader) -> String? {
        switch field {
        case "date": header.date?.description
        case "title": header.title
        case "place": header.place
        default: header.source
        }
    }

    private static func value(_ field: String, of header: GoldArticle.Header) -> String? {
        switch field {
        case "date": header.date
        case "title": header.title
        case "place": header.place
        default: header.source
        }
    }
}
