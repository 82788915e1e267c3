import Testing

@testable import pledgectl

@Suite struct PlainTextTests {
    @Test(arguments: [
        ("\u{1B}[2Jgone", "\\u{1B}[2Jgone"), ("a\u{7}b", "a\\u{7}b"), ("\u{9B}31m", "\\u{9B}31m"),
        ("abc\u{202E}txt.exe", "abc\\u{202E}txt.exe"), ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"),
        ("del\u{7F}", "del\\u{7F}"), ("\u{1B}]0;title\u{7}", "\\u{1B}]0;title\\u{7}"),
    ])
    func `shows what would steer a terminal`(text: String, shown: String) {
        #expect(PlainText.line(text) == shown)
        #expect(PlainText.name(text) == shown)
    }

    @Test(arguments: [
        ("to train\n50,000\r\n  engineers", "to train 50,000 engineers"), ("  a\tb  ", "a b"), ("a\u{A0}b", "a b"),
        ("Việt Nam", "Việt Nam"), ("Vie\u{302}\u{323}t", "Vie\u{302}\u{323}t"), ("", ""), ("\n", ""),
        ("a\u{2028}b", "a b"),
    ])
    func `puts text on one line`(text: String, line: String) {
        #expect(Array(PlainText.line(text).unicodeScalars) == Array(line.unicodeScalars))
    }

    @Test func `keeps the spaces of a name and shows its line ends`() {
        #expect(PlainText.name("two  words\n.txt") == "two  words\\u{A}.txt")
    }
}
