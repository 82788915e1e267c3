/// Weights of up to 256 classes a feature, only those that are not 0.
///
///     the table: length of the table in bytes (8), zeros up to 64, the table (see ``FeatureTable``), then the rows
///     a payload: number of classes (16 bits), where the row begins, in units of 2 bytes from the first row (32 bits)
///     a row: a class and a weight, 16 bits each, again and again
public struct ClassWeights: Sendable {
    private let table: FeatureTable
    private let rows: ModelBytes

    /// - Throws: ``ModelError`` when the bytes are no such table.
    public init(_ bytes: ModelBytes) throws(ModelError) {
        guard bytes.count >= 64 else { throw .damaged("a table of weights is cut short") }
        let length = UInt64(littleEndian: bytes.load(at: 0, as: UInt64.self))
        guard length <= UInt64(bytes.count - 64) else { throw .damaged("a table of weights is longer than its place") }
        table = try FeatureTable(bytes[64..<64 + Int(length)])
        rows = bytes[64 + Int(length)..<bytes.count]
    }

    /// Adds the feature's weights to `scores`, which must have room for every class of the model.
    @inline(__always)
    public func add(_ key: UInt64, to scores: UnsafeMutablePointer<Int32>) {
        let payload = table.payload(key)
        let count = Int(payload & 0xFFFF)
        let place = Int(payload >> 16) * 2
        // The checksum of the file vouches for rows; this keeps a wrong one from reading elsewhere.
        guard count > 0, place + count * 4 <= rows.count else { return }
        let row = unsafe rows.start + place
        for index in 0..<count {
            let entry = unsafe UInt32(littleEndian: row.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
            unsafe scores[Int(entry & 0xFF)] &+= Int32(Int16(truncatingIfNeeded: entry >> 16))
        }
    }

    /// Adds the weights of many features at once.
    ///
    /// Tables are larger than caches: all of memory is asked for before any of it is waited for.
    ///
    /// - Parameters:
    ///   - keys: the features.
    ///   - count: how many.
    ///   - room: for twice as many numbers.
    ///   - scores: with room for every class of the model.
    @inline(__always)
    public func add(
        _ keys: UnsafeMutablePointer<UInt64>,
        count: Int,
        room: UnsafeMutablePointer<UInt64>,
        to scores: UnsafeMutablePointer<Int32>
    ) {
        guard rows.count >= 4 else { return }
        let (start, limit) = unsafe (rows.start, rows.count)
        for index in 0..<count { unsafe room[index] = table.payload(keys[index]) }
        for index in 0..<count {
            let payload = unsafe room[index]
            let place = Int(payload >> 16) * 2
            let isInside = place + max(Int(payload & 0xFFFF), 1) * 4 <= limit
            // A feature without weights looks at the first row, and takes nothing from it.
            let inside = isInside ? payload : 0
            unsafe room[index] = inside
            let first = unsafe start.loadUnaligned(fromByteOffset: Int(inside >> 16) * 2, as: UInt32.self)
            unsafe room[count + index] = UInt64(UInt32(littleEndian: first))
        }
        for index in 0..<count {
            let payload = unsafe room[index]
            let number = Int(payload & 0xFFFF)
            guard number > 0 else { continue }
            unsafe Self.add(UInt32(truncatingIfNeeded: room[count + index]), to: scores)
            let row = unsafe start + Int(payload >> 16) * 2
            for place in 1..<number {
                let entry = unsafe row.loadUnaligned(fromByteOffset: place * 4, as: UInt32.self)
                unsafe Self.add(UInt32(littleEndian: entry), to: scores)
            }
        }
    }

    @inline(__always)
    private static func add(_ entry: UInt32, to scores: UnsafeMutablePointer<Int32>) {
        unsafe scores[Int(entry & 0xFF)] &+= Int32(Int16(truncatingIfNeeded: entry >> 16))
    }

    /// The bytes for weights by key and class; zeros are left out.
    public static func bytes(_ weights: [(key: UInt64, weights: [(class: UInt8, weight: Int16)])]) -> [UInt8] {
        var builder = FeatureTableBuilder()
        var rows: [UInt8] = []
        for (key, row) in weights.sorted(by: { $0.key < $1.key }) {
            let kept = row.filter { $0.weight != 0 }
            guard !kept.isEmpty else { continue }
            builder.add(key, payload: UInt64(kept.count) | UInt64(rows.count / 2) << 16)
            for (number, weight) in kept {
                rows.append(number: UInt16(number))
                rows.append(number: weight)
            }
        }
        let table = builder.build()
        var bytes: [UInt8] = []
        bytes.append(number: UInt64(table.count))
        bytes.pad(to: 64)
        return bytes + table + rows
    }
}
