/// Whether a passage ends as a sentence does.
enum SentenceEnd {
    /// True for a full stop, question mark, exclamation mark or colon, with quotes and brackets after it.
    static func ends(_ range: Range<Int>, in text: SourceText) -> Bool {
        let back = text.string(text.back(range, countMax: 24))
        let end = back.reversed().first { !closers.contains($0) }
        return end.map { ".!?:…。".contains($0) } ?? false
    }

    /// True where the full stop at the end belongs to an abbreviation, as in "Inc." or "U.S.".
    static func endsInAbbreviation(_ range: Range<Int>, in text: SourceText) -> Bool {
        let word = text.string(text.back(range, countMax: 40)).split(whereSeparator: \.isWhitespace).last ?? ""
        guard word.last == "." else { return false }
        return word.dropLast().contains(".") || abbreviations.contains(String(word))
    }

    private static let closers: Set<Character> = ["\"", "'", "”", "’", ")", "]", "»", "*", "_", " "]
    private static let abbreviations: Set<String> = [
        "Inc.", "Co.", "Corp.", "Ltd.", "Jr.", "Sr.", "No.", "Bhd.", "plc.", "Gov.",
    ]
}
