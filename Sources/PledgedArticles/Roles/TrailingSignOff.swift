/// A sign-off on the same line as the last sentence.
///
/// "… 1,200 technicians. — VNS", "… last September. Enditem", "… is free./."
struct TrailingSignOff: Hashable, Sendable {
    /// Where the sign-off begins, in bytes.
    let start: Int
    let source: String?

    /// Reads the end of a passage; `isLast` where only boilerplate follows, so that an unknown name may be an agency.
    init?(_ range: Range<Int>, in text: SourceText, isLast: @autoclosure () -> Bool) {
        let back = text.back(range, countMax: Self.bytesMax)
        let lexemes = Lexeme.lexemes(of: text, in: back)
        // What is left of the sign-off must be the end of a sentence.
        guard let dash = lexemes.indices.reversed().first(where: { Self.begins(lexemes, at: $0) }), dash > 0,
            text.trimmed(range.lowerBound..<lexemes[dash].range.lowerBound).count > Self.proseMin
        else { return nil }
        let start = lexemes[dash].range.lowerBound
        let content = text.line(start..<range.upperBound)
        guard let name = Self.name(in: content) else { return nil }
        // Looking ahead is dear, and seldom asked for.
        let isAgency = NewsAgency.isKnown(name) || NewsAgency.isAbbreviation(name) && isLast()
        guard name.isEmpty || isAgency else { return nil }
        self.start = start
        source = name.isEmpty ? nil : name
    }

    /// The agency in the sign-off, empty where it names none; nil where this is none.
    private static func name(in content: String) -> String? {
        let bare = content.split { "-–—()[]./ ".contains($0) }.joined(separator: " ")
        if bare.lowercased().hasPrefix("enditem") || ["end", "ends"].contains(bare.lowercased()) { return "" }
        if bare.isEmpty { return content.contains("/.") || content.contains("/") ? "" : nil }
        let isSlashed = content.contains("/") && content.split(separator: "/").count == 2 && !content.hasPrefix("/")
        let name = content.split { isSlashed ? "-–—()[]. ".contains($0) : "-–—()[]./ ".contains($0) }.joined(
            separator: " "
        )
        return name
    }

    /// A dash, bracket, slash or "Enditem" right after the end of a sentence.
    private static func begins(_ lexemes: [Lexeme], at index: Int) -> Bool {
        guard index > 0 else { return false }
        let (lexeme, before) = (lexemes[index], lexemes[index - 1])
        let endsSentence = before.isMark(".!?”\"’')")
        if ["enditem", "ends"].contains(lexeme.folded), lexeme.text.first?.isUppercase == true { return endsSentence }
        // "The bill was tabled, the reply said. PTI"
        if index == lexemes.count - 1, lexeme.isUpperCase, NewsAgency.isKnown(lexeme.text) { return endsSentence }
        if lexeme.isMark("—–-(["), !before.isMark("—–-") { return endsSentence }
        // "./." and "/."
        return lexeme.isMark("/") && before.isMark(".")
    }

    private static let bytesMax = 60
    private static let proseMin = 20
}
