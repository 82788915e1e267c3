import PledgedLanguage

/// Text cut into words just as articles are, so that lists and texts agree.
enum Words {
    /// The folded words of `text` that are one token each; the others can never match one.
    static func folded(_ text: some StringProtocol) -> [String] {
        text.split(whereSeparator: \.isWhitespace).compactMap { word in
            // An ending that texts put to a word, which it is told from by what lies before.
            if word.first == "'" { return String(word) }
            let tokens = tokens(word)
            return tokens.count == 1 ? tokens[0].folded : nil
        }
    }

    /// The folded form of a user's word, which must be one token.
    static func single(_ word: Substring, _ number: Int, _ file: RuleFile) throws(RuleFileError) -> String {
        let tokens = tokens(word)
        guard tokens.count == 1 else {
            let parts = tokens.map { "'\($0.form)'" }.joined(separator: ", ")
            throw file.error(number, "'\(word)' is never found: articles are read as \(parts). Write one word.")
        }
        return tokens[0].folded
    }

    static func tokens(_ text: some StringProtocol) -> [Token] {
        var document = Document(text: String(text))
        Tokenizer().annotate(&document)
        return document.tokens
    }
}
