import PledgedCore
import PledgedExtraction

/// Says in words, and colours, why the reader found what it found.
struct ExplanationWording {
    let palette: Palette

    /// A paragraph for each fact, each line ended by a line feed.
    func text(_ explained: ExplainedReading, of file: String) -> String {
        let reading = explained.reading
        var text = palette.paint(PlainText.name(file), .strong)
        text += ", read by \(PlainText.line(reading.reader))\n"
        for (actor, explanation) in zip(reading.actors, explained.actors) {
            let heading = "\(actor.label)  \(PlainText.line(actor.canonicalName))"
            text += "\n" + paragraph("actor \(heading)", explanation, quote: nil)
        }
        for (index, (pledge, explanation)) in zip(reading.pledges, explained.pledges).enumerated() {
            let heading = "pledge \(index + 1)  \(pledge.kind.rawValue)"
            text += "\n" + paragraph(heading, explanation, quote: pledge.anchor)
        }
        for (index, (happening, explanation)) in zip(reading.happenings, explained.happenings).enumerated() {
            let heading = "happening \(index + 1)  \(happening.date)"
            text += "\n" + paragraph(heading, explanation, quote: happening.anchor)
        }
        return text
    }

    private func paragraph(_ heading: String, _ explanation: Explanation, quote: Anchor?) -> String {
        let confidence = palette.paint("\(explanation.confidence) %", Self.ink(explanation.confidence))
        var lines = ["\(palette.paint(heading, .strong))  \(confidence)"]
        if let quote { lines.append("  “\(marked(quote, explanation.cues))”") }
        lines += source(explanation.source)
        if quote == nil, !explanation.cues.isEmpty {
            let words = explanation.cues.map { palette.paint("“\(PlainText.line($0.quote))”", .words) }
            lines.append(line("words", words.joined(separator: " ")))
        }
        lines += explanation.fields.map(field)
        return lines.map { $0 + "\n" }.joined()
    }

    private static func ink(_ confidence: Int) -> Palette.Ink {
        confidence >= 80 ? .good : confidence >= 50 ? .doubtful : .bad
    }

    /// The quotation with its cues in colour.
    private func marked(_ quote: Anchor, _ cues: [Anchor]) -> String {
        let bytes = Array(quote.quote.utf8)
        guard let cue = cues.first, cue.span.start >= quote.span.start, cue.span.end <= quote.span.end else {
            return PlainText.line(quote.quote)
        }
        let (start, end) = (cue.span.start - quote.span.start, cue.span.end - quote.span.start)
        func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        return Self.spaced(part(0..<start)) + palette.paint(PlainText.line(part(start..<end)), .words)
            + Self.spaced(part(end..<bytes.count))
    }

    /// On one line, with a space at either end where there was one.
    private static func spaced(_ text: String) -> String {
        let line = PlainText.line(text)
        let before = text.first?.isWhitespace ?? false ? " " : ""
        let after = text.last?.isWhitespace ?? false ? " " : ""
        return line.isEmpty ? before : before + line + after
    }

    private func source(_ source: Explanation.Source) -> [String] {
        let place = source.file.map { file in
            let line = source.line.map { ", line \($0)" } ?? ""
            return " (\(PlainText.name(file))\(line))"
        }
        let name = palette.paint(PlainText.line(source.name) + (place ?? ""), .source)
        var lines = [line(source.kind.rawValue, "\(name)  \(PlainText.line(source.purpose))")]
        if let entry = source.entry { lines.append(line("entry", PlainText.line(entry))) }
        return lines
    }

    private func field(_ field: Explanation.Field) -> String {
        let words = field.words.map { "  " + palette.paint("“\(PlainText.line($0.quote))”", .words) } ?? ""
        let steps = field.steps.map { PlainText.line($0.sentence) }.joined(separator: " ")
        return line(field.name, "\(PlainText.line(field.value))\(words)  \(palette.paint(steps, .faint))")
    }

    private func line(_ label: String, _ text: String) -> String {
        let padding = String(repeating: " ", count: max(1, Self.labelWidth - label.utf8.count))
        return "  \(palette.paint(label, .faint))\(padding)\(text)"
    }

    private static let labelWidth = 12
}
