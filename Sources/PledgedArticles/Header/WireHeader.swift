/// The line by which some wires' web pages come out of a text extractor: ` date 2024-07-10 Submit Release`.
///
/// The title follows on the next line, or the story begins at once: ` date 2025-05-27 HÀ NỘI — Deputy Prime
/// Minister …`.
struct WireHeader: Hashable, Sendable {
    let date: StatedDate
    /// From "date" to the last word of the header, in bytes.
    let range: Range<Int>

    init?(_ text: SourceText, in range: Range<Int>) {
        let lines = TextLine.lines(of: text, in: text.front(range, countMax: 2000))
        guard let line = lines.first(where: { !$0.isBlank }) else { return nil }
        let lexemes = Lexeme.lexemes(of: text, in: text.front(line.range, countMax: 200))
        guard lexemes.first?.folded == "date", let finding = DateScanner(lexemes: lexemes).finding(at: 1) else {
            return nil
        }
        guard case .day = finding.date else { return nil }
        var end = finding.lexemes.upperBound
        if lexemes.dropFirst(end).prefix(2).map(\.folded) == ["submit", "release"] { end += 2 }
        date = finding.date
        self.range = lexemes[0].range.lowerBound..<lexemes[end - 1].range.upperBound
    }
}
