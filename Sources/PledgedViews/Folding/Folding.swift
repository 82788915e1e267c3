/// Text without regard to case and diacritics, so that "Dong" finds "Đồng".
///
/// SQLite folds "ồ" but not "đ", which Unicode counts as a letter of its own; so both what is stored and what is asked
/// for pass through here. The result depends on nothing but the text: views are the same on every machine.
enum Folding {
    /// `text` in lower-case plain letters; everything but letters stays where it is.
    static func letters(_ text: some StringProtocol) -> String {
        String(decoding: foldedASCII(text) ?? foldedBytes(text), as: UTF8.self)
    }

    private static func foldedBytes(_ text: some StringProtocol) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars { append(scalar, to: &bytes) }
        return bytes
    }

    /// `text` in lower case; nil where it has anything but ASCII, which most texts do not.
    static func foldedASCII(_ text: some StringProtocol) -> [UInt8]? {
        var bytes = Array(text.utf8)
        for index in bytes.indices {
            let byte = bytes[index]
            if byte >= 0x80 { return nil }
            if (65...90).contains(byte) { bytes[index] = byte + 32 }
        }
        return bytes
    }

    /// Gives each word of `text` to `take`, folded, and whether it begins with a capital letter.
    static func eachWord(in text: String, _ take: (String, Bool) -> Void) {
        guard let bytes = foldedASCII(text) else {
            for part in text.unicodeScalars.split(whereSeparator: { !isWordCharacter($0) }) {
                take(letters(Substring(part)), part.first.map(isCapital) ?? false)
            }
            return
        }
        let written = Array(text.utf8)
        var start = 0
        for index in 0...bytes.count where index == bytes.count || !isLetterOrDigit(bytes[index]) {
            if index > start {
                take(String(decoding: bytes[start..<index], as: UTF8.self), written[start] != bytes[start])
            }
            start = index + 1
        }
    }

    /// Whether `byte`, in lower case, is of a word.
    static func isLetterOrDigit(_ byte: UInt8) -> Bool { (97...122).contains(byte) || (48...57).contains(byte) }

    private static func isCapital(_ letter: Unicode.Scalar) -> Bool {
        letter.isASCII ? (65...90).contains(letter.value) : letter.properties.isUppercase
    }

    /// As ``letters(_:)``, with each run of white space one space, and none at the ends.
    static func line(_ text: some StringProtocol) -> String {
        var bytes: [UInt8] = []
        var isAfterSpace = false
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                isAfterSpace = true
            } else {
                if isAfterSpace, !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
                isAfterSpace = false
                append(scalar, to: &bytes)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The words of `text`, folded: what lies between anything but letters, digits and marks.
    static func words(_ text: some StringProtocol) -> [Substring] {
        letters(text).unicodeScalars.split { !isWordCharacter($0) }.map { Substring($0) }
    }

    private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        switch scalar.value {
        case 0x41...0x5A: bytes.append(UInt8(truncatingIfNeeded: scalar.value) + 32)
        case 0...0x7F: bytes.append(UInt8(truncatingIfNeeded: scalar.value))
        case 0x300...0x36F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: break  // Marks.
        default: appendBeyondASCII(scalar, to: &bytes)
        }
    }

    private static func appendBeyondASCII(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        if let letter = LatinBase.letter(under: scalar) {
            bytes.append(letter)
            return
        }
        switch scalar {
        case "ß", "ẞ": bytes.append(contentsOf: "ss".utf8)
        case "Æ", "æ", "Ǽ", "ǽ", "Ǣ", "ǣ": bytes.append(contentsOf: "ae".utf8)
        case "Œ", "œ": bytes.append(contentsOf: "oe".utf8)
        case "Þ", "þ": bytes.append(contentsOf: "th".utf8)
        default: bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        }
    }

    /// Whether `scalar` is a letter, a digit or a mark.
    static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return switch scalar.value {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
            default: false
            }
        }
        return switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .privateUse:
            true
        default: false
        }
    }
}
