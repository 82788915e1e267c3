import Testing

@testable import PledgedExtraction

struct CueRuleParserTests {
    private static let whole = """
        rule pledge
            says    A party pledges.
            kind    commitment
            cue     ~pledge to [verb]
            +       Japan pledged to act.
            -       Japan slept.
        """

    private func load(_ text: String) throws -> [CueRule] {
        try CueRuleParser.rules(in: RuleFile(name: "test.rules", text: text))
    }

    @Test func `a whole rule loads`() throws {
        let rules = try load(Self.whole)
        #expect(rules.map(\.name) == ["pledge"])
        #expect(rules[0].matching.map(\.line) == [5])
        // Between "to" and its verb an adverb may stand.
        #expect(rules[0].patterns[0].elements.count == 4)
    }

    @Test(arguments: [
        ("says    A", 1, "purpose"), ("kind", 1, "kind"), ("cue", 1, "pattern"), ("+", 1, "must match"),
        ("-       J", 1, "must not match"),
    ])
    func `a rule without a part is refused with file, line and reason`(start: String, line: Int, reason: String) throws
    {
        let lines = Self.whole.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix(start) }
        let error = #expect(throws: RuleFileError.self) { try load(lines.joined(separator: "\n")) }
        #expect(error?.file == "test.rules")
        #expect(error?.line == line)
        #expect(error?.reason.contains(reason) == true, "\(String(describing: error))")
    }

    @Test(arguments: [
        ("kind    commitment", "kind    oath", "oath"), ("~pledge to [verb]", "~pledge to [verbs]", "verbs"),
        ("~pledge to [verb]", ".. to [verb]", "begin"), ("cue ", "que ", "que"),
        ("says    A party pledges.", "says", "says nothing"),
    ])
    func `what the format does not know is refused`(part: String, wrong: String, named: String) {
        let text = Self.whole.replacing(part, with: wrong)
        let error = #expect(throws: RuleFileError.self) { try load(text) }
        #expect(error?.description.contains(named) == true, "\(String(describing: error))")
    }

    @Test func `two rules of one name are refused`() {
        let error = #expect(throws: RuleFileError.self) { try load(Self.whole + "\n" + Self.whole) }
        #expect(error?.reason.contains("two rules") == true)
    }

    @Test func `a word before the first list is refused`() {
        let file = RuleFile(name: "test.lexicon", text: "stray\n[verb]\nrun")
        let error = #expect(throws: RuleFileError.self) { try Lexicon([file]) }
        #expect(error?.line == 1)
    }

    @Test func `a list that no code knows is refused`() {
        let file = RuleFile(name: "test.lexicon", text: "# words\n[verbs]\nrun")
        let error = #expect(throws: RuleFileError.self) { try Lexicon([file]) }
        #expect(error?.line == 2)
    }

    @Test func `a country without its columns is refused`() {
        let file = RuleFile(name: "test.tsv", text: "Narnia\t\n")
        let error = #expect(throws: RuleFileError.self) { try CountryTable(file) }
        #expect(error?.line == 1)
    }
}
