import PledgedLanguage
import Testing

@testable import train_language

struct MoveTableTests {
    @Test func `averages over every step`() {
        let table = MoveTable()
        table.advance()
        Self.update(table, [5], by: SIMD4(0, 1, 0, 0))
        for _ in 0..<3 { table.advance() }
        Self.update(table, [5], by: SIMD4(0, 1, 0, 0))
        table.advance()
        // Worth 1 for three steps, 2 for one, out of five.
        let averages = table.averages()
        #expect(averages.map(\.key) == [5])
        #expect(averages.first?.weights == SIMD4(0, 1, 0, 0))
    }

    @Test func `goes on from its weights in a copy, with an average of its own`() {
        let table = MoveTable()
        table.advance()
        Self.update(table, [5], by: SIMD4(0, 1, 0, 0))
        let copy = table.copy()
        copy.advance()
        Self.update(copy, [5], by: SIMD4(2, 0, 0, 0))
        copy.advance()
        // Worth 2 from the first of two steps on; the table itself learnt nothing of it.
        #expect(copy.averages().first?.weights == SIMD4(1, 1, 0, 0))
        let scores = unsafe ([5] as [UInt64]).withUnsafeBufferPointer { unsafe table.scores($0) }
        #expect(scores == SIMD4(0, 1, 0, 0))
    }

    @Test func `keeps every feature apart while it grows`() {
        let table = MoveTable(capacityLog2: 4)
        let keys = (0..<3_000 as Range<UInt64>).map { $0 &* 0x9E37_79B9_7F4A_7C15 }
        for (index, key) in keys.enumerated() { Self.update(table, [key], by: SIMD4(Int32(index), 0, -1, 0)) }
        #expect(table.rowCount == 3_000)
        for (index, key) in keys.enumerated() {
            let scores = unsafe [key].withUnsafeBufferPointer { unsafe table.scores($0) }
            #expect(scores == SIMD4(Int32(index), 0, -1, 0))
        }
    }

    @Test func `keeps what was changed most when it closes, and takes nothing new`() {
        let table = MoveTable(capacityLog2: 6)
        table.advance()
        for (key, count) in [(5, 3), (6, 1), (7, 2)] as [(UInt64, Int)] {
            for _ in 0..<count { Self.update(table, [key], by: SIMD4(1, 0, 0, 0)) }
        }
        table.close(keeping: 2)
        Self.update(table, [5, 6, 8], by: SIMD4(1, 0, 0, 0))
        #expect(table.averages().map(\.key) == [5, 7])
        #expect(table.rowCount == 2)
        let scores = unsafe ([5, 6, 7, 8] as [UInt64]).withUnsafeBufferPointer { unsafe table.scores($0) }
        #expect(scores == SIMD4(6, 0, 0, 0))
    }

    private static func update(_ table: MoveTable, _ keys: [UInt64], by change: SIMD4<Int32>) {
        unsafe keys.withUnsafeBufferPointer { unsafe table.update($0, by: change) }
    }
}
