import PledgedCore

/// Reads web pages and fragments of HTML.
enum HTMLReader {
    /// True for text that begins with a tag, a document type or an XML declaration, and goes on with markup.
    ///
    /// Agencies' XML (NITF, NewsML) is read as a page too: its paragraphs have the same name.
    static func recognises(_ text: String) -> Bool {
        let bytes = text.utf8.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }.prefix(frontMax)
        guard bytes.first == UInt8(ascii: "<") else { return false }
        let front = String(decoding: bytes, as: UTF8.self).lowercased()
        guard front.hasPrefix("<"), let second = front.dropFirst().first else { return false }
        if second == "!" || second == "?" { return true }
        if knownTags.contains(where: { front.hasPrefix("<\($0)>") || front.hasPrefix("<\($0) ") }) { return true }
        return second.isLetter && second.isASCII && front.contains("</")
    }

    static func manuscript(_ text: String) throws(Rejection) -> Manuscript {
        try HTMLLimits.check(text)
        let outline = HTMLOutline(try HTMLTree(parsing: text).events())
        var body = HTMLBody(outline)
        var manuscript = body.manuscript(evidence: HTMLHead.evidence(in: outline))
        guard !manuscript.passages.isEmpty else { throw .malformed("is HTML without readable text") }
        if let title = manuscript.evidence.title, !manuscript.contains(line: title) {
            manuscript = manuscript.titled(title)
        }
        return manuscript
    }

    private static let frontMax = 8000
    private static let knownTags = [
        "html", "head", "body", "article", "main", "div", "p", "h1", "h2", "section", "meta", "title",
    ]
}

extension Manuscript {
    /// True where one of the first passages is `line`.
    fileprivate func contains(line: String) -> Bool {
        passages.prefix(20).contains { text.line($0.range) == line }
    }
}
