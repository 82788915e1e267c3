import PledgedCore

/// Reads rule files; a rule that does not hold together stops the loading.
struct CueRuleParser {
    private let file: RuleFile
    private(set) var rules: [CueRule] = []
    private var draft: Draft?

    /// - Throws: ``RuleFileError`` with file, line and reason.
    static func rules(in file: RuleFile) throws(RuleFileError) -> [CueRule] {
        var parser = CueRuleParser(file)
        for (number, text) in file.meaningful { try parser.read(text, number) }
        try parser.close()
        return parser.rules
    }

    private init(_ file: RuleFile) { self.file = file }

    private struct Draft {
        var name: String
        var line: Int
        var purpose: String?
        var kind: Pledge.Kind?
        var bearer: CueRule.Bearer?
        var needs: Set<CueRule.Need> = []
        var patterns: [CuePattern] = []
        var matching: [RuleExample] = []
        var missing: [RuleExample] = []
    }

    private mutating func read(_ text: Substring, _ number: Int) throws(RuleFileError) {
        let word = text.prefix { $0 != " " && $0 != "\t" }
        let value = text.dropFirst(word.count).trimmed
        guard !value.isEmpty else { throw file.error(number, "'\(word)' says nothing. Write its value behind it.") }
        if word == "rule" {
            try close()
            draft = Draft(name: String(value), line: number)
            return
        }
        guard var draft else {
            throw file.error(number, "'\(word)' stands before the first rule. Write 'rule NAME' above.")
        }
        try set(word, value, number, &draft)
        self.draft = draft
    }

    private func set(
        _ word: Substring,
        _ value: Substring,
        _ number: Int,
        _ draft: inout Draft
    ) throws(RuleFileError) {
        switch word {
        case "says": draft.purpose = String(value)
        case "kind": draft.kind = try choice(value, number)
        case "by": draft.bearer = try choice(value, number)
        case "needs":
            for need in value.split(whereSeparator: { $0 == "," || $0 == " " }) {
                draft.needs.insert(try choice(need, number))
            }
        case "cue": draft.patterns.append(try pattern(value, number))
        case "+": draft.matching.append(example(value, number))
        case "-": draft.missing.append(example(value, number))
        default:
            throw file.error(number, "'\(word)' is no field. Write rule, says, kind, by, needs, cue, + or -.")
        }
    }

    private func pattern(_ value: Substring, _ number: Int) throws(RuleFileError) -> CuePattern {
        let elements = try CuePatternParser(file, number).pattern(value)
        let pattern = CuePattern(text: String(value), line: number, elements: elements)
        guard pattern.tries <= Self.triesMax else {
            throw file.error(
                number,
                "The pattern can be laid over the words at one place in \(pattern.tries) ways, which takes too long; "
                    + "\(Self.triesMax) at the most. Leave out a '..', a '{}' or a '*', or make it two patterns."
            )
        }
        return pattern
    }

    /// In how many ways a pattern may fit at one place.
    static let triesMax = 1000

    private func choice<Choice: RawRepresentable & CaseIterable>(
        _ value: Substring,
        _ number: Int
    ) throws(RuleFileError) -> Choice where Choice.RawValue == String {
        if let choice = Choice(rawValue: String(value)) { return choice }
        let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        throw file.error(number, "'\(value)' is not known here. Write one of \(known).")
    }

    private func example(_ value: Substring, _ number: Int) -> RuleExample {
        RuleExample(sentence: String(value), file: file.name, line: number)
    }

    private mutating func close() throws(RuleFileError) {
        guard let draft else { return }
        func need<Value>(_ value: Value?, _ what: String) throws(RuleFileError) -> Value {
            guard let value else { throw file.error(draft.line, "The rule '\(draft.name)' has no \(what). Write it.") }
            return value
        }
        let purpose = try need(draft.purpose, "purpose ('says')")
        let kind = try need(draft.kind, "kind")
        _ = try need(draft.patterns.first, "pattern ('cue')")
        _ = try need(draft.matching.first, "sentence that it must match ('+')")
        _ = try need(draft.missing.first, "sentence that it must not match ('-')")
        guard !rules.contains(where: { $0.name == draft.name }) else {
            throw file.error(draft.line, "There are two rules '\(draft.name)'. Give one another name.")
        }
        rules.append(
            CueRule(
                name: draft.name,
                file: file.name,
                line: draft.line,
                purpose: purpose,
                kind: kind,
                bearer: draft.bearer ?? .subject,
                needs: draft.needs,
                patterns: draft.patterns,
                matching: draft.matching,
                missing: draft.missing
            )
        )
        self.draft = nil
    }
}
