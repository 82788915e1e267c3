/// Text without regard to case and diacritics, so that "Dong" finds "Đồng".
///
/// SQLite folds "ồ" but not "đ", which Unicode counts as a letter of its own; so both what is stored and what is asked
/// for pass through here. The result depends on nothing but the text: views are the same on every machine.
enum Folding {
    /// `text` in lower-case plain letters; everything but letters stays where it is.
    static func letters(_ text: some StringProtocol) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars { append(scalar, to: &bytes) }
        return String(decoding: bytes, as: UTF8.self)
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
