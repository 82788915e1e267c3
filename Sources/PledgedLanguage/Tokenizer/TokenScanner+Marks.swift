extension TokenScanner {
    /// Punctuation: what writers draw with several marks, else one scalar.
    func markEnd(isAfterSpace: Bool) -> Int {
        let byte = bytes[position]
        if isAfterSpace, let stop = faceEnd() ?? tagEnd() { return stop }
        var index = position + kind(position).length
        switch byte {
        case UInt8(ascii: "!"), UInt8(ascii: "?"):
            while self.byte(index) == UInt8(ascii: "!") || self.byte(index) == UInt8(ascii: "?") { index += 1 }
        case UInt8(ascii: "-"), UInt8(ascii: "="):
            index = runEnd(index, of: byte)
            // An arrow.
            if self.byte(index) == UInt8(ascii: ">") { index += 1 }
        case UInt8(ascii: "."), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "#"),
            UInt8(ascii: "+"), UInt8(ascii: "`"), UInt8(ascii: "'"), UInt8(ascii: "$"), UInt8(ascii: "<"),
            UInt8(ascii: ">"):
            index = runEnd(index, of: byte)
        default: break
        }
        // Marks that stand on another mark ("©\u{FE0F}") have no word of their own.
        while index < end, kind(index).kind == .mark { index += kind(index).length }
        return index
    }

    private func runEnd(_ start: Int, of byte: UInt8) -> Int {
        var index = start
        while self.byte(index) == byte, index < end { index += 1 }
        return index
    }

    /// The end of a face such as ":-)" that stands alone; nil where none does.
    private func faceEnd() -> Int? {
        guard WordLists.eyes.contains(bytes[position]) else { return nil }
        let hasNose = WordLists.noses.contains(byte(position + 1))
        let mouth = position + (hasNose ? 2 : 1)
        var index = mouth
        while WordLists.mouths.contains(byte(index)), index - mouth < Self.mouthMax { index += 1 }
        return index > mouth && isSpace(index) ? index : nil
    }

    /// Mouths are repeated, but not for ever.
    private static let mouthMax = 8

    /// The end of "#topic" or "@reader"; nil where none begins here.
    private func tagEnd() -> Int? {
        guard bytes[position] == UInt8(ascii: "#") || bytes[position] == UInt8(ascii: "@"), isLetter(position + 1)
        else { return nil }
        var index = position + 1
        while isLetter(index) || isDigit(index) || byte(index) == UInt8(ascii: "_") { index += kind(index).length }
        return index
    }
}
