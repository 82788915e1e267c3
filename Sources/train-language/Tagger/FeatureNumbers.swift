import PledgedLanguage

/// The features that words alone give, numbered once so that training need not look them up again.
struct FeatureNumbers: Sendable {
    /// Stands for a feature that is too rare to be learnt from.
    static let none: UInt32 = .max
    /// A feature must be seen this often.
    private static let countMin = 3

    /// The keys by number.
    let keys: [UInt64]
    /// ``TaggerFeatures/wordKeyCount`` numbers a word.
    let numbers: [UInt32]

    init(_ words: [WordFeatures], _ sentences: [Range<Int>]) {
        let width = TaggerFeatures.wordKeyCount
        var found = KeyCounter()
        var numbers = [UInt32](repeating: 0, count: words.count * width)
        unsafe words.withUnsafeBufferPointer { words in
            unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: width) { keys in
                guard let start = keys.baseAddress else { return }
                for sentence in sentences {
                    for index in sentence {
                        unsafe TaggerFeatures(words, index, in: sentence).writeWordKeys(to: start)
                        for template in 0..<width {
                            numbers[index * width + template] = unsafe found.count(keys[template])
                        }
                    }
                }
            }
        }
        let (keys, places) = found.commonKeys(countMin: Self.countMin, none: Self.none)
        for index in numbers.indices { numbers[index] = places[Int(numbers[index])] }
        self.keys = keys
        self.numbers = numbers
    }
}

/// Counts keys, and numbers them in the order in which they come.
private struct KeyCounter: ~Copyable {
    private var slots = Block<UInt32>(repeating: 0, count: 1 << 16)
    private var keys = Block<UInt64>(capacity: 1 << 16)
    private var counts = Block<UInt32>(capacity: 1 << 16)

    /// Counts the key, and returns its number.
    mutating func count(_ key: UInt64) -> UInt32 {
        if keys.count * 2 >= slots.count { grow() }
        let slot = slot(of: key)
        var number = Int(slots[slot])
        if number == 0 {
            keys.append(key)
            counts.append(0)
            number = keys.count
            slots[slot] = UInt32(number)
        }
        counts[number - 1] += 1
        return UInt32(number - 1)
    }

    /// The keys that were counted often enough, and for each old number its place among them, or `none`.
    func commonKeys(countMin: Int, none: UInt32) -> (keys: [UInt64], places: [UInt32]) {
        var common: [UInt64] = []
        var places: [UInt32] = []
        for index in 0..<keys.count {
            places.append(counts[index] >= countMin ? UInt32(common.count) : none)
            if counts[index] >= countMin { common.append(keys[index]) }
        }
        return (common, places)
    }

    private func slot(of key: UInt64) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: key >> 20) & mask
        while slots[slot] != 0, keys[Int(slots[slot]) - 1] != key { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        slots = Block(repeating: 0, count: slots.count * 4)
        for index in 0..<keys.count { slots[slot(of: keys[index])] = UInt32(index + 1) }
    }
}
