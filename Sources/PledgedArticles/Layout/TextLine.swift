/// One line of the text, without white space at its ends and without its line break.
struct TextLine: Hashable, Sendable {
    /// Empty for a blank line.
    let range: Range<Int>

    var isBlank: Bool { range.isEmpty }

    /// The lines of `range`: broken at LF, CR, CRLF, form feed and the two Unicode separators.
    static func lines(of text: SourceText, in range: Range<Int>) -> [TextLine] {
        var (lines, start, index) = ([TextLine](), range.lowerBound, range.lowerBound)
        while index < range.upperBound {
            let length = breakLength(in: text.bytes, at: index)
            guard length > 0 else {
                index += 1
                continue
            }
            lines.append(TextLine(range: text.trimmed(start..<index)))
            index = min(index + length, range.upperBound)
            start = index
        }
        if start < range.upperBound { lines.append(TextLine(range: text.trimmed(start..<range.upperBound))) }
        return lines
    }

    private static func breakLength(in bytes: [UInt8], at index: Int) -> Int {
        switch bytes[index] {
        case 0x0A, 0x0B, 0x0C: 1
        case 0x0D: index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
        case 0xE2: bytes[index + 1] == 0x80 && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9) ? 3 : 0
        default: 0
        }
    }
}
