/// Lays keys and payloads out as a ``FeatureTable``.
public struct FeatureTableBuilder {
    private var payloads: [UInt64: UInt64] = [:]

    public init() {}

    public var count: Int { payloads.count }

    /// Puts `payload`, of 48 bits and not 0, under `key`; a second one replaces the first.
    public mutating func add(_ key: UInt64, payload: UInt64) {
        precondition(payload != 0 && payload >> 48 == 0)
        payloads[key] = payload
    }

    /// The table's bytes, filled to about `load` of its slots; the same entries give the same bytes.
    ///
    /// A key that meets its own fingerprint on its way is left out: about one in ten thousand.
    public func build(load: Double = 0.65) -> [UInt8] {
        let count = Int(Double(payloads.count) / (load * Double(FeatureTable.slotCount))) + 1
        var buckets = [Bucket](repeating: Bucket(), count: count)
        for key in payloads.keys.sorted() {
            guard let payload = payloads[key] else { continue }
            var waiting = [(Int(FeatureTable.bucket(key, of: UInt64(count))), (FeatureTable.fingerprint(key), payload))]
            var tries = 0
            while let (place, entry) = waiting.popLast() {
                tries += 1
                precondition(tries <= 8 * count, "No bucket is free: ask for a lower load.")
                for turnedAway in buckets[place].insert(entry) { waiting.append(((place + 1) % count, turnedAway)) }
            }
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count * FeatureTable.bucketBytes)
        for bucket in buckets { bucket.append(to: &bytes) }
        return bytes
    }
}

/// Eight slots, or seven and the mark that others lie further on.
private struct Bucket {
    typealias Entry = (print: UInt16, payload: UInt64)

    private var entries: [Entry] = []
    private var isOverflown = false

    /// Takes the entry in; returns those that must go to the next bucket.
    mutating func insert(_ entry: Entry) -> [Entry] {
        if entries.contains(where: { $0.print == entry.print }) { return [] }
        if entries.count < FeatureTable.slotCount - (isOverflown ? 1 : 0) {
            entries.append(entry)
            return []
        }
        isOverflown = true
        return entries.count == FeatureTable.slotCount ? [entries.removeLast(), entry] : [entry]
    }

    func append(to bytes: inout [UInt8]) {
        let free = FeatureTable.slotCount - entries.count - (isOverflown ? 1 : 0)
        for entry in entries { bytes.append(number: entry.print) }
        for _ in 0..<free { bytes.append(number: UInt16(0)) }
        if isOverflown { bytes.append(number: FeatureTable.overflowMark) }
        for entry in entries {
            for shift in stride(from: 0, to: 48, by: 8) {
                bytes.append(UInt8(truncatingIfNeeded: entry.payload >> UInt64(shift)))
            }
        }
        bytes.append(contentsOf: repeatElement(0, count: 6 * (FeatureTable.slotCount - entries.count)))
    }
}
