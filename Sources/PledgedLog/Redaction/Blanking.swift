/// Overwrites an article's words in an entry by spaces, and nothing else: the entry stays as long as it is, and readable.
///
/// What counts as its words is the text, the title, and what a fact quotes: the anchor, the action, the cue, and the party
/// as the text puts it. Names, roles, places, dates, sums and spans stay.
enum Blanking {
    /// The keys whose text is the article's own.
    static let keys: Set<[UInt8]> = Set(["action", "byText", "cue", "quote", "text", "title"].map { Array($0.utf8) })

    /// The entry as it stands in the log, without the article's words; the same where it has none.
    static func blank(_ json: some Collection<UInt8>) -> [UInt8] {
        var bytes = Array(json)
        var index = 0
        var isWanted = false
        while let start = bytes[index...].fastFirstIndex(of: quote) {
            let end = textEnd(in: bytes, from: start + 1)
            let isKey = end + 1 < bytes.count && bytes[end + 1] == UInt8(ascii: ":")
            if isKey {
                let isText = end + 2 < bytes.count && bytes[end + 2] == quote
                isWanted = isText && keys.contains(Array(bytes[start + 1..<end]))
            } else if isWanted {
                for place in start + 1..<end { bytes[place] = UInt8(ascii: " ") }
                isWanted = false
            }
            index = min(end + 1, bytes.count)
        }
        return bytes
    }

    private static let quote = UInt8(ascii: "\"")

    /// Where the text ends that begins at `start`: at its closing quote.
    private static func textEnd(in bytes: [UInt8], from start: Int) -> Int {
        var index = start
        while index < bytes.count, bytes[index] != quote { index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1 }
        return min(index, bytes.count)
    }
}
