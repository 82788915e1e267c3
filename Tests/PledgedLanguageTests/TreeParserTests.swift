import PledgedLanguage
import Testing

struct TreeParserTests {
    @Test func `chosen sentences get the trees that the whole text's parser draws`() throws {
        let text = "Kenya opened a port on Monday. Norway will pay for two ships. Nobody came. It was built by Japan."
        let model = try English.model()
        let whole = try English.pipeline(model).document(text)
        let document = try English.names(model).document(text)
        let chosen = [document.sentences[1], document.sentences[3]]
        let arcs = try TreeParser(model).arcs(of: chosen, in: document)
        try #require(arcs.count == document.tokens.count)
        for sentence in document.sentences {
            for token in sentence.span.range {
                let expected = chosen.contains(sentence) ? whole.arcs[token] : Arc(head: nil, relation: .root)
                #expect(arcs[token] == expected)
            }
        }
        #expect(try TreeParser(model).arcs(of: [], in: document).count == document.tokens.count)
    }
}
