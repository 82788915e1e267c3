/// Finds a feature's 48 bits of payload in one cache line, and never looks further than there.
///
///     number of groups (4), number of buckets (4), zeros up to 64
///     a seed of 8 bits a group, zeros up to a multiple of 64
///     a bucket, 64 bytes: eight fingerprints of 16 bits, then eight payloads of 48 bits
///
/// A key's upper bits say which group it is of; the key and its group's seed together, in which bucket it lies. Seeds
/// are chosen such that no bucket is asked to hold more than eight keys (hash and displace, Belazzougui, Botelho and
/// Dietzfelbinger 2009): buckets are nearly full, and a look-up has no branch to guess wrong. The fingerprint is the
/// key's lower bits; 0 marks a free slot. A key that was never put in finds another's payload about once in eight
/// thousand times.
public struct SeededTable: Sendable {
    static let slotCount = 8
    static let bucketBytes = 64
    static let headerBytes = 64

    private let seeds: ModelBytes
    private let buckets: ModelBytes
    private let (groupCount, bucketCount): (UInt64, UInt64)

    /// - Parameter bytes: as ``SeededTableBuilder`` made them.
    /// - Throws: ``ModelError/damaged(_:)`` when the bytes are not as long as they say.
    public init(_ bytes: ModelBytes) throws(ModelError) {
        let damaged = ModelError.damaged("a table of features with seeds is cut short")
        guard bytes.count >= Self.headerBytes else { throw damaged }
        groupCount = UInt64(UInt32(littleEndian: bytes.load(at: 0, as: UInt32.self)))
        bucketCount = UInt64(UInt32(littleEndian: bytes.load(at: 4, as: UInt32.self)))
        let start = Self.headerBytes + (Int(groupCount) + 63) / 64 * 64
        guard groupCount > 0, bucketCount > 0, bytes.count == start + Int(bucketCount) * Self.bucketBytes else {
            throw damaged
        }
        seeds = bytes[Self.headerBytes..<start]
        buckets = bytes[start..<bytes.count]
    }

    @inline(__always)
    static func fingerprint(_ key: UInt64) -> UInt16 { max(1, UInt16(truncatingIfNeeded: key)) }

    @inline(__always)
    static func group(_ key: UInt64, of count: UInt64) -> UInt64 { key.multipliedFullWidth(by: count).high }

    @inline(__always)
    static func bucket(_ key: UInt64, seed: UInt8, of count: UInt64) -> UInt64 {
        let turned = key &+ UInt64(seed) &* 0xD6E8_FEB8_6659_FD93
        return ((turned ^ turned &>> 32) &* FeatureHash.odd).multipliedFullWidth(by: count).high
    }

    /// The 48 bits that belong to `key`; 0 when it is not here.
    @inline(__always)
    public func payload(_ key: UInt64) -> UInt64 {
        // `group < groupCount` and `bucket < bucketCount`; loads start at 14 at the least and end at 64 at the most.
        let seed = unsafe seeds.start.load(
            fromByteOffset: Int(truncatingIfNeeded: Self.group(key, of: groupCount)),
            as: UInt8.self
        )
        let bucket = Self.bucket(key, seed: seed, of: bucketCount)
        let line = unsafe buckets.start + Int(truncatingIfNeeded: bucket) * Self.bucketBytes
        let prints = unsafe line.load(as: SIMD8<UInt16>.self)
        let wanted = SIMD8<UInt16>(repeating: Self.fingerprint(key))
        let places = SIMD8<UInt16>(14, 20, 26, 32, 38, 44, 50, 56).replacing(with: 0, where: prints .!= wanted)
        let place = UInt64(places.wrappedSum())
        let payload = unsafe line.loadUnaligned(fromByteOffset: Int(place), as: UInt64.self).littleEndian >> 16
        return payload & (0 &- min(place, 1))
    }
}
