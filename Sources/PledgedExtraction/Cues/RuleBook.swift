/// All that the reader knows of English and of the world: rules, word lists and states, loaded once.
struct RuleBook: Sendable {
    let rules: [CueRule]
    let matcher: CueMatcher
    let lexicon: Lexicon
    let countries: CountryTable
    /// Equal for equal files.
    let digest: String

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
    static let countryFile = RuleFile(name: "countries.tsv", bytes: Countries.list)

    /// - Throws: ``RuleFileError`` where a file does not hold together.
    init() throws(RuleFileError) {
        var rules: [CueRule] = []
        for file in Self.ruleFiles { rules += try CueRuleParser.rules(in: file) }
        self.rules = rules
        matcher = CueMatcher(rules)
        lexicon = try Lexicon(Self.wordFiles)
        countries = try CountryTable(Self.countryFile)
        digest = Self.digest(Self.ruleFiles + Self.wordFiles + [Self.countryFile])
    }

    /// FNV-1a over the files' lines, in sixteen hexadecimal digits.
    private static func digest(_ files: [RuleFile]) -> String {
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
