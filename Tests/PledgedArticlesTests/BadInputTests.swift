import PledgedArticles
import PledgedCore
import Testing

@Suite struct `Bad input` {
    @Test(
        arguments: [[], Array(" \r\n\t\u{A0}\n".utf8), [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF, 0x00, 0x20]]
            as [[UInt8]]
    )
    func `is empty without a visible character`(bytes: [UInt8]) {
        #expect(reason(bytes) == .empty)
    }

    @Test(
        arguments: [
            [0x50, 0x4B, 0x03, 0x04, 0x00, 0x01], Array("text\0text".utf8),
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00],
            Array("a\u{1}b\u{2}c\u{3}".utf8), [0xFF, 0xFE, 0x41, 0x00, 0x00, 0x00],
        ] as [[UInt8]]
    )
    func `is binary with NUL or many control characters`(bytes: [UInt8]) {
        #expect(reason(bytes) == .binary)
    }

    @Test(
        arguments: [
            [0xFF, 0xFE, 0x41],  // half a unit
            [0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00],  // half a pair
            Array("Kyoto ".utf8) + [0x81, 0x40, 0x8F],  // Shift JIS
        ] as [[UInt8]]
    )
    func `is undecodable in no known encoding`(bytes: [UInt8]) {
        #expect(reason(bytes) == .undecodable)
    }

    @Test(arguments: [
        "<html><head><script>var a = 1</script></head><body><nav>Home</nav></body></html>", "{\"uri\": \"x\"}",
        "[{\"headline\": \"x\"}]",
        "{\"headline\": 12}",
        "{\"headline\": \"cut off", "<p>" + String(repeating: "<b>", count: 20_000) + "deep",
        "<p " + (0..<5000).map { "a\($0)=\"\"" }.joined(separator: " ") + ">text</p>",
    ])
    func `is malformed without an article in the markup`(text: String) {
        #expect(reason(Array(text.utf8)) == .malformed)
    }

    @Test func `is told in a sentence that says what to do`() throws {
        let rejection = try #require(throws: Rejection.self) { try ArticleParser().parse([], fileName: "a.txt") }
        #expect(rejection.sentence.contains("drop it again"))
    }

    @Test func `has a date nowhere, which is noted`() throws {
        let article = try article("Lorandia to build clinics\n\n\(story)")
        #expect(article.header.date == nil)
        #expect(article.notes == [.noDate])
    }

    @Test func `survives one stray control character`() throws {
        #expect(try article(story + "\u{C}\u{1B}").texts(.paragraph).count == 2)
    }

    private func reason(_ bytes: [UInt8]) -> RejectionReason? {
        do {
            _ = try ArticleParser().parse(bytes, fileName: "a.txt")
            return nil
        } catch {
            return error.reason
        }
    }
}
