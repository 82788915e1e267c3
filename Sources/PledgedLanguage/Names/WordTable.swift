/// Numbers by the hash of a word; never more entries than it was made for.
struct WordTable<Value: Sendable>: Sendable {
    private var keys: [UInt64]
    private var values: [Value]
    private let mask: Int

    init(capacity: Int, initial: Value) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        keys = [UInt64](repeating: 0, count: size)
        values = [Value](repeating: initial, count: size)
        mask = size - 1
    }

    /// The value of `key`, which is not 0; nil where there is none.
    subscript(key: UInt64) -> Value? {
        let slot = slot(key)
        return keys[slot] == key ? values[slot] : nil
    }

    /// Changes the value of `key`, which is made if it is not there.
    mutating func update(_ key: UInt64, _ change: (inout Value) -> Void) {
        let slot = slot(key)
        keys[slot] = key
        change(&values[slot])
    }

    private func slot(_ key: UInt64) -> Int {
        // Mixed again, and from the upper bits: the words of a text choose their hashes less easily.
        var slot = Int(truncatingIfNeeded: (key &* FeatureHash.odd) &>> 32) & mask
        while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
        return slot
    }
}
