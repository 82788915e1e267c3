import PledgedCore
import PledgedLog

enum SampleArticle {
    /// An entry of one event whose line in the log is about `size` bytes long.
    static func entry(_ number: Int, size: Int) -> NewEntry {
        // The rest is what a line takes beside the text.
        let text = String(String(repeating: words, count: size / words.utf8.count + 1).prefix(size - 522))
        let article = Article(id: id(number), header: ArticleHeader(title: "Number 0"), text: text, blocks: [])
        let file = DroppedFile(name: "0.txt", size: Int64(size), inode: 1, modified: 1)
        return NewEntry(
            article: id(number),
            events: [.articleReceived(ArticleReceived(article: article, file: file))]
        )
    }

    /// An entry as a news article gives one: 3 kB of text, 9 actors, 6 pledges, 2 requests, 9 happenings, 28 events.
    static func reading(_ number: Int) -> NewEntry {
        let facts =
            (1...9).map { Event.actorNamed(actor($0)) } + (1...8).map { Event.stated(pledge($0)) }
            + (1...9).map { Event.happeningReported(happening($0)) }
        let read = ArticleRead(
            reader: "en-1/4f0c2a",
            actors: 9,
            pledges: 6,
            requests: 2,
            happenings: 9,
            microseconds: 900
        )
        let text = String(repeating: words, count: 54)
        return NewEntry(article: id(number), events: [received(number, text: text)] + facts + [.articleRead(read)])
    }

    private static let words = "The ministry pledged to train 50,000 engineers by 2030. "

    private static func id(_ number: Int) -> ArticleID {
        let digits = String(number, radix: 16)
        guard let id = ArticleID(hexadecimal: String(repeating: "0", count: 64 - digits.count) + digits) else {
            preconditionFailure("\(number) makes no article id.")
        }
        return id
    }

    private static func received(_ number: Int, text: String) -> Event {
        let header = ArticleHeader(date: day, title: "Number \(number)", place: "TOKYO", source: "VNS", language: "en")
        let blocks = (0..<6).map { ArticleBlock(role: .paragraph, span: TextSpan($0 * 500..<$0 * 500 + 498)) }
        let article = Article(id: id(number), header: header, text: text, blocks: blocks)
        let file = DroppedFile(
            name: "\(number).txt",
            size: Int64(text.utf8.count),
            inode: UInt64(number),
            modified: 1_732_700_000_000_000_000
        )
        return .articleReceived(ArticleReceived(article: article, file: file))
    }

    private static let day = CalendarDate(year: 2024, month: 7, day: 9)

    private static func actor(_ number: Int) -> NamedActor {
        NamedActor(
            label: ActorLabel(number),
            kind: .organization,
            canonicalName: "Ministry of Economy, Trade and Industry",
            names: ["Ministry of Economy, Trade and Industry", "METI"],
            role: number == 1 ? "minister" : nil,
            affiliation: number == 1 ? ActorLabel(2) : nil,
            mentions: (0..<3).map { TextSpan($0 * 700..<$0 * 700 + 39) },
            confidence: 95
        )
    }

    private static func pledge(_ number: Int) -> Pledge {
        Pledge(
            kind: number < 7 ? .commitment : .request,
            by: [ActorLabel(1)],
            to: [ActorLabel(3)],
            speaker: ActorLabel(2),
            action: "train 50,000 engineers by 2030",
            quantity: Quantity(value: 50_000, unit: "engineers"),
            deadline: .year(2030),
            said: day,
            cue: "pledged to",
            anchor: anchor,
            confidence: 90
        )
    }

    private static func happening(_ number: Int) -> Happening {
        Happening(
            date: day.map { .day($0) } ?? .year(2024),
            place: "Tokyo",
            actors: [ActorLabel(number)],
            anchor: anchor,
            confidence: 85
        )
    }

    private static let anchor = Anchor(span: TextSpan(13..<55), quote: "pledged to train 50,000 engineers by 2030.")
}
