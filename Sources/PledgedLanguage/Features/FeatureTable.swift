/// Finds a feature's 48 bits of payload in one cache line.
///
///     a bucket, 64 bytes: eight fingerprints of 16 bits, then eight payloads of 48 bits
///
/// The bucket is the key's upper bits, the fingerprint its lower ones. 0 marks a free slot. A bucket that had to turn a
/// key away has 1 in its last slot: look in the next bucket as well. Fingerprints in a bucket are distinct, so at most
/// one slot answers; a key that was never put in finds another's payload about once in ten thousand times.
public struct FeatureTable: Sendable {
    static let slotCount = 8
    static let bucketBytes = 64
    static let overflowMark: UInt16 = 1

    private let bytes: ModelBytes
    private let bucketCount: UInt64

    /// - Parameter bytes: as ``FeatureTableBuilder`` made them.
    /// - Throws: ``ModelError/damaged(_:)`` when the bytes are no whole number of buckets.
    public init(_ bytes: ModelBytes) throws(ModelError) {
        guard bytes.count >= Self.bucketBytes, bytes.count % Self.bucketBytes == 0 else {
            throw .damaged("a table of features is cut short")
        }
        self.bytes = bytes
        bucketCount = UInt64(bytes.count / Self.bucketBytes)
    }

    static func fingerprint(_ key: UInt64) -> UInt16 { max(2, UInt16(truncatingIfNeeded: key)) }
    static func bucket(_ key: UInt64, of count: UInt64) -> UInt64 { key.multipliedFullWidth(by: count).high }

    /// The 48 bits that belong to `key`; 0 when it is not here.
    @inline(__always)
    public func payload(_ key: UInt64) -> UInt64 {
        let wanted = SIMD8<UInt16>(repeating: Self.fingerprint(key))
        var bucket = Self.bucket(key, of: bucketCount)
        while true {
            // `bucket < bucketCount`, so 64 bytes are there; loads start at 14 at the least and end at 64 at the most.
            let line = unsafe bytes.start + Int(bucket) * Self.bucketBytes
            let prints = unsafe line.load(as: SIMD8<UInt16>.self)
            let places = SIMD8<UInt16>(14, 20, 26, 32, 38, 44, 50, 56).replacing(with: 0, where: prints .!= wanted)
            let place = UInt64(places.wrappedSum())
            // No branch on whether the key is here: nobody could foresee it, and loads to come would wait for it.
            let payload = unsafe line.loadUnaligned(fromByteOffset: Int(place), as: UInt64.self).littleEndian >> 16
            let isElsewhere = place | UInt64(prints[7] ^ Self.overflowMark) == 0
            if !isElsewhere { return payload & (0 &- min(place, 1)) }
            bucket = bucket + 1 == bucketCount ? 0 : bucket + 1
        }
    }
}
