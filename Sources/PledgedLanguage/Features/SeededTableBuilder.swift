/// Lays keys and payloads out as a ``SeededTable``.
public struct SeededTableBuilder {
    private static let keysPerGroup = 6
    /// Shares of the slots that are filled, tried one after the other.
    private static let loads = [0.94, 0.92, 0.9, 0.85, 0.8, 0.7, 0.5, 0.3]

    private var payloads: [UInt64: UInt64] = [:]

    public init() {}

    /// Puts `payload`, of 48 bits and not 0, under `key`; a second one replaces the first.
    public mutating func add(_ key: UInt64, payload: UInt64) {
        precondition(payload != 0 && payload >> 48 == 0)
        payloads[key] = payload
    }

    /// The table's bytes; the same entries give the same bytes.
    public func build() -> [UInt8] {
        let keys = payloads.keys.sorted()
        for load in Self.loads {
            if let bytes = build(keys, load: load) { return bytes }
        }
        preconditionFailure("Keys that differ in their upper bits can be spread.")
    }

    /// Nil when some group finds no seed.
    private func build(_ keys: [UInt64], load: Double) -> [UInt8]? {
        let bucketCount = Int(Double(keys.count) / (load * Double(SeededTable.slotCount))) + 1
        let groupCount = keys.count / Self.keysPerGroup + 1
        var groups = [[UInt64]](repeating: [], count: groupCount)
        for key in keys { groups[Int(SeededTable.group(key, of: UInt64(groupCount)))].append(key) }
        var seeds = [UInt8](repeating: 0, count: groupCount)
        var buckets = [[UInt64]](repeating: [], count: bucketCount)
        // The largest first, as long as there is much room.
        for group in groups.indices.sorted(by: { (groups[$1].count, $0) < (groups[$0].count, $1) }) {
            guard let seed = Self.place(groups[group], in: &buckets) else { return nil }
            seeds[group] = seed
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(SeededTable.headerBytes + groupCount + 64 + bucketCount * SeededTable.bucketBytes)
        bytes.append(number: UInt32(groupCount))
        bytes.append(number: UInt32(bucketCount))
        bytes.pad(to: SeededTable.headerBytes)
        bytes += seeds
        bytes.pad(to: (bytes.count + 63) / 64 * 64)
        for bucket in buckets { append(bucket, to: &bytes) }
        return bytes
    }

    /// Puts a group's keys where they have room, and where no other key of their buckets has their fingerprints.
    private static func place(_ group: [UInt64], in buckets: inout [[UInt64]]) -> UInt8? {
        for seed in UInt8.min...UInt8.max {
            var placed: [Int] = []
            for key in group {
                let bucket = Int(SeededTable.bucket(key, seed: seed, of: UInt64(buckets.count)))
                let print = SeededTable.fingerprint(key)
                guard buckets[bucket].count < SeededTable.slotCount,
                    !buckets[bucket].contains(where: { SeededTable.fingerprint($0) == print })
                else { break }
                buckets[bucket].append(key)
                placed.append(bucket)
            }
            if placed.count == group.count { return seed }
            for bucket in placed { buckets[bucket].removeLast() }
        }
        return nil
    }

    private func append(_ bucket: [UInt64], to bytes: inout [UInt8]) {
        let free = SeededTable.slotCount - bucket.count
        for key in bucket { bytes.append(number: SeededTable.fingerprint(key)) }
        for _ in 0..<free { bytes.append(number: UInt16(0)) }
        for key in bucket {
            for shift in stride(from: 0, to: 48, by: 8) {
                bytes.append(UInt8(truncatingIfNeeded: (payloads[key] ?? 0) >> UInt64(shift)))
            }
        }
        bytes.append(contentsOf: repeatElement(0, count: 6 * free))
    }
}
