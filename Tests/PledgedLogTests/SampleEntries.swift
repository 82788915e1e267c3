import Foundation
import PledgedCore
import PledgedLog

/// Entries to append, each different, with characters that JSON and lines have to mind.
enum Sample {
    static func article(_ number: Int) -> ArticleID {
        let digits = String(number, radix: 16)
        guard let id = ArticleID(hexadecimal: String(repeating: "a", count: 64 - digits.count) + digits) else {
            preconditionFailure("\(number) makes no article id.")
        }
        return id
    }

    /// One article's entry: `events` happenings after the article itself.
    static func entry(
        _ number: Int,
        happenings: Int = 2,
        text: String = "Line one.\nZeile zwei: \"Đà Nẵng\" \\ \u{2028} {\""
    ) -> NewEntry {
        let id = article(number)
        let article = Article(id: id, header: ArticleHeader(title: "Number \(number)"), text: text, blocks: [])
        let file = DroppedFile(name: "\(number).txt", size: 1, inode: 1, modified: 1)
        let anchor = Anchor(span: TextSpan(0..<4), quote: "Line {\"")
        let date = EDTFDate(.year(2000 + number % 1000))
        let happening = Happening(date: date, actors: [], anchor: anchor, confidence: 50)
        return NewEntry(
            article: id,
            events: [.articleReceived(ArticleReceived(article: article, file: file))]
                + Array(repeating: .happeningReported(happening), count: happenings)
        )
    }

    static func entries(_ range: Range<Int>, happenings: Int = 2) -> [NewEntry] {
        range.map { entry($0, happenings: happenings) }
    }

    /// A file that could not be read: an entry without an article.
    static let rejected = NewEntry(
        article: nil,
        events: [
            .articleRejected(
                ArticleRejected(
                    file: DroppedFile(name: "x", size: 0, inode: 2, modified: 3),
                    digest: nil,
                    reason: .unreadable,
                    sentence: "No."
                )
            )
        ]
    )
}

/// A clock that stands still.
let clock: @Sendable () -> Timestamp = { Timestamp(microseconds: 1_700_000_000_123_456) }
