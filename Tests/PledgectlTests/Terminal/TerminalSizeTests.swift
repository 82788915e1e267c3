import Testing

@testable import pledgectl

@Suite struct TerminalSizeTests {
    @Test(arguments: [
        (120, ["COLUMNS": "60"], 120), (0, ["COLUMNS": "60"], 60), (0, [:], 80), (0, ["COLUMNS": "wide"], 80),
        (0, ["COLUMNS": "0"], 80),
    ])
    func `believes the terminal, then the environment`(reported: Int, environment: [String: String], columns: Int) {
        #expect(TerminalSize.columns(reported: reported, environment: environment) == columns)
    }
}
