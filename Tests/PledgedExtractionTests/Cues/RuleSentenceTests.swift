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
        #expect(RuleEvidence(reader: reader).failures(of: [rule]).map(\.description) == [])
    }
}
