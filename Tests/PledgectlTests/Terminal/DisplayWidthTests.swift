import Testing

@testable import pledgectl

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("plan", 4), ("Việt Nam", 8), ("Vie\u{302}\u{323}t Nam", 8), ("Nguyễn Chí Dũng", 15), ("東京", 4),
        ("서울", 4), ("日本のＡＩ", 10), ("€1.5", 4), ("🚢", 2), ("✈\u{FE0F}", 2), ("👩‍🚀", 2), ("🇻🇳", 2), ("a\u{200B}b", 2),
        ("\u{301}", 0),
    ])
    func `counts the columns that a terminal shows`(text: String, columns: Int) {
        #expect(DisplayWidth.columns(of: text) == columns)
    }
}
