import PledgedLanguage
import Testing

@Suite struct PipelineTests {
    @Test func `refuses an annotator that lacks what it needs`() {
        #expect(throws: Pipeline.OrderError.missing(.tokens, before: .sentences)) { try Pipeline([SentenceSplitter()]) }
    }

    @Test func `refuses to write a layer twice`() {
        #expect(throws: Pipeline.OrderError.repeated(.tokens)) { try Pipeline([Tokenizer(), Tokenizer()]) }
    }

    @Test func `says what to do`() {
        let text = Pipeline.OrderError.missing(.tokens, before: .sentences).description
        #expect(text == "The layer 'sentences' needs 'tokens'. Put an annotator that provides it before.")
    }
}
