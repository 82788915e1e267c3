/// A user's files of rules and words, in the order of their names, within bounds.
struct UserRules: Sendable {
    let files: [RuleFile]

    /// Rules of all files together.
    static let rulesMax = 500
    /// Patterns of all files together that are looked for at every word.
    static let anywhereMax = 16
    /// Bytes of a sentence that a rule brings.
    static let sentenceBytesMax = 1000
    /// Sentences that a rule brings, those to match and those not to match together.
    static let sentencesMax = 20

    init() { files = [] }

    /// - Throws: ``RuleFileError`` for too many or too large files, for a name whose ending says nothing, for bytes that
    ///   were no UTF-8.
    init(_ files: [RuleFile]) throws(RuleFileError) {
        self.files = files.sorted { $0.name < $1.name }
        guard files.count <= RuleFile.countMax else {
            throw self.files[RuleFile.countMax].error(
                1,
                "There are \(files.count) files; \(RuleFile.countMax) at the most are read."
            )
        }
        var bytes = 0
        for file in self.files {
            bytes += file.lines.reduce(file.lines.count - 1) { $0 + $1.utf8.count }
            guard bytes <= RuleFile.bytesMax else {
                throw file.error(
                    1,
                    "With this file there are more than \(RuleFile.bytesMax) bytes of rules. Keep fewer."
                )
            }
            try Self.check(file)
        }
    }

    func files(_ kind: RuleFile.Kind) -> [RuleFile] { files.filter { $0.kind == kind } }

    private static func check(_ file: RuleFile) throws(RuleFileError) {
        guard file.kind != nil else {
            let endings = RuleFile.Kind.allCases.map { ".\($0.rawValue)" }.joined(separator: ", ")
            throw file.error(1, "The name does not say what the file holds. Let it end in one of \(endings).")
        }
        for (index, line) in file.lines.enumerated() where line.unicodeScalars.contains("\u{FFFD}") {
            throw file.error(index + 1, "This is not UTF-8. Save the file as UTF-8.")
        }
    }

    // MARK: Rules

    /// - Returns: `builtIn` and behind them the users' rules.
    /// - Throws: ``RuleFileError`` for a rule that does not hold together, that has another's name, or is one too many.
    func adding(to builtIn: [CueRule]) throws(RuleFileError) -> [CueRule] {
        var rules = builtIn
        var anywhere = 0
        for file in files(.rules) {
            for rule in try CueRuleParser.rules(in: file) {
                if let other = rules.first(where: { $0.name == rule.name }) {
                    let place = "\(other.file), line \(other.line)"
                    throw file.error(
                        rule.line,
                        "There is a rule '\(rule.name)' already (\(place)). Give this one another name."
                    )
                }
                guard rules.count - builtIn.count < Self.rulesMax else {
                    throw file.error(
                        rule.line,
                        "This is one rule more than the \(Self.rulesMax) that are read. Cut some."
                    )
                }
                for pattern in rule.patterns where pattern.beginsAnywhere {
                    anywhere += 1
                    guard anywhere <= Self.anywhereMax else {
                        throw file.error(
                            pattern.line,
                            "More than \(Self.anywhereMax) patterns begin with a class or with what may be absent, which "
                                + "is slow. Begin this one with a word."
                        )
                    }
                }
                try Self.check(rule, file)
                rules.append(rule)
            }
        }
        return rules
    }

    private static func check(_ rule: CueRule, _ file: RuleFile) throws(RuleFileError) {
        let examples = rule.matching + rule.missing
        guard examples.count <= sentencesMax else {
            throw file.error(
                rule.line,
                "The rule '\(rule.name)' has more than \(sentencesMax) sentences. Keep the best."
            )
        }
        for example in examples where example.sentence.utf8.count > sentenceBytesMax {
            throw file.error(example.line, "The sentence has more than \(sentenceBytesMax) bytes. Shorten it.")
        }
    }
}
