import PledgedArticles
import PledgedCore
import Testing

@Suite struct `Decoding` {
    private static let text = "Hà Nội – “€5 million”"
    private static let little: [UInt8] = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    private static let big: [UInt8] = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    private static let encodings: [[UInt8]] = [
        Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), [0xFF, 0xFE] + little, [0xFE, 0xFF] + big,
    ]

    @Test(arguments: encodings)
    func `gives the same text for every Unicode encoding`(bytes: [UInt8]) throws {
        let article = try ArticleParser().parse(bytes, fileName: "a.txt")
        #expect(Array(article.text.utf8) == Array(Self.text.utf8))
        #expect(!article.notes.contains(.decodedAsWindows1252))
    }

    @Test func `falls back on Windows-1252, and notes it`() throws {
        // In Latin-1's place: é as it is there, dash and euro where it has control characters.
        let bytes = "Paris — Café owners will pay €5.".unicodeScalars.map { scalar -> UInt8 in
            scalar == "—" ? 0x97 : scalar == "€" ? 0x80 : UInt8(scalar.value)
        }
        let article = try ArticleParser().parse(bytes, fileName: "a.txt")
        #expect(article.text == "Paris — Café owners will pay €5.")
        #expect(article.notes.contains(.decodedAsWindows1252))
    }

    @Test func `keeps decomposed letters, no-break spaces and line ends as they came`() throws {
        let text = "Đa\u{300} Na\u{306}\u{303}ng pledges 5\u{A0}million dollars.\r\nIt will pay in May.\rSo it said.\n"
        #expect(Array(try article(text).text.utf8) == Array(text.utf8))
    }

    @Test func `takes a title with decomposed letters as it came`() throws {
        let title = "Đa\u{300} Na\u{306}\u{303}ng courts designers"
        let header = try article(" date 2024-10-09 Submit Release\r\n\(title)\r\n\r\n\(story)").header
        #expect(header.title.map { Array($0.utf8) } == Array(title.utf8))
    }
}
