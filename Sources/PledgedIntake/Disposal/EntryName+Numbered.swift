extension EntryName {
    /// `story.txt` as `story-2.txt`, cut where it would be too long with `room` more bytes at its end; 1 adds no number.
    func numbered(_ number: Int, roomFor room: Int = 0) -> EntryName {
        let dot = bytes.lastIndex(of: UInt8(ascii: ".")).flatMap { $0 > 0 && bytes.count - $0 <= 16 ? $0 : nil }
        let (stem, ending) = (bytes[..<(dot ?? bytes.count)], bytes[(dot ?? bytes.count)...])
        let suffix = number == 1 ? [] : Array("-\(number)".utf8)
        let stemMax = Self.bytesMax - room - suffix.count - ending.count
        return EntryName(bytes: Self.cut(stem, to: stemMax) + suffix + ending)
    }

    func adding(_ text: String) -> EntryName { EntryName(bytes: bytes + text.utf8) }

    /// The longest beginning that does not end within a character.
    private static func cut(_ bytes: ArraySlice<UInt8>, to countMax: Int) -> [UInt8] {
        guard bytes.count > countMax else { return Array(bytes) }
        var end = bytes.startIndex + countMax
        // 10xxxxxx continues a character, and none has more than three of them.
        let least = max(bytes.startIndex, end - 3)
        while end > least, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return Array(bytes[..<end])
    }
}
