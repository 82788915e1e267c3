import PledgedTesting
import Testing

@testable import pledgectl

@Suite struct TableTests {
    private static func table(_ rows: [[String]]) -> Table {
        var table = Table([
            Table.Column("NO", .right), Table.Column("BY", widthMin: 6), Table.Column("WORDS", widthMin: 8),
        ])
        for row in rows { table.add(row) }
        return table
    }

    @Test func `lines up columns, numbers on the right`() {
        let table = Self.table([
            ["7", "Việt Nam", "plan to train"], ["1204", "Vie\u{302}\u{323}t Nam", "x"], ["8", "東京", "y"],
        ])
        #expect(
            table.text(width: nil) == """
                  NO  BY        WORDS
                   7  Việt Nam  plan to train
                1204  Vie\u{302}\u{323}t Nam  x
                   8  東京      y

                """
        )
    }

    @Test func `cuts the widest cells first and says so`() {
        let table = Self.table([["7", "Ministry of Planning", "plan to train 50,000 engineers by 2030"]])
        #expect(
            table.text(width: 40) == """
                NO  BY                 WORDS
                 7  Ministry of Plan…  plan to train 50…

                """
        )
    }

    @Test func `leaves out what it can do without, the last first, where cutting is not enough`() {
        var table = Table([
            Table.Column("NO"), Table.Column("KIND", isExpendable: true), Table.Column("SAID", isExpendable: true),
            Table.Column("WORDS", widthMin: 8),
        ])
        table.add(["1", "plan", "2024-07-09", "plan to train"])
        #expect(table.text(width: 30) == "NO  KIND  SAID        WORDS\n1   plan  2024-07-09  plan to…\n")
        #expect(table.text(width: 29) == "NO  KIND  WORDS\n1   plan  plan to train\n")
        #expect(table.text(width: 12) == "NO  WORDS\n1   plan to…\n")
        #expect(table.text(width: nil).contains("2024-07-09  plan to train"))
    }

    @Test func `never cuts what must stay whole`() {
        var table = Table([Table.Column("ARTICLE")])
        table.add(["0123456789ab"])
        #expect(table.text(width: 4) == "ARTICLE\n0123456789ab\n")
    }

    @Test(arguments: [
        ("engineers", 9, "engineers"), ("engineers", 5, "engi…"), ("two words", 5, "two…"), ("東京都", 5, "東京…"),
        ("東京都", 4, "東…"), ("abc", 1, "…"),
    ])
    func `cuts a cell between letters`(cell: String, width: Int, cut: String) {
        #expect(Table.cut(cell, to: width) == cut)
    }

    @Test func `lets no cell steer the terminal`() {
        let text = Self.table([["1", "\u{1B}[31mred", "a\nb"]]).text(width: nil)
        #expect(!text.contains("\u{1B}"))
        #expect(text.split(separator: "\n").count == 2)
    }

    /// Random cells of random scripts, in random widths.
    @Test(arguments: [1, 7, 1_337] as [UInt64])
    func `fits any cells into any width that the columns can shrink to`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let letters = Array("aễ東🚢 é한")
        for _ in 0..<200 {
            let rows = (0..<3).map { _ in
                (0..<3).map { _ in
                    String(
                        (0..<Int.random(in: 0...40, using: &random)).compactMap { _ in
                            letters.randomElement(using: &random)
                        }
                    )
                }
            }
            var table = Table(["A", "B", "C"].map { Table.Column($0, widthMin: 2) })
            for row in rows { table.add(row) }
            let width = Int.random(in: 10...80, using: &random)
            for line in table.text(width: width).split(separator: "\n") {
                #expect(DisplayWidth.columns(of: line) <= width)
            }
        }
    }
}
