/// Reads web pages and fragments of HTML.
enum HTMLReader {
    /// True for text that begins with a tag that only HTML has.
    static func recognises(_ text: String) -> Bool {
        let front = String(
            decoding: text.utf8.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }.prefix(200),
            as: UTF8.self
        ).lowercased()
        guard front.hasPrefix("<") else { return false }
        if front.hasPrefix("<?xml") || front.hasPrefix("<!--") {
            return front.contains("<html") || front.contains("<!doctype html")
                || text.prefix(4000).lowercased().contains("<html")
        }
        let name = front.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "!" }
        return openers.contains(String(name))
    }

    static func manuscript(_ text: String) throws(ArticleRejection) -> Manuscript {
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

    private static let openers: Set<String> = [
        "!doctype", "html", "head", "body", "article", "main", "div", "p", "h1", "h2", "section", "meta", "title",
        "header", "table", "figure",
        "blockquote", "ul", "span",
    ]
}

extension Manuscript {
    /// True where one of the first passages is `line`.
    fileprivate func contains(line: String) -> Bool {
        passages.prefix(20).contains { text.line($0.range) == line }
    }
}
