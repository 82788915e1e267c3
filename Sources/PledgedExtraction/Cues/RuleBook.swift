/// All that the reader knows of English and of the world: rules, word lists, names and states, loaded once.
struct RuleBook: Sendable {
    let rules: [CueRule]
    let matcher: CueMatcher
    let lexicon: Lexicon
    let countries: CountryTable
    /// Parties that a user knows by several names; none are built in.
    let parties: PartyNames
    /// A user's own, beside those that are built in.
    let units: UnitNames
    /// Equal for equal files.
    let digest: String
    /// How many of ``rules``, at their beginning, are built in.
    let builtInCount: Int

    static let ruleFiles = [
        RuleFile(name: "commitment.rules", bytes: PackageResources.commitment_rules),
        RuleFile(name: "plan.rules", bytes: PackageResources.plan_rules),
        RuleFile(name: "target.rules", bytes: PackageResources.target_rules),
        RuleFile(name: "offer.rules", bytes: PackageResources.offer_rules),
        RuleFile(name: "agreement.rules", bytes: PackageResources.agreement_rules),
        RuleFile(name: "request.rules", bytes: PackageResources.request_rules),
    ]
    static let wordFiles = [
        RuleFile(name: "names.lexicon", bytes: PackageResources.names_lexicon),
        RuleFile(name: "words.lexicon", bytes: PackageResources.words_lexicon),
    ]
    static let countryFile = RuleFile(name: "countries.tsv", bytes: PackageResources.countries_tsv)

    /// - Parameter user: a user's files; their order does not matter.
    /// - Throws: ``RuleFileError`` where a file does not hold together.
    init(adding user: UserRules = UserRules()) throws(RuleFileError) {
        var rules: [CueRule] = []
        for file in Self.ruleFiles { rules += try CueRuleParser.rules(in: file) }
        builtInCount = rules.count
        rules = try user.adding(to: rules)
        self.rules = rules
        matcher = CueMatcher(rules)
        lexicon = try Lexicon(Self.wordFiles, adding: user.files(.lexicon))
        var countries = try CountryTable(Self.countryFile)
        for file in user.files(.tsv) { try countries.add(file) }
        self.countries = countries
        parties = try PartyNames(user.files(.names))
        units = try UnitNames(user.files(.units))
        let builtIn = Self.ruleFiles + Self.wordFiles + [Self.countryFile]
        // A user's comments change nothing that is read.
        digest = Self.digest(
            builtIn.map { ($0.name, $0.lines) } + user.files.map { ($0.name, $0.meaningful.map(\.text)) }
        )
    }

    /// The rules that a user has added.
    var userRules: ArraySlice<CueRule> { rules[builtInCount...] }

    /// FNV-1a over the files' names and lines, in sixteen hexadecimal digits.
    private static func digest(_ files: [(name: String, lines: [Substring])]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for file in files {
            for line in [Substring(file.name)] + file.lines {
                for byte in line.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
                hash = (hash ^ 10) &* 0x100_0000_01B3
            }
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
