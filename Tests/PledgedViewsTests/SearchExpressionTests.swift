import Testing

@testable import PledgedViews

struct SearchExpressionTests {
    @Test(arguments: [
        ("Đồng Tháp", #""dong" AND "thap""#),
        (#"chip "supply chain""#, #""chip" AND "supply chain""#),
        (#"an "unclosed quote"#, #""an" AND "unclosed quote""#),
        ("AT&T", #""at t""#),
        ("title:x OR NEAR(a b) NOT *", #""title x" AND "or" AND "near a" AND "b" AND "not""#),
    ])
    func `quotes what was typed`(text: String, expected: String) {
        #expect(SearchExpression(text).fts == expected)
    }

    @Test(arguments: ["", "  ", "\"", "\"\"", "*", "?!", "\u{0}"])
    func `is nothing where there is no word`(text: String) {
        #expect(SearchExpression(text).fts == nil)
    }

    @Test func `matches beginnings where asked`() {
        #expect(SearchExpression("engineer wanted", matchesBeginnings: true).fts == #""engineer" * AND "wanted" *"#)
    }
}
