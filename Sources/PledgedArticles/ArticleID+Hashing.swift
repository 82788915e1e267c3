import Crypto
public import PledgedCore

extension ArticleID {
    /// The identity of the file that holds these bytes: their SHA-256.
    ///
    /// Equal bytes give the same article under any file name, on any machine.
    public init(hashing bytes: [UInt8]) {
        let digits = SHA256.hash(data: bytes).map { padded($0) }.joined()
        guard let id = ArticleID(hexadecimal: digits) else {
            preconditionFailure("SHA-256 gave \(digits.utf8.count) hexadecimal digits instead of 64.")
        }
        self = id
    }
}

/// `byte` as two lower-case hexadecimal digits.
private func padded(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return byte < 16 ? "0" + digits : digits
}
