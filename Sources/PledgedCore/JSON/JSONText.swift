/// Looks for the bytes that mean something within a JSON string, eight at a time.
enum JSONText {
    /// The first quote, backslash or control: what a string cannot hold as it is.
    static func firstSpecial(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        unsafe first(in: bytes, from: 0) { word in
            // A byte below 0x20 has its top bit set after the subtraction, and had it not before.
            mark(word ^ quotes) | mark(word ^ backslashes) | ((word &- controls) & ~word & tops)
        }
    }

    /// The first quote or backslash from `start` on: where a string ends, or says that the next byte is not itself.
    static func firstEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        unsafe first(in: bytes, from: start) { word in mark(word ^ quotes) | mark(word ^ backslashes) }
    }

    private static let quotes: UInt64 = 0x2222_2222_2222_2222
    private static let backslashes: UInt64 = 0x5C5C_5C5C_5C5C_5C5C
    private static let controls: UInt64 = 0x2020_2020_2020_2020
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let tops: UInt64 = 0x8080_8080_8080_8080

    /// Sets the top bit of the first byte that is zero; behind it other bits may be set that mean nothing.
    @inline(__always)
    private static func mark(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & tops }

    /// The first byte for whose word `marks` sets its top bit, and none below it.
    @inline(__always)
    private static func first(
        in bytes: UnsafeBufferPointer<UInt8>,
        from start: Int,
        _ marks: (UInt64) -> UInt64
    ) -> Int? {
        guard let base = bytes.baseAddress else { return nil }
        let raw = unsafe UnsafeRawPointer(base)
        var index = start
        while index + 8 <= bytes.count {
            let word = unsafe UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let found = marks(word)
            if found != 0 { return index + found.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < bytes.count {
            // Seven letters that are not looked for, behind the byte.
            if marks(0x4141_4141_4141_4100 | UInt64(unsafe bytes[index])) != 0 { return index }
            index += 1
        }
        return nil
    }
}
