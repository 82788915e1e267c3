/// The block of `Key: value` lines before a blank line, as mail and old content systems write it.
///
///     Date: Wed, 22 May 2024 09:15:00 +0200
///     Title: Norway opens purse for malaria shots
///       ahead of Geneva assembly
struct FieldBlock: Hashable, Sendable {
    let fields: [HeaderField]
    /// From the first field line to the last, in bytes.
    let range: Range<Int>

    /// Reads the block that begins with the first line of `range`; nil where that is no known field.
    init?(_ text: SourceText, in range: Range<Int>) {
        var collected: [(text: String, range: Range<Int>)] = []
        for line in TextLine.lines(of: text, in: text.front(range, countMax: Self.bytesMax)) {
            guard !line.isBlank || collected.isEmpty else { break }
            guard !line.isBlank else { continue }
            let content = text.line(line.range)
            if HeaderField(content) != nil {
                collected.append((content, line.range))
            } else if let last = collected.indices.last, Self.isFolded(line, in: text) {
                collected[last].text += " " + content
                collected[last].range = collected[last].range.lowerBound..<line.range.upperBound
            } else {
                break
            }
        }
        // Keys that nobody knows count between known ones only: "Vietnam: a chip story" is a title.
        var entries = collected.compactMap { entry in HeaderField(entry.text).map { (field: $0, range: entry.range) } }
        while let last = entries.last, last.field.meaning == nil { entries.removeLast() }
        guard let first = entries.first, let last = entries.last, first.field.meaning != nil else { return nil }
        fields = entries.map(\.field)
        self.range = first.range.lowerBound..<last.range.upperBound
    }

    /// A line that begins with white space goes on with the field before it.
    private static func isFolded(_ line: TextLine, in text: SourceText) -> Bool {
        let before = line.range.lowerBound - 1
        return before >= 0 && (text.bytes[before] == 0x20 || text.bytes[before] == 0x09)
    }

    private static let bytesMax = 20_000
}
