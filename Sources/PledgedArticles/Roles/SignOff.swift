/// The mark with which a story or a release closes.
enum SignOff {
    /// What a closing line says.
    struct Line: Hashable {
        /// The agency or issuer that it names.
        var source: String?
        var origin = HeaderEvidence.SourceOrigin.signOff
        /// Only boilerplate follows.
        var closesText = false
    }

    /// Reads a passage that is nothing but a sign-off.
    static func line(_ range: Range<Int>, in text: SourceText) -> Line? {
        guard range.count <= bytesMax else { return nil }
        let content = unmarked(text.line(range))
        // What is as long as a sentence can only say who wrote it.
        if content.utf8.count > sentenceBytes, !isOrnament(content) { return credit(content) }
        let bare = content.split { separators.contains($0) }.joined(separator: " ")
        let word = bare.lowercased()
        // Two hyphens part a mail from its signature.
        if isOrnament(content) {
            return Line(closesText: content.hasPrefix("##") || content.hasPrefix("# #") || content == "--")
        }
        if closers.contains(word) { return Line(closesText: true) }
        if word.hasPrefix("enditem") { return Line() }
        if content.hasSuffix(","), valedictions.contains(where: word.hasPrefix) { return Line(closesText: true) }
        return issuer(content) ?? agency(content, bare) ?? credit(content)
    }

    /// The line without Markdown's marks.
    private static func unmarked(_ line: String) -> String {
        guard line.utf8.contains(where: isMark) else { return line }
        return String(decoding: line.utf8.filter { !isMark($0) }, as: UTF8.self)
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "\\")
    }

    /// Stars, hashes, dashes or dots only.
    static func isOrnament(_ line: String) -> Bool { !line.contains { $0.isLetter || $0.isNumber } }

    /// "SOURCE Sao Mai Airlines", "Source: Bernama".
    private static func issuer(_ content: String) -> Line? {
        if content.hasPrefix("SOURCE ") {
            return Line(source: String(content.dropFirst(7)), origin: .issuer, closesText: true)
        }
        guard let field = HeaderField(content), field.meaning == .source, !field.value.isEmpty, content.utf8.count <= 80
        else {
            return nil
        }
        return Line(source: field.value.hasPrefix("http") ? nil : NewsAgency.withoutDesk(field.value))
    }

    /// "— VNS", "-- BERNAMA", "(Xinhua)", "VNA/VNS", "PTI ABC DEF".
    private static func agency(_ content: String, _ bare: String) -> Line? {
        let isMarked = content.first.map { "-–—(/[".contains($0) } ?? false
        let name = content.split { "-–—()[]. ".contains($0) }.joined(separator: " ")
        if NewsAgency.isKnown(name) { return Line(source: name) }
        if isMarked, NewsAgency.isAbbreviation(name) { return Line(source: name) }
        let words = bare.split(separator: " ").map(String.init)
        let isDesk = words.count > 1 && words.allSatisfy { NewsAgency.isAbbreviation($0) }
        if isDesk, NewsAgency.isKnown(words[0]) { return Line(source: words[0]) }
        if let parts = content.split(separator: "/").first.map(String.init), content.contains("/"),
            NewsAgency.isKnown(parts)
        {
            return Line(source: parts)
        }
        return nil
    }

    /// "(Reporting by …; Editing by …)", "(By Kao Shih-ting and Evelyn Lin)".
    private static func credit(_ content: String) -> Line? {
        let opened = content.utf8.drop { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[") }
        let front = String(decoding: opened.prefix(creditBytesMax), as: UTF8.self).lowercased()
        if credits.contains(where: front.hasPrefix) { return Line() }
        let byline = writer(content) ?? (content.hasPrefix("(") ? Byline(content) : nil)
        return byline.map { Line(source: $0.agency ?? $0.names, origin: .byline) }
    }

    /// The names in "Reporter: Dewi K, Raka Adji".
    private static func writer(_ content: String) -> Byline? {
        guard content.utf8.count <= 100, let field = HeaderField(content), field.meaning == .byline else { return nil }
        return Byline(naming: field.value)
    }

    private static let bytesMax = 300
    private static let sentenceBytes = 120
    /// No credit's words are longer.
    private static let creditBytesMax = 32
    private static let separators: [Character] = [" ", "-", "–", "—", ".", "/", "(", ")", "[", "]"]
    private static let closers: Set<String> = [
        "end", "ends", "the end", "30", "end of release", "end of text", "end of statement", "fin", "ends here",
        "message ends",
        "end of press release",
    ]
    /// The words with which a letter ends.
    private static let valedictions = [
        "yours ", "sincerely", "respectfully", "with best regards", "best regards", "kind regards",
    ]
    private static let credits = [
        "reporting by", "additional reporting", "writing by", "editing by", "editor:", "editors:", "translator:",
        "with reporting by", "with inputs from",
        "with input from",
        "compiled by", "translated by", "edited by", "with files from", "reported by", "written by",
        "associated press writer",
        "ap writer",
    ]
}
