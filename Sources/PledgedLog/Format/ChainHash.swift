import Crypto
import FoundationEssentials

/// SHA-256 in the form in which it stands in the log: 64 lower-case hexadecimal digits.
struct ChainHash: Hashable, Sendable {
    static let length = 64
    /// What the first entry of a log is chained to.
    static let zero = ChainHash(digits: [UInt8](repeating: UInt8(ascii: "0"), count: length))

    /// ASCII.
    let digits: [UInt8]

    private init(digits: [UInt8]) { self.digits = digits }

    /// Nil where `digits` are not 64 lower-case hexadecimal digits.
    init?(_ digits: ArraySlice<UInt8>) {
        guard digits.count == Self.length else { return nil }
        let isHexadecimal = digits.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
        guard isHexadecimal else { return nil }
        self.digits = Array(digits)
    }

    /// The hash of an entry that stands after this one's.
    func next(_ json: ArraySlice<UInt8>) -> ChainHash {
        var function = SHA256()
        function.update(data: digits)
        function.update(data: json)
        let digest = function.finalize()
        var next: [UInt8] = []
        next.reserveCapacity(Self.length)
        for byte in digest {
            next.append(Self.alphabet[Int(byte >> 4)])
            next.append(Self.alphabet[Int(byte & 15)])
        }
        return ChainHash(digits: next)
    }

    private static let alphabet = Array("0123456789abcdef".utf8)
}

extension ChainHash: CustomStringConvertible {
    var description: String { String(decoding: digits, as: UTF8.self) }
}
