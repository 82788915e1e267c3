/// Text from articles and file names, made harmless for a terminal.
///
/// What an article holds must not move the cursor, change colours, or turn the direction of writing.
enum PlainText {
    /// `text` on one line: white space becomes single spaces, and what steers a terminal is shown as `\u{1B}`.
    static func line(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var isAfterSpace = true
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                if !isAfterSpace { result.append(" ") }
                isAfterSpace = true
            } else {
                isAfterSpace = false
                append(scalar, to: &result)
            }
        }
        if result.last == " " { result.removeLast() }
        return String(result)
    }

    /// `text` with its spaces as they are, for file names; what steers a terminal is shown as `\u{1B}`.
    static func name(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { append(scalar, to: &result) }
        return String(result)
    }

    private static func append(_ scalar: Unicode.Scalar, to result: inout String.UnicodeScalarView) {
        if steersTerminal(scalar) {
            result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
        } else {
            result.append(scalar)
        }
    }

    /// Control characters, line and paragraph separators, and those that turn the direction of writing.
    private static func steersTerminal(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C: true
        default:
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: true
            default: false
            }
        }
    }
}
