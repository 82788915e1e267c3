import PledgedArticles
import PledgedCore

/// The article in `text`, encoded as UTF-8.
func article(_ text: String, fileName: String = "story.txt") throws(Rejection) -> Article {
    try ArticleParser().parse(Array(text.utf8), fileName: fileName)
}

/// Two paragraphs of prose, for headers to stand above.
let story = """
    Lorandia will build three clinics in the northern province by 2027, the health ministry said on Tuesday, and asked \
    donors for help.

    The plan was announced after a meeting in the capital. Officials promised US$40 million.
    """

extension Article {
    /// The words of every block with this role.
    func texts(_ role: ArticleBlock.Role) -> [String] {
        let bytes = Array(text.utf8)
        return blocks.filter { $0.role == role }.map { String(decoding: bytes[$0.span.range], as: UTF8.self) }
    }
}
