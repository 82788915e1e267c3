// The tables of Unicode are slow to ask, and most letters of English are ASCII.
extension Unicode.Scalar {
    /// As `properties.isWhitespace`.
    var isSpace: Bool { value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace }

    /// As `properties.isAlphabetic`.
    var isAlphabetic: Bool {
        value < 0x80 ? (0x61...0x7A).contains(value | 0x20) : properties.isAlphabetic
    }
}
