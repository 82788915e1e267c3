/// By what a telling is found among those of its party: up to sixteen keys, in sixteen bits each.
///
/// Different keys may come to the same sixteen bits; whoever finds a telling by it looks at the telling itself.
struct TellingKeySet: Hashable, Sendable {
    static let count = 16
    /// How many integers hold it.
    static let wordsCount = 4

    /// Four keys each; 0 where there is none.
    private(set) var words: SIMD4<UInt64> = .zero

    init(_ keys: [UInt64]) {
        for (index, key) in keys.prefix(Self.count).enumerated() {
            words[index / 4] |= UInt64(Self.short(key)) << UInt64(16 * (index % 4))
        }
    }

    /// - Parameter columns: As the database has them.
    init(columns: SIMD4<Int64>) { words = SIMD4(truncatingIfNeeded: columns) }

    /// As the database has them.
    var columns: SIMD4<Int64> { SIMD4(truncatingIfNeeded: words) }

    /// Whether `bits` has any of the keys.
    func isAny(in bits: borrowing KeyBits) -> Bool {
        for index in 0..<Self.wordsCount {
            var word = words[index]
            while word != 0 {
                if bits.has(UInt16(truncatingIfNeeded: word)) { return true }
                word >>= 16
            }
        }
        return false
    }

    func shares(with other: TellingKeySet) -> Bool {
        for index in 0..<Self.count {
            let key = short(index)
            if key != 0, (0..<Self.count).contains(where: { other.short($0) == key }) { return true }
        }
        return false
    }

    private func short(_ index: Int) -> UInt16 {
        UInt16(truncatingIfNeeded: words[index / 4] >> UInt64(16 * (index % 4)))
    }

    var bits: KeyBits { KeyBits(self) }

    private static func short(_ key: UInt64) -> UInt16 { max(1, UInt16(truncatingIfNeeded: key)) }

    /// The keys of one telling, to be asked for one after the other.
    struct KeyBits {
        private var bits = [UInt64](repeating: 0, count: 1024)

        fileprivate init(_ keys: TellingKeySet) {
            for index in 0..<TellingKeySet.wordsCount {
                var word = keys.words[index]
                while word != 0 {
                    let key = UInt16(truncatingIfNeeded: word)
                    bits[Int(key >> 6)] |= 1 << UInt64(key & 63)
                    word >>= 16
                }
            }
        }

        func has(_ key: UInt16) -> Bool { bits[Int(key >> 6)] & (1 << UInt64(key & 63)) != 0 }
    }
}
