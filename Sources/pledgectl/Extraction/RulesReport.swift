import PledgedExtraction

/// What became of a folder of rules.
struct RulesReport: Encodable, Sendable {
    struct Problem: Encodable, Sendable {
        let file: String
        let line: Int
        let reason: String

        var error: RuleFileError { RuleFileError(file: file, line: line, reason: reason) }
    }

    let files: [String]
    let problems: [Problem]
    /// How many rules the files add.
    let rules: Int
    /// The version of the reader that the files make; nil where they do not hold.
    let reader: String?

    init(files: [String], problems: [RuleFileError], reader: Reader?) {
        self.files = files
        self.problems = problems.map { Problem(file: $0.file, line: $0.line, reason: $0.reason) }
        rules = reader?.userRuleCount ?? 0
        self.reader = reader?.version
    }
}
