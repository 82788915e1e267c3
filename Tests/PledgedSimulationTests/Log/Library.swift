import PledgedCore
import PledgedLog
import PledgedTesting

/// The entries that simulations append, by number, and how each of them reads in the log.
struct Library: Sendable {
    /// Three lives append 360 at the most, and what comes after one crash 6.
    static let count = 400
    static let shared = Library()

    let entries: [NewEntry]
    private let texts: [[UInt8]]
    private let numbers: [ArticleID: Int]

    private init() {
        entries = (0..<Self.count).map(Self.entry)
        texts = entries.map { entry in
            do {
                return try EncodedEvents(entry.events).bytes
            } catch {
                preconditionFailure("A sample event has no JSON: \(error).")
            }
        }
        numbers = Dictionary(uniqueKeysWithValues: (0..<Self.count).map { (SampleEvents.articleID($0), $0) })
    }

    /// Of different lengths, so that lines end everywhere in a sector, and with what lines and JSON have to mind.
    private static func entry(_ number: Int) -> NewEntry {
        let text = String(repeating: "Đà Nẵng \"\\ {\"\n", count: number * number * 37 % 71)
        let file = SampleEvents.file("\(number).txt", inode: UInt64(number))
        let received = ArticleReceived(article: SampleEvents.article(number, text: text), file: file)
        let happening = Event.happeningReported(SampleEvents.happening(.year(2000)))
        return NewEntry(
            article: SampleEvents.articleID(number),
            events: [.articleReceived(received)] + Array(repeating: happening, count: number % 3)
        )
    }

    /// Nil where the entry is none of these, to the byte.
    func number(of entry: StoredEntry) -> Int? {
        guard let article = entry.article, let number = numbers[article], entry.events == texts[number] else {
            return nil
        }
        return number
    }
}
