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
        var (block, isHexadecimal) = (SIMD64<UInt8>(), true)
        unsafe withUnsafeMutableBytes(of: &block) { block in
            unsafe digits.withUnsafeBytes { digits in
                unsafe block.copyMemory(from: digits)
                isHexadecimal = unsafe digits.allSatisfy(Self.isDigit)
            }
        }
        guard isHexadecimal else { return nil }
        self.block = block
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 || byte &- 97 < 6 }

    /// ASCII.
    var digits: [UInt8] { unsafe withUnsafeBytes(of: block) { unsafe Array($0) } }

    /// Gives the digits, ASCII, without copying them.
    func withDigits(_ body: (UnsafeRawBufferPointer) -> Void) {
        unsafe withUnsafeBytes(of: block) { unsafe body($0) }
    }

    /// The hash of an entry that stands after this one's.
    func next(_ json: ArraySlice<UInt8>) -> ChainHash {
        var function = SHA256()
        unsafe withUnsafeBytes(of: block) { unsafe function.update(bufferPointer: $0) }
        unsafe json.withUnsafeBytes { unsafe function.update(bufferPointer: $0) }
        return ChainHash(function.finalize())
    }

    /// The hash of bytes that begin with the digits of the entry before.
    init(of bytes: UnsafeRawBufferPointer) {
        var function = SHA256()
        unsafe function.update(bufferPointer: bytes)
        self.init(function.finalize())
    }

    private init(_ digest: SHA256Digest) {
        var digits = SIMD64<UInt8>()
        unsafe withUnsafeMutableBytes(of: &digits) { digits in
            unsafe digest.withUnsafeBytes { digest in
                for index in 0..<32 {
                    unsafe digits[2 * index] = Self.digit(digest[index] >> 4)
                    unsafe digits[2 * index + 1] = Self.digit(digest[index] & 15)
                }
            }
        }
        block = digits
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
