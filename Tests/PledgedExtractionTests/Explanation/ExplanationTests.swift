import PledgedCore
import Testing

@testable import PledgedExtraction

/// What a reader says of how it came to its facts.
struct ExplanationTests {
    private static let reader = Result { try Reader() }
    private static let articles = Result { try GoldArticle.all().map(\.article) }

    private func explained(_ sentences: String...) throws -> ExplainedReading {
        try Self.reader.get().explain(SampleArticle.article(sentences))
    }

    private func steps(_ field: String, _ explanation: Explanation?) -> [String] {
        explanation?.fields.first { $0.name == field }?.steps.map(\.name) ?? []
    }

    @Test(arguments: try Self.articles.get().indices)
    func `explaining an article finds the facts that reading it finds, and tells of each`(_ index: Int) throws {
        let reader = try Self.reader.get()
        let article = try Self.articles.get()[index]
        let explained = reader.explain(article)
        #expect(explained.reading == reader.read(article))
        #expect(explained.actors.count == explained.reading.actors.count)
        #expect(explained.pledges.count == explained.reading.pledges.count)
        #expect(explained.happenings.count == explained.reading.happenings.count)
        for explanation in explained.actors + explained.pledges + explained.happenings {
            #expect(!explanation.fields.isEmpty)
            let words = explanation.cues + explanation.fields.compactMap(\.words)
            let quotes = words.map { String(decoding: Array(article.text.utf8)[$0.span.range], as: UTF8.self) }
            #expect(quotes == words.map(\.quote))
            for field in explanation.fields { #expect(!field.steps.isEmpty, "\(field.name) of \(explanation)") }
        }
        #expect(explained.pledges.allSatisfy { $0.source.kind == .rule && $0.source.file != nil })
        #expect(zip(explained.pledges, explained.reading.pledges).allSatisfy { $0.cues.map(\.quote) == [$1.cue] })
    }

    @Test func `a pledge names its rule, its pattern and the line that holds it`() throws {
        let source = try explained("Japan pledged to fund the port.").pledges.first?.source
        #expect(source?.name == "pledge-to")
        #expect(source?.file == "commitment.rules")
        #expect(source?.entry?.hasPrefix("~pledge|~promise") == true)
        let book = try Self.reader.get().book
        let rule = try #require(book.rules.first { $0.name == "pledge-to" })
        #expect(source?.line == rule.patterns.first?.line)
    }

    @Test(arguments: [
        ("Japan pledged to fund the port.", ["subject", "name"]),
        ("Japan and Kenya pledged to fund the port.", ["subject", "name", "list"]),
        ("Japan met ministers. It pledged to fund the port.", ["subject", "pronoun"]),
        ("Japan, which pledged to fund the port, met ministers.", ["subject", "relative", "name"]),
        ("Japan met ministers and pledged to fund the port.", ["subject", "joined", "name"]),
        ("Japan's plan to train 500 nurses by 2030 was welcomed.", ["owner", "name"]),
        ("\"We will build ten schools by 2030,\" Kenya said.", ["subject", "pronoun", "speaker"]),
    ])
    func `who is bound is told step by step`(text: String, steps: [String]) throws {
        let explanation = try explained(text).pledges.first
        #expect(self.steps("by", explanation) == steps, "\(String(describing: explanation?.source.name))")
    }

    @Test func `each field tells its words and where it comes from`() throws {
        let text = "The ministry said on Tuesday that Japan would build 120 schools for Kenya by 2030."
        let explanation = try #require(try explained("The Ministry of Education met Kenya. " + text).pledges.first)
        func words(_ field: String) -> String? { explanation.fields.first { $0.name == field }?.words?.quote }
        #expect(words("quantity") == "120 schools")
        #expect(words("deadline") == "by 2030")
        #expect(steps("deadline", explanation) == ["bounded", "absolute"])
        #expect(words("said") == "Tuesday")
        #expect(words("speaker") == "said")
        #expect(steps("to", explanation) == ["counterparty"])
        #expect(explanation.confidence == 93)
    }

    @Test(arguments: [
        ("Japan will fund the port.", "lexicon", "states", "countries.tsv"),
        ("The Ministry of Education will fund the port.", "lexicon", "body-of", "names.lexicon"),
        ("Corvane Ltd. will fund the port.", "lexicon", "legal", "names.lexicon"),
        ("The chipmaker Zyrblat will fund the port.", "context", "acts", nil),
    ])
    func `an actor names the word or the surroundings that told what it is`(
        text: String,
        kind: String,
        name: String,
        file: String?
    ) throws {
        let source = try explained(text).actors.first?.source
        #expect(source?.kind.rawValue == kind)
        #expect(source?.name == name)
        #expect(source?.file == file)
    }

    @Test func `names that were made one tell why`() throws {
        let text = "The Ministry of Planning and Investment (MPI) will fund the port. MPI said so."
        #expect(steps("names", try explained(text).actors.first).contains("acronym"))
        let person = try explained("Minister Anna Berg met Kenya. Berg said Kenya would act.").actors.first
        #expect(steps("names", person) == ["surname"])
        #expect(steps("role", person) == ["title"])
    }

    @Test func `a happening tells its words, and a deadline its pledge`() throws {
        let happenings = try explained("Japan opened the port on 3 May 2024. It will build ten schools by 2030.")
            .happenings
        #expect(happenings.map(\.source.kind) == [.time, .deadline])
        #expect(happenings.map { $0.cues.map(\.quote) } == [["on 3 May 2024"], ["by 2030"]])
    }

    @Test func `a user's rule and name lead to the user's file`() throws {
        let rule = """
            rule ring-fence
                says    A party sets money aside.
                kind    commitment
                cue     ~ringfence [amount]
                +       Japan ringfenced 40 million euros for the port.
                -       Japan ringfenced the port.
            """
        let names = "party Ministry of Economy, Trade and Industry\n  kind organization\n  alias METI\n"
        let files = [RuleFile(name: "own.rules", text: rule), RuleFile(name: "own.names", text: names)]
        let explained = try Reader(adding: files).explain(SampleArticle.article(["METI ringfenced 2 million euros."]))
        #expect(explained.pledges.map(\.source.file) == ["own.rules"])
        #expect(explained.pledges.map(\.source.line) == [4])
        #expect(explained.actors.map(\.source.file) == ["own.names"])
    }
}
