extension PlainText {
    /// `text` on one line, with a backslash before each of `special`.
    ///
    /// By scalars: a comma with an accent on it is one character, and still a comma to whoever reads the bytes.
    static func line(_ text: String, escaping special: Set<Unicode.Scalar>) -> String {
        var result = String.UnicodeScalarView()
        for scalar in line(text).unicodeScalars {
            if special.contains(scalar) { result.append("\\") }
            result.append(scalar)
        }
        return String(result)
    }
}
