import PledgedLanguage
import Testing

struct TreeParserTests {
    @Test func `a sentence gets the tree that it has in the whole text`() throws {
        let text = "Kenya opened a port on Monday. Norway will pay for two ships. Nobody came. It was built by Japan."
        let model = try English.model()
        let whole = try English.pipeline(model).document(text)
        let document = try English.names(model).document(text)
        let parser = try TreeParser(model)
        for sentence in document.sentences {
            #expect(parser.arcs(of: sentence.span, in: document) == Array(whole.arcs[sentence.span.range]))
        }
        #expect(parser.arcs(of: Span(3, 3), in: document) == [])
    }
}
