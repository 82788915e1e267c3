import PledgedCore

/// Refuses documents made to keep a parser busy.
enum HTMLLimits {
    /// Throws where one tag has more attributes than any page needs.
    ///
    /// libxml2 compares each attribute with all others of its tag.
    static func check(_ text: String) throws(Rejection) {
        var (isInTag, quote, attributes, previous) = (false, UInt8(0), 0, UInt8(0))
        for byte in text.utf8 {
            if !isInTag {
                isInTag = previous == UInt8(ascii: "<") && isLetter(byte)
                attributes = 0
            } else if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), previous == UInt8(ascii: "=") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                isInTag = false
            } else if isLetter(byte), !isLetter(previous) {
                attributes += 1
            }
            if attributes > attributesMax {
                throw .malformed("is HTML with more than \(attributesMax) attributes in one tag")
            }
            // White space between "=" and the quote does not count.
            if byte != 0x20 || previous != UInt8(ascii: "=") { previous = byte }
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private static let attributesMax = 2000
}
