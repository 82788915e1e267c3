import Testing

@testable import train_language

struct PerceptronTableTests {
    @Test func `averages over every step`() {
        let table = PerceptronTable()
        table.advance()
        table.update(5, class: 2, by: 1)
        for _ in 0..<3 { table.advance() }
        table.update(5, class: 2, by: 1)
        table.advance()
        // Worth 1 for three steps, 2 for one, out of five.
        let averages = table.averages(updatesMin: 1, scale: 100)
        #expect(averages.count == 1)
        #expect(averages.first?.weights.first?.weight == 100)
        #expect(averages.first?.weights.first?.class == 2)
    }

    @Test func `keeps every feature and class apart`() {
        let table = PerceptronTable()
        for key in 0..<5_000 as Range<UInt64> {
            for number in 0..<Int(key % 7) + 1 {
                table.advance()
                table.update(key &* 0x9E37_79B9_7F4A_7C15, class: number, by: Int32(number + 1))
            }
        }
        var scores = [Int32](repeating: 0, count: 8)
        unsafe scores.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            unsafe table.add(6 &* 0x9E37_79B9_7F4A_7C15, to: base)
        }
        #expect(scores == [1, 2, 3, 4, 5, 6, 7, 0])
        #expect(table.rowCount == 5_000)
    }

    @Test func `keeps what was changed most when it closes, and takes nothing new`() {
        let table = PerceptronTable(numbered: [1_000])
        table.advance()
        for _ in 0..<3 { table.update(5, class: 2, by: 4) }
        table.update(5, class: 3, by: 1)
        table.update(6, class: 2, by: 4)
        for _ in 0..<2 { table.update(row: 0, class: 1, by: 4) }
        for _ in 0..<7 { table.advance() }
        table.close(updatesMin: 2, weightMin: 1)
        table.update(5, class: 2, by: 1)
        table.update(5, class: 3, by: 1)
        table.update(6, class: 2, by: 1)
        table.update(7, class: 2, by: 1)
        var scores = [Int32](repeating: 0, count: 4)
        unsafe scores.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            for key in [5, 6, 7] as [UInt64] { unsafe table.add(key, to: base) }
            unsafe table.add(row: 0, to: base)
        }
        #expect(scores == [0, 8, 13, 0])
        #expect(table.averages(updatesMin: 1, scale: 1).map(\.key) == [5, 1_000])
    }
}
