/// Our own 64-bit hash: the same on every machine, in every build, for ever; models depend on it.
public enum FeatureHash {
    static let odd: UInt64 = 0x9E37_79B9_7F4A_7C15
    private static let prime: UInt64 = 0xD6E8_FEB8_6659_FD93

    /// The hash of two values, in this order.
    @inline(__always)
    public static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
        var hash = (a ^ (b &* odd)) &* prime
        hash ^= hash &>> 32
        return hash &* odd
    }

    @inline(__always)
    public static func mix(_ a: UInt64, _ b: UInt64, _ c: UInt64) -> UInt64 { mix(mix(a, b), c) }

    @inline(__always)
    public static func mix(_ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) -> UInt64 { mix(mix(mix(a, b), c), d) }

    /// The hash of bytes.
    public static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return mix(hash, 0)
    }

    /// The hash of a text's UTF-8.
    public static func hash(_ text: String) -> UInt64 { hash(text.utf8) }
}
