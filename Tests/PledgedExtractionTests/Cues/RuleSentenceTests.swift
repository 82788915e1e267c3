import PledgedCore
import Testing

@testable import PledgedExtraction

/// Runs the sentences that every rule brings along.
struct RuleSentenceTests {
    private static let reader = Result { try Reader() }

    @Test(arguments: try Self.reader.get().book.rules.map(\.name))
    func `a rule finds a pledge in its own sentences and in no other`(name: String) throws {
        let reader = try Self.reader.get()
        let rule = try #require(reader.book.rules.first { $0.name == name })
        for example in rule.matching {
            let found = rules(in: example.sentence, asTitle: rule.needs.contains(.headline), reader)
            #expect(found.contains(name), "\(example.file), line \(example.line): found \(found)")
        }
        for example in rule.missing {
            let found = rules(in: example.sentence, asTitle: rule.needs.contains(.headline), reader)
            #expect(!found.contains(name), "\(example.file), line \(example.line)")
        }
    }

    /// The names of the rules that find something in a sentence.
    private func rules(in sentence: String, asTitle: Bool, _ reader: Reader) -> [String] {
        // A headline's names are known from the text below it.
        let body = asTitle ? ["Japan said so."] : [sentence]
        let article = SampleArticle.article(body, title: asTitle ? sentence : nil)
        let story = Story(article, lexicon: reader.book.lexicon)
        let findings = reader.findings(in: story, reader.cast(of: story), header: article.header)
        return findings.drafts.map { reader.book.rules[$0.rule].name }
    }
}
