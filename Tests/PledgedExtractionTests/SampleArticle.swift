import PledgedArticles
import PledgedCore

/// Articles for tests, made of paragraphs as a parser would give them.
enum SampleArticle {
    /// An article of these paragraphs, one block each, with its title before them.
    static func article(
        _ paragraphs: [String],
        title: String? = nil,
        date: CalendarDate? = CalendarDate(year: 2024, month: 5, day: 15),
        language: String? = nil
    ) -> Article {
        var text = ""
        var blocks: [ArticleBlock] = []
        func add(_ part: String, _ role: ArticleBlock.Role) {
            if !text.isEmpty { text += "\n\n" }
            let start = text.utf8.count
            text += part
            blocks.append(ArticleBlock(role: role, span: TextSpan(start..<text.utf8.count)))
        }
        if let title { add(title, .title) }
        for paragraph in paragraphs { add(paragraph, .paragraph) }
        return Article(
            id: ArticleID(hashing: Array(text.utf8)),
            header: ArticleHeader(date: date, title: title, language: language),
            text: text,
            blocks: blocks
        )
    }
}
