/// The text of an article as UTF-8 bytes, which is how spans count.
///
/// Everything here costs time in proportion to the range it is given, so that long files stay cheap.
struct SourceText: Sendable {
    let bytes: [UInt8]

    init(_ text: String) { bytes = Array(text.utf8) }

    var whole: Range<Int> { 0..<bytes.count }

    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// `range` without white space at its ends; empty where there is nothing else.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, let length = whiteSpaceLength(at: start) { start += length }
        while start < end {
            let last = lead(before: end)
            guard last >= start, whiteSpaceLength(at: last) == end - last else { break }
            end = last
        }
        return start..<end
    }

    /// The front of `range`, at most `countMax` bytes and whole characters.
    func front(_ range: Range<Int>, countMax: Int) -> Range<Int> {
        guard range.count > countMax else { return range }
        var end = range.lowerBound + countMax
        while end > range.lowerBound, isContinuation(bytes[end]) { end -= 1 }
        return range.lowerBound..<end
    }

    /// The back of `range`, at most `countMax` bytes and whole characters.
    func back(_ range: Range<Int>, countMax: Int) -> Range<Int> {
        guard range.count > countMax else { return range }
        var start = range.upperBound - countMax
        while start < range.upperBound, isContinuation(bytes[start]) { start += 1 }
        return start..<range.upperBound
    }

    /// The text of `range` in one line: outer white space gone, line breaks and runs of white space one space each.
    func line(_ range: Range<Int>) -> String {
        let range = trimmed(range)
        var (line, gap, index) = ([UInt8](), false, range.lowerBound)
        line.reserveCapacity(range.count)
        while index < range.upperBound {
            if let length = whiteSpaceLength(at: index), !isNoBreakSpace(at: index) {
                gap = true
                index += length
                continue
            }
            if gap { line.append(0x20) }
            gap = false
            line.append(bytes[index])
            index += 1
        }
        return String(decoding: line, as: UTF8.self)
    }

    /// How many characters `range` has; two bytes for CR and LF are one.
    func characterCount(_ range: Range<Int>) -> Int {
        let isPlain = bytes[range].allSatisfy { $0 < 0x80 && $0 != 0x0D }
        return isPlain ? range.count : string(range).count
    }

    /// The scalar whose first byte is at `index`.
    func scalar(at index: Int) -> Unicode.Scalar {
        let lead = bytes[index]
        guard lead >= 0x80 else { return Unicode.Scalar(lead) }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        let first = UInt32(lead & (0xFF >> UInt8(length + 1)))
        let value = bytes[(index + 1)..<(index + length)].reduce(first) { $0 << 6 | UInt32($1 & 0x3F) }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    /// How many bytes of white space begin at `index`; nil where something else does.
    func whiteSpaceLength(at index: Int) -> Int? {
        let byte = bytes[index]
        if byte == 0x20 || (0x09...0x0D).contains(byte) { return 1 }
        guard byte == 0xC2 || byte == 0xE1 || byte == 0xE2 || byte == 0xE3 else { return nil }
        guard scalar(at: index).isSpace else { return nil }
        return byte == 0xC2 ? 2 : 3
    }

    private func lead(before end: Int) -> Int {
        var index = end - 1
        while index > 0, isContinuation(bytes[index]) { index -= 1 }
        return index
    }

    private func isNoBreakSpace(at index: Int) -> Bool { bytes[index] == 0xC2 && bytes[index + 1] == 0xA0 }

    private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
