import PledgedCore

/// Holds rules against the sentences that they bring along.
struct RuleEvidence {
    let reader: Reader

    /// The sentences in which a rule does not find what it must, or finds what it must not, in order.
    func failures(of rules: some Collection<CueRule>) -> [RuleFileError] { rules.flatMap(failures) }

    private func failures(of rule: CueRule) -> [RuleFileError] {
        let examples = rule.matching.map { ($0, isWanted: true) } + rule.missing.map { ($0, isWanted: false) }
        return examples.compactMap { example, isWanted in
            let found = rules(in: example.sentence, asTitle: rule.needs.contains(.headline))
            guard found.contains(rule.name) != isWanted else { return nil }
            return RuleFileError(
                file: example.file,
                line: example.line,
                reason: isWanted ? Self.missed(rule, found) : Self.wronglyFound(rule)
            )
        }
    }

    private static func missed(_ rule: CueRule, _ found: [String]) -> String {
        let start = "The rule '\(rule.name)' finds no pledge in this sentence, which it must."
        guard let other = found.first else {
            return start + " Check the pattern, who is bound, and what the rule needs; the party must be a name."
        }
        return start + " The rule '\(other)' finds one here, and of two on the same words the longer cue holds."
    }

    private static func wronglyFound(_ rule: CueRule) -> String {
        "The rule '\(rule.name)' finds a pledge in this sentence, which it must not. Narrow its pattern or its needs."
    }

    /// The names of the rules that find something in a sentence.
    func rules(in sentence: String, asTitle: Bool) -> [String] {
        let article = Self.article(sentence, asTitle: asTitle)
        let story = Story(article, lexicon: reader.book.lexicon)
        let findings = reader.findings(in: story, reader.cast(of: story), header: article.header)
        return findings.drafts.map { reader.book.rules[$0.rule].name }
    }

    /// An article of one sentence, of a day in the middle of a year so that "next month" and "last year" are dated.
    private static func article(_ sentence: String, asTitle: Bool) -> Article {
        // A headline's names are known from the text below it.
        let text = asTitle ? sentence + "\n\nJapan said so." : sentence
        let end = sentence.utf8.count
        var blocks = [ArticleBlock(role: asTitle ? .title : .paragraph, span: TextSpan(0..<end))]
        if asTitle { blocks.append(ArticleBlock(role: .paragraph, span: TextSpan((end + 2)..<text.utf8.count))) }
        guard let id = ArticleID(hexadecimal: String(repeating: "0", count: 64)) else {
            preconditionFailure("64 zeros are an article's id.")
        }
        let header = ArticleHeader(
            date: CalendarDate(year: 2024, month: 5, day: 15),
            title: asTitle ? sentence : nil
        )
        return Article(id: id, header: header, text: text, blocks: blocks)
    }
}
