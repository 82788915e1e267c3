import Crypto
import FoundationEssentials

/// SHA-256 in the form in which it stands in the log: 64 lower-case hexadecimal digits.
struct ChainHash: Hashable, Sendable {
    static let length = 64
    /// What the first entry of a log is chained to.
    static let zero = ChainHash(block: SIMD64(repeating: UInt8(ascii: "0")))

    /// ASCII; in the value itself, for one is made for each entry.
    private let block: SIMD64<UInt8>

    private init(block: SIMD64<UInt8>) { self.block = block }

    /// Nil where `digits` are not 64 lower-case hexadecimal digits.
    init?(_ digits: ArraySlice<UInt8>) {
        guard digits.count == Self.length else { return nil }
        let isHexadecimal = digits.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
        guard isHexadecimal else { return nil }
        block = SIMD64(digits)
    }

    /// ASCII.
    var digits: [UInt8] { unsafe withUnsafeBytes(of: block) { unsafe Array($0) } }

    /// Writes the digits over as many bytes.
    func replace(_ bytes: inout [UInt8], at start: Int) {
        unsafe withUnsafeBytes(of: block) { digits in
            unsafe bytes.withUnsafeMutableBytes { unsafe $0[start..<start + Self.length].copyBytes(from: digits) }
        }
    }

    /// The hash of an entry that stands after this one's.
    func next(_ json: ArraySlice<UInt8>) -> ChainHash {
        var function = SHA256()
        unsafe withUnsafeBytes(of: block) { unsafe function.update(bufferPointer: $0) }
        unsafe json.withUnsafeBytes { unsafe function.update(bufferPointer: $0) }
        var next = SIMD64<UInt8>()
        let digest = function.finalize()
        unsafe withUnsafeMutableBytes(of: &next) { next in
            unsafe digest.withUnsafeBytes { digest in
                for index in 0..<32 {
                    unsafe next[2 * index] = Self.digit(digest[index] >> 4)
                    unsafe next[2 * index + 1] = Self.digit(digest[index] & 15)
                }
            }
        }
        return ChainHash(block: next)
    }

    /// SHA-256 of bytes by themselves, in 64 hexadecimal digits.
    static func digest(of bytes: ArraySlice<UInt8>) -> String {
        var function = SHA256()
        unsafe bytes.withUnsafeBytes { unsafe function.update(bufferPointer: $0) }
        return Hexadecimal.text(function.finalize())
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }
}

extension ChainHash: CustomStringConvertible {
    var description: String { String(decoding: digits, as: UTF8.self) }
}
