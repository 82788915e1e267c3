import PledgedCore
import PledgedLog

enum SampleArticle {
    /// An entry whose line in the log is about `size` bytes long.
    static func entry(_ number: Int, size: Int) -> NewEntry {
        let digits = String(number, radix: 16)
        guard let id = ArticleID(hexadecimal: String(repeating: "0", count: 64 - digits.count) + digits) else {
            preconditionFailure("\(number) makes no article id.")
        }
        let words = "The ministry pledged to train 50,000 engineers by 2030. "
        let text = String(repeating: words, count: max(1, (size - 450) / words.utf8.count))
        let article = Article(id: id, header: ArticleHeader(title: "Number \(number)"), text: text, blocks: [])
        let file = DroppedFile(name: "\(number).txt", size: Int64(size), inode: 1, modified: 1)
        return NewEntry(article: id, events: [.articleReceived(ArticleReceived(article: article, file: file))])
    }
}
