/// Finds letters in brackets that stand for the name before them: "Bank of Ghana (BoG)".
struct BracketLinks {
    private let clues: NameClues

    init(_ clues: NameClues) { self.clues = clues }

    /// The token in brackets right behind the name whose initials it gives; nil where there is none.
    func letters(after name: Span) -> Int? {
        let tokens = clues.tokens
        guard name.end + 2 < tokens.count, tokens[name.end].form == "(" else { return nil }
        let word = tokens[name.end + 1]
        guard word.isWord, word.form.utf8.count >= 2, word.form.utf8.count <= 12, holdsTwoCapitals(word),
            tokens[name.end + 2].form == ")" || tokens[name.end + 2].form == ","
        else { return nil }
        return isShort(word.folded, for: name) ? name.end + 1 : nil
    }

    /// Whether the token stands in brackets behind small words that it is short for: "sustainable aviation fuel (SAF)".
    func isCommon(_ token: Int) -> Bool {
        let word = clues.tokens[token]
        let count = word.folded.unicodeScalars.count
        guard word.isAllCapitals, count >= 2, token - 1 - count >= clues.runs[token].sentence.start,
            clues.tokens[token - 1].form == "("
        else { return false }
        for (offset, letter) in word.folded.unicodeScalars.enumerated() {
            let long = clues.tokens[token - 1 - count + offset]
            if long.isCapitalized || long.folded.unicodeScalars.first != letter { return false }
        }
        return true
    }

    private func holdsTwoCapitals(_ word: Token) -> Bool {
        word.isAllCapitals || zip(word.form.unicodeScalars, word.lower.unicodeScalars).count(where: { $0 != $1 }) >= 2
    }

    /// Whether the letters begin the name's first word and come in its words in this order.
    private func isShort(_ letters: String, for name: Span) -> Bool {
        guard name.count > 1 else { return false }
        var rest = Array(letters.unicodeScalars.filter { $0 != "." && $0 != "-" })
        let first = clues.tokens[name.start].folded.unicodeScalars.first
        // "VCCI" for "Vietnam Chamber", also where the name begins a word too late.
        guard let initial = rest.first, initial == first || isInitial(initial, in: name) else { return false }
        for token in name.range {
            for scalar in clues.tokens[token].folded.unicodeScalars where scalar == rest.first { rest.removeFirst() }
        }
        return rest.count <= 1
    }

    private func isInitial(_ letter: Unicode.Scalar, in name: Span) -> Bool {
        name.range.prefix(3).contains { clues.tokens[$0].folded.unicodeScalars.first == letter }
    }
}
