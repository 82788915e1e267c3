/// A 64-bit checksum that runs at the speed of memory: four lanes of multiply and rotate over 8-byte words.
///
/// It finds damage, not forgery: who can write the model file can write a checksum to it.
enum ModelChecksum {
    static func checksum(_ bytes: ModelBytes) -> UInt64 {
        var lanes = SIMD4<UInt64>(1, 2, 3, 4) &* FeatureHash.odd
        let start = unsafe bytes.start
        let whole = bytes.count / 32 * 32
        var offset = 0
        while offset < whole {
            // The bytes are there: `offset + 32 <= count`.
            let words = unsafe SIMD4<UInt64>(
                start.load(fromByteOffset: offset, as: UInt64.self).littleEndian,
                start.load(fromByteOffset: offset + 8, as: UInt64.self).littleEndian,
                start.load(fromByteOffset: offset + 16, as: UInt64.self).littleEndian,
                start.load(fromByteOffset: offset + 24, as: UInt64.self).littleEndian
            )
            lanes = (lanes ^ words) &* FeatureHash.odd
            lanes ^= lanes &>> 29
            offset += 32
        }
        var sum = UInt64(bytes.count)
        for lane in 0..<4 { sum = FeatureHash.mix(sum, lanes[lane]) }
        while offset < bytes.count {
            sum = unsafe FeatureHash.mix(sum, UInt64(start.load(fromByteOffset: offset, as: UInt8.self)))
            offset += 1
        }
        return sum
    }
}
