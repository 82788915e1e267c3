/// Dates that no header line states: in the first paragraph, and in the lines under the story.
enum DateInText {
    static func add(to evidence: inout HeaderEvidence, passages: [Passage], in text: SourceText) {
        if let first = passages.first(where: { $0.kind == .plain && $0.range.count > firstMin }) {
            addFirst(first.range, to: &evidence, in: text)
        }
        for passage in passages.suffix(tailPassages) where passage.range.count <= lineBytesMax {
            addLine(passage.range, to: &evidence, in: text)
        }
    }

    /// The first whole date in the lede that is not the start or the end of something else.
    private static func addFirst(_ range: Range<Int>, to evidence: inout HeaderEvidence, in text: SourceText) {
        let lexemes = Lexeme.lexemes(of: text, in: text.front(range, countMax: ledeBytesMax))
        let findings = DateScanner(lexemes: lexemes).findings()
        for finding in findings {
            guard case .day = finding.date else { continue }
            let before = lexemes[..<finding.lexemes.lowerBound].suffix(2).map(\.folded)
            if before.allSatisfy({ !elsewhere.contains($0) }) { return evidence.add(finding.date, from: .text) }
        }
    }

    private static func addLine(_ range: Range<Int>, to evidence: inout HeaderEvidence, in text: SourceText) {
        let line = text.line(range)
        if let field = HeaderField(line), field.meaning == .date || field.meaning == .update {
            var found = HeaderEvidence()
            field.add(to: &found)
            for date in found.dates.values.joined() { evidence.add(date, from: .tail) }
        } else if let date = DateLine(text, in: range), case .day = date.date {
            evidence.add(date.date, from: .tail)
        } else if line.contains("©") || line.lowercased().contains("copyright") {
            let years = Lexeme.lexemes(of: text, in: range).compactMap(\.number).filter { (1990...2100).contains($0) }
            evidence.years += years.suffix(1)
        }
    }

    private static let elsewhere: Set<String> = [
        "by", "until", "till", "before", "since", "from", "after", "through", "to", "between", "dated", "deadline",
        "expires", "born",
    ]
    private static let firstMin = 60
    private static let ledeBytesMax = 1000
    private static let tailPassages = 8
    private static let lineBytesMax = 200
}
