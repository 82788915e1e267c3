/// Bytes as lower-case hexadecimal digits.
enum Hexadecimal {
    private static let alphabet = Array("0123456789abcdef".utf8)

    static func text(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: bytes.flatMap { [alphabet[Int($0 >> 4)], alphabet[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// Nil where `text` is not so many bytes in lower-case digits.
    static func bytes(_ text: String, count: Int) -> [UInt8]? {
        let digits = text.utf8.compactMap { digit in alphabet.firstIndex(of: digit).map { UInt8($0) } }
        guard digits.count == text.utf8.count, digits.count == 2 * count else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}
