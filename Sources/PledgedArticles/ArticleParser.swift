public import PledgedCore

/// Reads the bytes of a dropped file as an article: what it says, when and where it was published, and which stretch
/// of it is prose.
public struct ArticleParser: Sendable {
    public init() {}

    /// Reads one file.
    ///
    /// The work grows linearly with the number of bytes. The format is told by the content; of the name no more
    /// than the year is used, where it holds the very day and month of a dateline without one.
    ///
    /// - Throws: ``Rejection`` with reason `empty`, `binary`, `undecodable` or `malformed`.
    public func parse(_ bytes: [UInt8], fileName: String) throws(Rejection) -> Article {
        let decoded = try TextDecoding.decode(bytes)
        var assembler = ArticleAssembler(try manuscript(decoded.text))
        var article = assembler.article(id: ArticleID(hashing: bytes), fileName: fileName)
        article.notes = decoded.notes + article.notes
        return article
    }

    private func manuscript(_ text: String) throws(Rejection) -> Manuscript {
        if NinjsReader.recognises(text) { return try NinjsReader.manuscript(text) }
        if HTMLReader.recognises(text) { return try HTMLReader.manuscript(text) }
        return PlainTextReader.manuscript(text)
    }
}
