import Foundation
import PledgedArticles
import PledgedCore
import PledgedTesting
import Testing

@Suite struct `Whatever the bytes` {
    /// Bytes that formats, markup and encodings are made of.
    private static let scraps: [[UInt8]] =
        [
            "\n\n", "\r\n", "---\n", "date: ", " date 2024-07-10 ", "<p>", "</div>", "<article>", "<!--", "&#x0;",
            "{\"", "\":", "— VNS", "(AP) —", "About X\n",
            "###\n", "July 10, 2024", "\u{301}", "\u{A0}", "“", "💰", "HÀ NỘI", "- ", "[", "![", "By A, B\n", "\t",
            "Contact:\n", "* * *\n", "(", "/",
        ].map { Array($0.utf8) } + [[0xC3], [0xF0, 0x9F], [0xE2, 0x80], [0x81], [0x97]]

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `the parser rejects them or gives sound blocks`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<10 {
            let count = Int.random(in: 0..<60, using: &random)
            let bytes = (0..<count).flatMap { _ in
                Bool.random(using: &random)
                    ? Self.scraps.randomElement(using: &random) ?? [] : [UInt8.random(in: 1...255, using: &random)]
            }
            check(bytes)
        }
    }

    @Test(arguments: try GoldArticle.all)
    func `mutations of real articles give sound blocks`(gold: GoldArticle) {
        var random = SeededGenerator(seed: UInt64(gold.bytes.count))
        check(gold.bytes)
        for _ in 0..<4 {
            var bytes = gold.bytes
            for _ in 0..<Int.random(in: 1...12, using: &random) {
                let start = Int.random(in: 0...bytes.count, using: &random)
                let end = min(bytes.count, start + Int.random(in: 0...40, using: &random))
                bytes.replaceSubrange(start..<end, with: Self.scraps.randomElement(using: &random) ?? [])
            }
            check(bytes)
        }
    }

    @Test(arguments: [
        String(repeating: "<div>", count: 500) + "deep text", String(repeating: "[", count: 100_000),
        String(repeating: "a ", count: 200_000),
        String(repeating: "- \n", count: 2000), String(repeating: "A: b\n", count: 2000),
        String(repeating: "HANOI, ", count: 20_000),
        "{" + String(repeating: "[", count: 100_000), String(repeating: "<p>x", count: 2000),
        String(repeating: "\u{301}", count: 100_000),
        "---\n" + String(repeating: "a: b\n", count: 4000), String(repeating: "July 10 ", count: 20_000),
        String(repeating: "—", count: 20_000),
    ])
    func `long monotonous input is sound too`(text: String) {
        check(Array(text.utf8))
    }

    /// Blocks are in order, do not overlap, lie on character boundaries, hold something, and miss nothing but white space.
    private func check(_ bytes: [UInt8]) {
        let article: Article
        do {
            article = try ArticleParser().parse(bytes, fileName: "a.txt")
            #expect(try ArticleParser().parse(bytes, fileName: "a.txt") == article)
        } catch {
            #expect(!error.sentence.isEmpty)
            return
        }
        let text = Array(article.text.utf8)
        var end = 0
        for block in article.blocks {
            let span = block.span.range
            guard span.lowerBound >= end, span.upperBound <= text.count, !span.isEmpty else {
                Issue.record("\(block) after \(end) in \(text.count) bytes of \(Data(bytes).base64EncodedString())")
                return
            }
            #expect(isBoundary(span.lowerBound, in: text) && isBoundary(span.upperBound, in: text))
            #expect(isBlank(text[end..<span.lowerBound]))
            end = span.upperBound
        }
        #expect(isBlank(text[end...]))
    }

    private func isBoundary(_ index: Int, in text: [UInt8]) -> Bool {
        index == text.count || text[index] & 0xC0 != 0x80
    }

    private func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }
}
