import Testing

@testable import PledgedLanguage

struct EnglishTests {
    @Test func `carries a whole model`() throws {
        let model = try English.checkedModel()
        #expect(try model.digest == English.model().digest)
        #expect(model.sections.reduce(0) { $0 + $1.count } < 25_000_000)
        #expect(try model.provenance().contains("SHA-256"))
    }

    /// The scores lie in the model itself, each file's first ones from gold tokens.
    @Test(arguments: [
        ("ud-ewt/en_ewt-ud-dev.conllu", "tokens", 99.0), ("ud-ewt/en_ewt-ud-dev.conllu", "sentences", 82),
        ("ud-ewt/en_ewt-ud-dev.conllu", "UPOS", 95.1), ("ud-ewt/en_ewt-ud-dev.conllu", "lemmas", 97.3),
        ("ud-ewt/en_ewt-ud-dev.conllu", "UAS", 85.3), ("ud-ewt/en_ewt-ud-dev.conllu", "LAS", 82.2),
        ("ud-gum/en_gum-free-dev.conllu", "tokens", 99.7), ("ud-gum/en_gum-free-dev.conllu", "sentences", 94),
        ("ud-gum/en_gum-free-dev.conllu", "UPOS", 96.7), ("ud-gum/en_gum-free-dev.conllu", "lemmas", 98),
        ("ud-gum/en_gum-free-dev.conllu", "UAS", 85.0), ("ud-gum/en_gum-free-dev.conllu", "LAS", 82.2),
        ("ud-gum/en_gum-free-dev.conllu", "core arcs", 83),
    ])
    func `scores no less than it did when it was last held good`(file: String, measure: String, floor: Double) throws {
        let lines = try English.model().provenance().split(separator: "\n")
        let start = try #require(lines.firstIndex { $0 == "scores on \(file)" })
        let line = try #require(lines[start...].first { $0.hasPrefix("  \(measure) ") })
        let number = line.dropFirst(measure.count + 3).prefix { $0 != " " && $0 != "," }
        #expect(try #require(Double(number)) >= floor)
    }

    @Test func `takes plain punctuation for its own lemma`() throws {
        let document = try English.pipeline(English.model()).document("He waited ... and then -- “at last” -- he left.")
        let lemmas = zip(document.tokens, document.lemmas).filter { !$0.0.isWord }.map(\.1)
        #expect(lemmas == ["...", "--", "\"", "\"", "--", "."])
    }

    @Test func `finds names, tags and trees`() throws {
        let pipeline = try English.pipeline(English.model())
        let document = pipeline.document(
            "HÀ NỘI — Deputy Prime Minister Nguyễn Chí Dũng said Japan would train engineers."
        )
        let names = document.names.map { "\($0.kind.label) \(document.text($0.span))" }
        #expect(names.contains("PER Nguyễn Chí Dũng"))
        #expect(names.contains("CTRY Japan"))
        let said = try #require(document.tokens.firstIndex { $0.lower == "said" })
        #expect(document.tags[said].penn == .vbd)
        #expect(document.lemmas[said] == "say")
        #expect(document.arcs[said].head == nil)
        let lines = ConlluText(document).text.split(separator: "\n")
        #expect(lines.contains { $0.contains("\tNguyễn\t") && $0.contains("NER=B-PER") })
    }

    @Test func `reads composed and decomposed letters alike`() throws {
        let pipeline = try English.pipeline(English.model())
        let composed = pipeline.document("Phạm Minh Chính met Shimizu Eiji in Hà Nội.")
        let decomposed = pipeline.document(
            "Pha\u{323}m Minh Chi\u{301}nh met Shimizu Eiji in Ha\u{300} No\u{302}\u{323}i."
        )
        #expect(composed.names == decomposed.names)
        #expect(composed.arcs == decomposed.arcs)
    }
}
