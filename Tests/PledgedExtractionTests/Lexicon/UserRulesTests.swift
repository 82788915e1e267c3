import PledgedCore
import Testing

@testable import PledgedExtraction

/// What users add to the reader without code.
struct UserRulesTests {
    private static let ringFence = """
        # A pledge that finance ministries make.
        rule ring-fence
            says    A party sets money aside.
            kind    commitment
            needs   money
            cue     ~ringfence [amount]
            +       Japan ringfenced 40 million euros for the port.
            -       Japan ringfenced the port.
        """

    private func file(_ name: String, _ text: String) -> RuleFile { RuleFile(name: name, bytes: Array(text.utf8)) }

    private func reading(_ sentence: String, _ files: RuleFile...) throws -> Reading {
        try Reader(adding: files).read(SampleArticle.article([sentence]))
    }

    // MARK: Rules

    @Test func `a user's rule finds what none that is built in does`() throws {
        let sentence = "Kenya ringfenced 3 million euros for two clinics on Monday."
        #expect(try reading(sentence).pledges.isEmpty)
        let pledges = try reading(sentence, file("own.rules", Self.ringFence)).pledges
        #expect(pledges.map(\.quantity) == [Quantity(value: 3_000_000, unit: "EUR")])
        #expect(pledges.map(\.cue) == ["ringfenced"])
    }

    @Test(arguments: [
        ("    +       Japan ringfenced 40 million euros for the port.\n", "", 2, "must match"),
        ("    -       Japan ringfenced the port.", "", 2, "must not match"),
        ("+       Japan ringfenced 40 million", "+       Japan spent 40 million", 7, "finds no pledge"),
        ("-       Japan ringfenced the port.", "-       Japan ringfenced 2 million euros.", 8, "must not"),
        ("rule ring-fence", "rule will", 2, "commitment.rules"),
        ("~ringfence [amount]", "~ringfence .. .. .. .. [amount]", 6, "ways"),
        ("~ringfence [amount]", "~ringfence [sum]", 6, "no class"),
    ])
    func `a rule that does not hold is refused with file, line and reason`(
        part: String,
        wrong: String,
        line: Int,
        reason: String
    ) {
        let text = Self.ringFence.replacing(part, with: wrong)
        let error = #expect(throws: RuleFileError.self) { try Reader(adding: [file("own.rules", text)]) }
        #expect(error?.file == "own.rules")
        #expect(error?.line == line, "\(String(describing: error))")
        #expect(error?.reason.contains(reason) == true, "\(String(describing: error))")
    }

    @Test func `two of a user's files may not share a rule's name`() {
        let files = [file("a.rules", Self.ringFence), file("b.rules", Self.ringFence)]
        let error = #expect(throws: RuleFileError.self) { try Reader(adding: files) }
        #expect(error?.description.hasPrefix("b.rules, line 2: There is a rule 'ring-fence' already (a.rules") == true)
    }

    @Test func `few patterns may be looked for at every word`() {
        let cues = (0...UserRules.anywhereMax).map { "    cue     [noun] ringfenced\($0) [amount]\n" }.joined()
        let text = Self.ringFence.replacing("    cue     ~ringfence [amount]\n", with: cues)
        let error = #expect(throws: RuleFileError.self) { try Reader(adding: [file("own.rules", text)]) }
        #expect(error?.line == 6 + UserRules.anywhereMax)
    }

    // MARK: Words

    @Test func `a user's title makes a role`() throws {
        let sentence = "Quaestor Anna Berg said Japan would fund the port."
        let titles = file("roles.lexicon", "[title]\nquaestor\n")
        #expect(try reading(sentence, titles).actors.first { $0.kind == .person }?.role == "Quaestor")
        #expect(try reading(sentence).actors.allSatisfy { $0.role == nil })
    }

    @Test(arguments: [
        ("roles.lexicon", "[title]\n# so\nquaestor, praetor", 3, "'quaestor'"),
        ("roles.lexicon", "quaestor", 1, "before the first"),
        ("roles.lexicon", "[titles]", 1, "no list"), ("roles.words", "quaestor", 1, ".lexicon"),
        ("units.units", "unit", 1, "says nothing"), ("units.units", "currency shilling", 1, "ISO 4217"),
        ("units.units", "currency KES shilling\ncurrency TZS shilling", 2, "KES"),
        ("units.units", "measure quintal", 1, "unit or currency"), ("states.tsv", "Narnia", 1, "columns"),
        ("p.names", "alias METI", 1, "before the first party"), ("p.names", "party METI", 1, "no kind"),
        ("p.names", "party METI\n kind country", 2, ".tsv"), ("p.names", "party meti\n kind person", 1, "small letter"),
        ("p.names", "party METI\nkind person\nparty MITI\nkind person\nalias METI", 5, "already"),
        ("p.names", "party METI\nname Meti", 2, "no field"),
    ])
    func `words that do not hold are refused with file, line and reason`(
        name: String,
        text: String,
        line: Int,
        reason: String
    ) {
        let error = #expect(throws: RuleFileError.self) { try Reader(adding: [file(name, text)]) }
        #expect(error?.file == name)
        #expect(error?.line == line, "\(String(describing: error))")
        #expect(error?.reason.contains(reason) == true, "\(String(describing: error))")
    }

    @Test func `a user's unit and currency are read`() throws {
        let units = file("east-africa.units", "unit quintal quintals\ncurrency KES shilling shillings ksh\n")
        let sentences = [
            ("Kenya will buy 500 quintal of maize.", "quintal"),
            ("Kenya will pay 5 million shillings to farmers.", "KES"),
            ("Kenya will pay Ksh 300 to each farmer.", "KES"),
        ]
        for (sentence, unit) in sentences {
            #expect(try reading(sentence, units).pledges.first?.quantity?.unit == unit, "\(sentence)")
        }
        #expect(try reading(sentences[1].0).pledges.first?.quantity?.unit != "KES")
    }

    @Test func `a user's state is a party by every name`() throws {
        let states = file("own.tsv", "# one state\nNarnia\tNarnian Realm\tNarnian\tCair Paravel\r\n")
        let sentence = "Narnia will fund the port. The Narnian Realm will also pay for ten schools."
        #expect(try reading(sentence, states).actors.map(\.canonicalName) == ["Narnia"])
    }

    // MARK: Names

    private static let names = """
        party Ministry of Economy, Trade and Industry
            kind    organization
            alias   METI
            alias   Keizai-sho
        """

    @Test func `one party by all its names is one actor under its usual name`() throws {
        let sentence = "METI will fund the port. Keizai-sho said it would also pay for ten schools."
        let reading = try reading(sentence, file("parties.names", Self.names))
        #expect(reading.actors.map(\.canonicalName) == ["Ministry of Economy, Trade and Industry"])
        #expect(reading.actors.first?.names == ["METI", "Keizai-sho"])
        #expect(reading.pledges.map(\.by) == [[ActorLabel(1)], [ActorLabel(1)]])
    }

    @Test func `a name is found with the capitals that it is written with`() throws {
        let names = file("parties.names", Self.names)
        #expect(try reading("Meti Ltd. will fund the port.", names).actors.map(\.canonicalName) == ["Meti Ltd."])
        let usual = "Ministry of Economy, Trade and Industry"
        #expect(try reading("METI will fund the port.", names).actors.map(\.canonicalName) == [usual])
    }

    // MARK: Versions and errors

    @Test func `the version tells what a user has added, comments apart`() throws {
        let builtIn = try Reader().version
        #expect(try Reader(adding: []).version == builtIn)
        let own = try Reader(adding: [file("own.rules", Self.ringFence)]).version
        #expect(own != builtIn)
        #expect(try Reader(adding: [file("own.rules", Self.ringFence + "\n\n# More to come.\n")]).version == own)
        #expect(try Reader(adding: [file("other.rules", Self.ringFence)]).version != own)
        let order = [file("own.rules", Self.ringFence), file("parties.names", Self.names)]
        #expect(try Reader(adding: order).version == Reader(adding: order.reversed()).version)
    }

    @Test func `every problem is told, file by file`() {
        let wrong = Self.ringFence.replacing("+       Japan ringfenced", with: "+       Japan spent")
            .replacing("-       Japan ringfenced the port", with: "-       Japan ringfenced 4 euros")
        let problems = Reader.problems(in: [file("own.rules", wrong)])
        #expect(problems.map(\.line) == [7, 8])
        let files = [file("a.lexicon", "[titles]"), file("b.units", "unit"), file("own.rules", Self.ringFence)]
        #expect(Reader.problems(in: files).map(\.file) == ["a.lexicon", "b.units"])
        #expect(Reader.problems(in: [file("own.rules", Self.ringFence)]).isEmpty)
    }

    @Test func `bytes that are no UTF-8 are refused in their line`() {
        let bytes = Array("[title]\nquaestor\n".utf8) + [0xE9, 0x0A]
        let error = #expect(throws: RuleFileError.self) {
            try Reader(adding: [RuleFile(name: "a.lexicon", bytes: bytes)])
        }
        #expect(error?.line == 3)
    }

    @Test func `a byte-order mark and Windows line ends are fine`() throws {
        let text = "\u{FEFF}" + Self.ringFence.replacing("\n", with: "\r\n")
        #expect(try Reader(adding: [file("own.rules", text)]).userRuleCount == 1)
    }

    @Test func `too many files are refused`() {
        let files = (0...RuleFile.countMax).map { file("\($0).lexicon", "[title]") }
        #expect(throws: RuleFileError.self) { try Reader(adding: files) }
    }
}
