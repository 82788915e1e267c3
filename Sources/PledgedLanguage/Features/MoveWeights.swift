/// Weights of up to three classes a feature, held in the table itself.
public struct MoveWeights: Sendable {
    private let table: SeededTable

    /// - Throws: ``ModelError`` when the bytes are no table.
    public init(_ bytes: ModelBytes) throws(ModelError) { table = try SeededTable(bytes) }

    /// Adds the feature's weights to the scores; the fourth score is never touched.
    @inline(__always)
    public func add(_ key: UInt64, to scores: inout SIMD4<Int32>) {
        let payload = table.payload(key)
        scores &+= SIMD4(
            Int32(Int16(truncatingIfNeeded: payload)),
            Int32(Int16(truncatingIfNeeded: payload >> 16)),
            Int32(Int16(truncatingIfNeeded: payload >> 32)),
            0
        )
    }

    /// The bytes for weights by key; features with no weight but 0 are left out.
    public static func bytes(_ weights: [(key: UInt64, weights: [Int16])]) -> [UInt8] {
        var builder = SeededTableBuilder()
        for (key, row) in weights {
            var payload: UInt64 = 0
            for (index, weight) in row.prefix(3).enumerated() {
                payload |= UInt64(UInt16(bitPattern: weight)) << UInt64(16 * index)
            }
            if payload != 0 { builder.add(key, payload: payload) }
        }
        return builder.build()
    }
}
