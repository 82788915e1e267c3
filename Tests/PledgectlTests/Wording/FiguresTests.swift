import PledgedCore
import Testing

@testable import pledgectl

@Suite struct FiguresTests {
    @Test(arguments: [
        (50_000, "engineers", "50,000 engineers"), (8_100_000_000, "USD", "8.1 billion USD"), (40, "%", "40%"),
        (13_500_000, "USD", "13.5 million USD"), (1_350_000_000_000, "KRW", "1.35 trillion KRW"),
        (33.33, "%", "33.33%"), (0.5, "", "0.5"), (0, "ships", "0 ships"), (-2, "°C", "-2 °C"),
        (999_999, "people", "999,999 people"),
    ])
    func `writes quantities as people do`(value: Double, unit: String, text: String) {
        #expect(Figures.quantity(Quantity(value: value, unit: unit)) == text)
    }

    @Test(arguments: [(0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567")])
    func `groups digits by thousands`(number: Int, text: String) {
        #expect(Figures.grouped(number) == text)
    }

    @Test func `counts one thing in the singular`() {
        #expect(Figures.count(1, "article") == "1 article")
        #expect(Figures.count(0, "article") == "0 articles")
        #expect(Figures.count(2000, "entry", "entries") == "2,000 entries")
    }
}
