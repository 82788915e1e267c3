import Glibc
import PledgedCore

/// Takes expected bytes off either end of a line.
struct FrameParser {
    /// What is left.
    private(set) var bytes: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    mutating func skip(_ count: Int) -> Bool {
        guard bytes.count >= count else { return false }
        bytes = bytes.dropFirst(count)
        return true
    }

    /// Takes `text` off the front; where the front is something else, nothing is taken and the answer is false.
    mutating func take(_ text: StaticString) -> Bool {
        guard Self.isSame(bytes.prefix(text.utf8CodeUnitCount), text) else { return false }
        bytes = bytes.dropFirst(text.utf8CodeUnitCount)
        return true
    }

    /// The same at the back.
    mutating func takeLast(_ text: StaticString) -> Bool {
        guard Self.isSame(bytes.suffix(text.utf8CodeUnitCount), text) else { return false }
        bytes = bytes.dropLast(text.utf8CodeUnitCount)
        return true
    }

    /// The same at the back, of text that is known at run time alone.
    mutating func takeLast(name: String) -> Bool {
        guard bytes.suffix(name.utf8.count).elementsEqual(name.utf8) else { return false }
        bytes = bytes.dropLast(name.utf8.count)
        return true
    }

    private static func isSame(_ bytes: ArraySlice<UInt8>, _ text: StaticString) -> Bool {
        guard bytes.count == text.utf8CodeUnitCount else { return false }
        return unsafe bytes.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return true }
            return unsafe memcmp(base, text.utf8Start, bytes.count) == 0
        }
    }

    mutating func takeArticle() -> ArticleID? {
        let digits = bytes.prefix(64)
        guard let article = ArticleID(hexadecimal: String(decoding: digits, as: UTF8.self)) else { return nil }
        bytes = bytes.dropFirst(64)
        return article
    }

    /// Decimal digits as the log writes them: without leading zeros.
    mutating func takeNumber() -> UInt64? {
        let digits = bytes.prefix { (48...57).contains($0) }
        guard let number = Self.number(digits) else { return nil }
        bytes = bytes.dropFirst(digits.count)
        return number
    }

    mutating func takeLastNumber() -> UInt64? {
        // No number is longer than the 20 digits of UInt64.max.
        let tail = bytes.suffix(21)
        let digits = tail.suffix(from: tail.lastIndex { !(48...57).contains($0) }.map { $0 + 1 } ?? tail.startIndex)
        guard let number = Self.number(digits) else { return nil }
        bytes = bytes.dropLast(digits.count)
        return number
    }

    mutating func takeLastTime() -> Timestamp? {
        let text = bytes.suffix(Self.timeLength)
        guard text.count == Self.timeLength, let time = Timestamp(parsing: String(decoding: text, as: UTF8.self)) else {
            return nil
        }
        bytes = bytes.dropLast(Self.timeLength)
        return time
    }

    private static let timeLength = 27

    private static func number(_ digits: ArraySlice<UInt8>) -> UInt64? {
        guard let number = UInt64(String(decoding: digits, as: UTF8.self)) else { return nil }
        return digits.first == 48 && digits.count > 1 ? nil : number
    }
}
