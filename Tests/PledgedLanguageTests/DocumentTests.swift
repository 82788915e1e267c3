import PledgedLanguage
import Testing

@Suite struct DocumentTests {
    @Test func `finds tokens by bytes and sentences by token`() throws {
        let document = try Pipeline([Tokenizer(), SentenceSplitter()]).document("One two. Đà Nẵng won.")
        #expect(document.tokens(touching: 0..<3) == Span(0, 1))
        #expect(document.tokens(touching: 2..<5) == Span(0, 2))
        #expect(document.tokens(touching: 3..<4).isEmpty)
        #expect(document.tokens(touching: 0..<document.bytes.count) == Span(0, document.tokens.count))
        #expect(document.sentence(holding: 2) == 0)
        #expect(document.sentence(holding: 3) == 1)
        #expect(document.sentence(holding: document.tokens.count) == nil)
        #expect(document.text(Span(3, 5)) == "Đà Nẵng")
    }

    @Test func `has no tokens in an empty text`() throws {
        let document = try Pipeline([Tokenizer(), SentenceSplitter()]).document("")
        #expect(document.tokens.isEmpty)
        #expect(document.sentences.isEmpty)
        #expect(document.byteRange(Span(0, 0)) == 0..<0)
    }

    @Test func `knows how spans lie`() {
        #expect(Span(1, 4).contains(Span(2, 4)))
        #expect(!Span(1, 4).contains(4))
        #expect(Span(1, 4).overlaps(Span(3, 6)))
        #expect(!Span(1, 4).overlaps(Span(4, 6)))
        #expect(Span(1, 2).union(Span(5, 6)) == Span(1, 6))
    }
}
