import PledgedCore
import PledgedLanguage

/// Parties that a user knows by several names: each with all of them, whatever an article calls it.
///
///     party Ministry of Economy, Trade and Industry
///         kind    organization
///         alias   METI
struct PartyNames: Sendable {
    struct Party: Hashable, Sendable {
        /// The usual name, by which it goes out.
        let name: String
        let kind: ActorKind
        let file: String
        /// Counted from 1.
        let line: Int
    }

    /// A name as the user writes it.
    private struct Form: Sendable {
        let party: Int
        /// By word: whether it is all capitals, so that "WHO" is not found in "Who".
        let capitals: [Bool]
    }

    private(set) var parties: [Party] = []
    /// By folded words with single blanks between.
    private var forms: [String: Form] = [:]
    /// The first words of names.
    private var openers: Set<String> = []
    private(set) var wordsMax = 0

    init() {}

    /// - Throws: ``RuleFileError`` for a field that is not known, a party without a kind, a name that two parties claim.
    init(_ files: [RuleFile]) throws(RuleFileError) {
        for file in files { try add(file) }
    }

    var isEmpty: Bool { forms.isEmpty }

    /// The party that these words name, written with the capitals that the name has.
    func party(_ span: Span, in story: Story) -> Party? {
        guard let form = forms[story.key(span)],
            zip(form.capitals, span.range).allSatisfy({ !$0 || story.tokens[$1].isAllCapitals })
        else { return nil }
        return parties[form.party]
    }

    /// The longest name that begins at `index`, written with the capitals that it has.
    func name(at index: Int, in story: Story, limit: Int) -> (span: Span, party: Party)? {
        guard story.tokens[index].isCapitalized, openers.contains(story.folded(index)) else { return nil }
        for count in stride(from: min(wordsMax, limit - index), to: 0, by: -1) {
            let span = Span(index, index + count)
            if let party = party(span, in: story) { return (span, party) }
        }
        return nil
    }

    // MARK: Loading

    private struct Draft {
        var name: String
        var line: Int
        var kind: ActorKind?
        var aliases: [(name: Substring, line: Int)] = []
    }

    private mutating func add(_ file: RuleFile) throws(RuleFileError) {
        var draft: Draft?
        for (number, text) in file.meaningful {
            let word = text.prefix { $0 != " " && $0 != "\t" }
            let value = text.dropFirst(word.count).trimmed
            guard !value.isEmpty else { throw file.error(number, "'\(word)' says nothing. Write its value behind it.") }
            if word == "party" {
                try close(draft, file)
                draft = Draft(name: String(value), line: number)
                continue
            }
            guard draft != nil else {
                throw file.error(number, "'\(word)' stands before the first party. Write 'party NAME' above.")
            }
            switch word {
            case "kind": draft?.kind = try Self.kind(value, number, file)
            case "alias": draft?.aliases.append((value, number))
            default: throw file.error(number, "'\(word)' is no field. Write party, kind or alias.")
            }
        }
        try close(draft, file)
    }

    private static func kind(_ value: Substring, _ number: Int, _ file: RuleFile) throws(RuleFileError) -> ActorKind {
        switch ActorKind(rawValue: String(value)) {
        case .person: return .person
        case .organization: return .organization
        case .country: throw file.error(number, "States have files of their own: put it in one that ends in '.tsv'.")
        case nil: throw file.error(number, "'\(value)' is not known here. Write one of person, organization.")
        }
    }

    private mutating func close(_ draft: Draft?, _ file: RuleFile) throws(RuleFileError) {
        guard let draft else { return }
        guard let kind = draft.kind else {
            throw file.error(
                draft.line,
                "The party '\(draft.name)' has no kind. Write 'kind organization' or 'person'."
            )
        }
        parties.append(Party(name: draft.name, kind: kind, file: file.name, line: draft.line))
        for (name, line) in [(draft.name[...], draft.line)] + draft.aliases { try claim(name, line, file) }
    }

    private mutating func claim(_ name: Substring, _ line: Int, _ file: RuleFile) throws(RuleFileError) {
        let tokens = Words.tokens(name)
        guard let first = tokens.first, tokens.count <= Self.wordsLimit else {
            throw file.error(line, "'\(name)' has \(tokens.count) words. A name has 1 to \(Self.wordsLimit).")
        }
        guard first.isCapitalized else {
            throw file.error(
                line,
                "'\(name)' begins with a small letter, which no name is found by. Write it with a capital."
            )
        }
        let key = tokens.map(\.folded).joined(separator: " ")
        let own = parties.count - 1
        if let other = forms[key], other.party != own {
            let holder = parties[other.party]
            throw file.error(
                line,
                "'\(name)' names '\(holder.name)' already (\(holder.file), line \(holder.line)). Leave it to one of them."
            )
        }
        forms[key] = Form(party: own, capitals: tokens.map { $0.isAllCapitals && $0.form.utf8.count > 1 })
        openers.insert(first.folded)
        wordsMax = max(wordsMax, tokens.count)
    }

    /// Words that a name may have.
    static let wordsLimit = 12
}
