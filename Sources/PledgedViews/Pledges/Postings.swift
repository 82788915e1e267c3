/// The tellings of one party, each with its keys.
struct Postings {
    private var entries: [(telling: Int64, keys: TellingKeySet)] = []

    var count: Int { entries.count }
    var tellings: some Sequence<Int64> { entries.lazy.map(\.telling) }

    func has(_ telling: Int64) -> Bool { entries.contains { $0.telling == telling } }

    mutating func add(_ telling: Int64, _ keys: TellingKeySet) { entries.append((telling, keys)) }

    mutating func remove(_ telling: Int64) { entries.removeAll { $0.telling == telling } }

    /// Adds to `found` the tellings that have any of the keys.
    func find(_ bits: borrowing TellingKeySet.KeyBits, into found: inout Set<Int64>) {
        for entry in entries where entry.keys.isAny(in: bits) { found.insert(entry.telling) }
    }
}
