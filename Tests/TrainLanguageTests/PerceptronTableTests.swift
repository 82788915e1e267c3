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
}
