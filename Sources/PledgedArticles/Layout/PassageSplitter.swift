/// Cuts plain text into passages.
///
/// Blank lines always part. A line break parts too, unless the text was wrapped by hand or by a mail program, when
/// a line goes on with the next one if the next one's first word would not have fitted.
struct PassageSplitter {
    private let text: SourceText
    private let lines: [TextLine]
    /// The column at which lines were broken, counted in characters; nil where they were not.
    private let wrapWidth: Int?

    init(_ text: SourceText, in range: Range<Int>) {
        self.text = text
        lines = TextLine.lines(of: text, in: range)
        wrapWidth = Self.wrapWidth(of: lines, in: text)
    }

    func passages() -> [Passage] {
        var (passages, group, previous) = ([Passage](), 0, TextLine?.none)
        for line in lines {
            defer { previous = line }
            guard !line.isBlank else {
                if previous?.isBlank == false { group += 1 }
                continue
            }
            if let previous, !previous.isBlank, let last = passages.last, continues(previous, with: line) {
                passages[passages.count - 1].range = last.range.lowerBound..<line.range.upperBound
            } else {
                let kind = MarkdownMarks.kind(of: line.range, in: text)
                passages.append(Passage(range: line.range, kind: kind, group: group))
            }
        }
        return passages
    }

    private func continues(_ line: TextLine, with next: TextLine) -> Bool {
        guard !isHeading(line), let wrapWidth, !ListMarker.begins(next.range, in: text), !isRule(line), !isRule(next),
            !isDateLine(next)
        else {
            return false
        }
        let length = Self.length(of: line, in: text)
        if length + 1 + firstWordLength(of: next) > wrapWidth { return length * 3 >= wrapWidth }
        return length * 2 >= wrapWidth && !SentenceEnd.ends(line.range, in: text)
    }

    private func firstWordLength(of line: TextLine) -> Int {
        text.string(text.front(line.range, countMax: 100)).prefix { !$0.isWhitespace }.count
    }

    private func isHeading(_ line: TextLine) -> Bool {
        if case .heading = MarkdownMarks.kind(of: line.range, in: text) { return true }
        return false
    }

    /// A date by itself belongs to the header, not to the line before it.
    private func isDateLine(_ line: TextLine) -> Bool {
        line.range.count <= 50 && text.bytes[line.range.upperBound - 1] != UInt8(ascii: ".")
            && DateLine(text, in: line.range) != nil
    }

    private func isRule(_ line: TextLine) -> Bool {
        text.bytes[text.front(line.range, countMax: 80)].allSatisfy { "*-_=# ".utf8.contains($0) }
    }

    /// The longest line, where lines that others follow at once are mostly long and none is very long.
    private static func wrapWidth(of lines: [TextLine], in text: SourceText) -> Int? {
        let lengths = lines.map { length(of: $0, in: text) }
        guard let longest = lengths.max(), wrapWidths.contains(longest) else { return nil }
        let followed = lengths.indices.dropLast().filter { lengths[$0] > 0 && lengths[$0 + 1] > 0 }
        let long = followed.count { lengths[$0] * 4 >= longest * 3 }
        return long >= wrappedLinesMin && long * 2 >= followed.count ? longest : nil
    }

    private static func length(of line: TextLine, in text: SourceText) -> Int {
        // Longer lines are not wrapped anyway, and need not be counted to the end.
        text.characterCount(text.front(line.range, countMax: 800))
    }

    private static let wrapWidths = 40...110
    private static let wrappedLinesMin = 3
}
