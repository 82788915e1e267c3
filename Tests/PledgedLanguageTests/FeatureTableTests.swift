import PledgedTesting
import Testing

@testable import PledgedLanguage

struct FeatureTableTests {
    @Test(arguments: [1, 10, 1_000, 100_000])
    func `finds what was put in, and next to nothing else`(count: Int) throws {
        var random = SeededGenerator(seed: 7)
        var builder = FeatureTableBuilder()
        var entries: [UInt64: UInt64] = [:]
        while entries.count < count { entries[random.next()] = random.next() >> 16 | 1 }
        for (key, payload) in entries { builder.add(key, payload: payload) }
        let table = try FeatureTable(ModelBytes(copying: builder.build()))

        let lost = entries.count { table.payload($0.key) != $0.value }
        #expect(lost <= count / 2_000)
        let strangers = (0..<count).count { _ in table.payload(random.next()) != 0 }
        #expect(strangers <= max(2, count / 2_000))
    }

    @Test func `lays the same entries out the same way`() {
        var (there, back) = (FeatureTableBuilder(), FeatureTableBuilder())
        for key in 0..<500 as Range<UInt64> { there.add(FeatureHash.mix(key, 1), payload: key + 1) }
        for key in (0..<500 as Range<UInt64>).reversed() { back.add(FeatureHash.mix(key, 1), payload: key + 1) }
        #expect(there.build() == back.build())
    }

    @Test func `adds the weights of a feature's classes`() throws {
        let weights = try ClassWeights(
            ModelBytes(copying: ClassWeights.bytes([(7, [(0, -5), (3, 900)]), (8, [(3, 100)])]))
        )
        var scores = [Int32](repeating: 0, count: 4)
        unsafe scores.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            for key in [7, 8, 9] as [UInt64] { unsafe weights.add(key, to: base) }
        }
        #expect(scores == [-5, 0, 0, 1000])
    }

    @Test func `adds three weights at once`() throws {
        let weights = try MoveWeights(ModelBytes(copying: MoveWeights.bytes([(7, [1, -2, 3]), (8, [10, 20, -30])])))
        var scores = SIMD4<Int32>(repeating: 0)
        for key in [7, 8, 9] as [UInt64] { weights.add(key, to: &scores) }
        #expect(scores == SIMD4(11, 18, -27, 0))
    }
}
