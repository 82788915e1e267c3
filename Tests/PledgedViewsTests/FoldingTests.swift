import Testing

@testable import PledgedViews

struct FoldingTests {
    @Test(arguments: [
        ("Đồng", "dong"), ("NGUYỄN CHÍ DŨNG", "nguyen chi dung"), ("Việt\u{A0}Nam", "viet\u{A0}nam"),
        ("Łódź", "lodz"), ("Malmö, København", "malmo, kobenhavn"), ("Straße", "strasse"), ("İstanbul", "istanbul"),
        ("Е\u{301}жик", "ежик"), ("50,000 KỸ SƯ", "50,000 ky su"), ("日本", "日本"), ("", ""),
    ])
    func `takes case and diacritics away`(text: String, expected: String) {
        #expect(Folding.letters(text) == expected)
    }

    @Test func `folds composed and decomposed letters alike`() {
        #expect(Folding.letters("ho\u{302}\u{300}ng") == Folding.letters("h\u{1ED3}ng"))
    }

    @Test func `makes runs of white space one space`() {
        #expect(Folding.line("  Nguyễn\n Chí\u{A0}Dũng ") == "nguyen chi dung")
    }

    @Test func `parts words at all but letters and digits`() {
        #expect(Folding.words("AT&T's 5G-network (Đà Nẵng)") == ["at", "t", "s", "5g", "network", "da", "nang"])
    }
}
