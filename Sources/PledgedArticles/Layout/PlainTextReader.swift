/// Reads plain text and Markdown: takes the header block off the front, and cuts the rest into passages.
enum PlainTextReader {
    static func manuscript(_ content: String) -> Manuscript {
        let text = SourceText(content)
        var (evidence, passages, start) = (HeaderEvidence(), [Passage](), 0)
        func take(_ header: Range<Int>) {
            let range = text.trimmed(start..<header.upperBound)
            passages.append(Passage(range: range, kind: .header, group: -1))
            start = header.upperBound
        }
        if let header = WireHeader(text, in: text.whole) {
            evidence.add(header.date, from: .field)
            take(header.range)
        } else if let matter = FrontMatter(text, in: text.whole) {
            for field in matter.fields { field.add(to: &evidence) }
            take(matter.range)
        } else if let block = FieldBlock(text, in: text.whole) {
            for field in block.fields { field.add(to: &evidence) }
            take(block.range)
        }
        passages += PassageSplitter(text, in: start..<text.bytes.count).passages()
        return Manuscript(text: text, passages: passages, evidence: evidence)
    }
}
