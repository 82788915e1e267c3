/// Comma-separated values as RFC 4180 has them, of which no spreadsheet takes a field for a formula.
enum CSVText {
    /// A line of titles and a line a row, each ended by CR LF.
    static func document(_ titles: [String], _ rows: [[String]]) -> String {
        let lines = [titles] + rows
        precondition(lines.allSatisfy { $0.count == titles.count })
        return lines.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
    }

    /// `text` on one line, in quotation marks where it needs them.
    ///
    /// A spreadsheet would compute what begins with `=`, `+`, `-` or `@`: an apostrophe before it makes it text, unless it
    /// is a number.
    static func field(_ text: String) -> String {
        let line = PlainText.line(text)
        let harmless = isFormula(line) ? "'" + line : line
        // By scalars: a comma with an accent on it is one character, and still a comma to whoever reads the bytes.
        let scalars = harmless.unicodeScalars
        guard scalars.contains(where: { $0 == "," || $0 == "\"" }) else { return harmless }
        var quoted = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in scalars { quoted.append(contentsOf: scalar == "\"" ? [scalar, scalar] : [scalar]) }
        quoted.append("\"")
        return String(quoted)
    }

    private static func isFormula(_ text: String) -> Bool {
        // The wide forms are read as the narrow ones by spreadsheets in East Asian settings.
        guard let first = text.unicodeScalars.first, "=+-@＝＋－＠".unicodeScalars.contains(first) else { return false }
        return !isNumber(text)
    }

    private static func isNumber(_ text: String) -> Bool {
        text.utf8.allSatisfy { (48...57).contains($0) || "+-.eE".utf8.contains($0) } && Double(text) != nil
    }
}
