/// Finds the tokens of one block, from its first byte to its last.
struct TokenScanner {
    let bytes: [UInt8]
    let end: Int
    var position: Int
    private let table = ScalarTable.shared
    /// Ends of tokens that a longer stretch was cut into ahead of time: a word before its contraction.
    private var cuts: [Int] = []
    private var isFirst = true
    /// No address begins before this byte: looked for once in each run without spaces.
    var addressFreeEnd = 0

    init(_ bytes: [UInt8], _ block: Range<Int>) {
        self.bytes = bytes
        position = block.lowerBound
        end = block.upperBound
    }

    /// The next token's bytes, with the flags that tell what lies before it; nil at the block's end.
    mutating func next() -> (range: Range<Int>, placed: Token.Flags)? {
        if let cut = cuts.popLast() {
            defer { position = cut }
            return (position..<cut, [])
        }
        let placed = skipSpace()
        guard position < end else { return nil }
        let start = position
        let stop = tokenEnd(isFirstOfLine: isFirst || placed.contains(.lineBefore), placed: placed)
        isFirst = false
        // Cuts are kept last first.
        position = cuts.popLast() ?? stop
        return (start..<position, placed)
    }

    /// Ends the token at hand at the first place, the next one at the second, and so on.
    mutating func cut(at places: [Int]) { cuts = places.reversed() }

    private mutating func skipSpace() -> Token.Flags {
        var placed: Token.Flags = isFirst ? .spaceBefore : []
        var lines = 0
        var wasReturn = false
        while position < end {
            let (kind, length) = self.kind(position)
            guard kind == .space else { break }
            placed.insert(.spaceBefore)
            let byte = bytes[position]
            // CR LF is one line end.
            if byte == 13 || (byte == 10 && !wasReturn) { lines += 1 }
            wasReturn = byte == 13
            position += length
        }
        if lines > 0 { placed.insert(.lineBefore) }
        if lines > 1 { placed.insert(.emptyLineBefore) }
        return placed
    }

    private mutating func tokenEnd(isFirstOfLine: Bool, placed: Token.Flags) -> Int {
        if placed.contains(.spaceBefore) || !isAfterWord, let stop = addressEnd() { return stop }
        let apostrophe = placed.contains(.spaceBefore) ? 0 : apostropheLength(position)
        if apostrophe > 0, let stop = contractionEnd(position, length: apostrophe) { return stop }
        switch kind(position).kind {
        case .letter, .mark: return wordEnd()
        case .digit: return numberEnd(isFirstOfLine: isFirstOfLine)
        case .other, .space: return markEnd(isAfterSpace: placed.contains(.spaceBefore))
        }
    }

    private var isAfterWord: Bool {
        position > 0 && (bytes[position - 1] >= 0x80 || isLetter(position - 1) || isDigit(position - 1))
    }

    // MARK: Looking at scalars

    func kind(_ index: Int) -> (kind: ScalarTable.Kind, length: Int) {
        let byte = bytes[index]
        if byte < 0x80 { return (Self.asciiKinds[Int(byte)], 1) }
        let (scalar, length) = ScalarReader.scalar(bytes, at: index)
        return (table.kind(scalar), min(length, end - index))
    }

    func isLetter(_ index: Int) -> Bool { index < end && kind(index).kind == .letter }
    func isDigit(_ index: Int) -> Bool { index < end && bytes[index] &- 48 < 10 }
    func isSpace(_ index: Int) -> Bool { index >= end || kind(index).kind == .space }
    func byte(_ index: Int) -> UInt8 { index < end ? bytes[index] : 0 }

    func isCapital(_ index: Int) -> Bool {
        guard index < end else { return false }
        return bytes[index] < 0x80
            ? bytes[index] &- 65 < 26 : table.isCapital(ScalarReader.scalar(bytes, at: index).scalar)
    }

    /// The length of an apostrophe at `index`, straight or curly; 0 where there is none.
    func apostropheLength(_ index: Int) -> Int {
        guard index < end else { return 0 }
        if bytes[index] == UInt8(ascii: "'") { return 1 }
        guard bytes[index] == 0xE2, index + 2 < end, bytes[index + 1] == 0x80 else { return 0 }
        return bytes[index + 2] == 0x99 ? 3 : 0
    }

    /// The length of a hyphen at `index`: "-", "‐" or the non-breaking "‑"; 0 where there is none.
    func hyphenLength(_ index: Int) -> Int {
        guard index < end else { return 0 }
        if bytes[index] == UInt8(ascii: "-") { return 1 }
        guard bytes[index] == 0xE2, index + 2 < end, bytes[index + 1] == 0x80 else { return 0 }
        return bytes[index + 2] == 0x90 || bytes[index + 2] == 0x91 ? 3 : 0
    }

    /// Whether the bytes of `range`, in lower case, are one of `words`.
    func isListed(_ range: Range<Int>, _ words: Set<String>) -> Bool {
        range.count <= Self.listedMax && words.contains(lowered(range))
    }

    /// No listed word is longer, in bytes.
    private static let listedMax = 16

    /// The bytes of `range` in lower case, as text; for looking up short words.
    func lowered(_ range: Range<Int>) -> String {
        String(decoding: bytes[range].lazy.map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    private static let asciiKinds: [ScalarTable.Kind] = (0..<128).map {
        ScalarTable.shared.kind(Unicode.Scalar($0 as UInt8))
    }
}
