import PledgedTesting
import Testing

@testable import PledgedLanguage

struct SeededTableTests {
    @Test(arguments: [0, 1, 10, 1_000, 100_000])
    func `finds all that was put in, and next to nothing else`(count: Int) throws {
        var random = SeededGenerator(seed: 8)
        var builder = SeededTableBuilder()
        var entries: [UInt64: UInt64] = [:]
        while entries.count < count { entries[random.next()] = random.next() >> 16 | 1 }
        for (key, payload) in entries { builder.add(key, payload: payload) }
        let bytes = builder.build()
        let table = try SeededTable(ModelBytes(copying: bytes))

        #expect(entries.allSatisfy { table.payload($0.key) == $0.value })
        let strangers = (0..<count).count { _ in table.payload(random.next()) != 0 }
        #expect(strangers <= max(2, count / 2_000))
        // Eight bytes a feature, and little more.
        if count == 100_000 { #expect(bytes.count < 9 * count) }
    }

    @Test func `lays the same entries out the same way`() {
        var (there, back) = (SeededTableBuilder(), SeededTableBuilder())
        for key in 0..<500 as Range<UInt64> { there.add(FeatureHash.mix(key, 1), payload: key + 1) }
        for key in (0..<500 as Range<UInt64>).reversed() { back.add(FeatureHash.mix(key, 1), payload: key + 1) }
        #expect(there.build() == back.build())
    }

    @Test func `refuses bytes of another length than they say`() throws {
        var builder = SeededTableBuilder()
        for key in 0..<500 as Range<UInt64> { builder.add(FeatureHash.mix(key, 1), payload: key + 1) }
        let bytes = builder.build()
        let cut = ModelError.damaged("a table of features with seeds is cut short")
        #expect(throws: cut) { try SeededTable(ModelBytes(copying: Array(bytes.dropLast(64)))) }
        #expect(throws: cut) { try SeededTable(ModelBytes(copying: Array(bytes.prefix(8)))) }
        #expect(throws: cut) { try SeededTable(ModelBytes(copying: [UInt8](repeating: 0, count: 64))) }
    }
}
