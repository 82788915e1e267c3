/// Units of measure and currencies that a user adds to those the reader knows.
///
///     unit      quintal quintals
///     currency  KES  ksh shilling shillings
struct UnitNames: Sendable {
    /// Folded words that are units by themselves.
    private(set) var measures: Set<String> = []
    /// By folded word or sign: the ISO 4217 code.
    private(set) var currencies: [String: String] = [:]

    init() {}

    /// - Throws: ``RuleFileError`` for a line that begins with neither "unit" nor "currency", for a code that is none, and
    ///   for a word that is more than one token.
    init(_ files: [RuleFile]) throws(RuleFileError) {
        for file in files {
            for (number, text) in file.meaningful { try add(text, number, file) }
        }
    }

    private mutating func add(_ text: Substring, _ number: Int, _ file: RuleFile) throws(RuleFileError) {
        var words = text.split { $0 == " " || $0 == "\t" }[...]
        guard let field = words.popFirst() else { return }
        switch field {
        case "unit":
            guard !words.isEmpty else { throw file.error(number, "'unit' says nothing. Write its words behind it.") }
            for word in words { measures.insert(try Words.single(word, number, file)) }
        case "currency":
            guard let code = words.popFirst().map(String.init), CurrencyLexicon.isCode(code) else {
                throw file.error(
                    number,
                    "No currency's code follows. Write its ISO 4217 code in capitals, such as KES."
                )
            }
            guard !words.isEmpty else {
                throw file.error(number, "Nothing follows '\(code)'. Write the words or signs that mean it.")
            }
            for word in words { try add(word, code, number, file) }
        default: throw file.error(number, "'\(field)' is no field. Write unit or currency.")
        }
    }

    private mutating func add(
        _ word: Substring,
        _ code: String,
        _ number: Int,
        _ file: RuleFile
    ) throws(RuleFileError) {
        let name = try Words.single(word, number, file)
        if let other = currencies[name], other != code {
            throw file.error(number, "'\(word)' means \(other) already. Leave it to one currency.")
        }
        currencies[name] = code
    }
}
