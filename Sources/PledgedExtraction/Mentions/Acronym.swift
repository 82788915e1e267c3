import PledgedLanguage

/// Letters in brackets after the name that they are short for.
enum Acronym {
    /// The tokens inside "(MPI)" at `index`, where they can be the letters of a name; nil where none stand there.
    static func inBrackets(_ index: Int, in story: Story) -> Span? {
        let tokens = story.tokens
        guard index + 2 < tokens.count, tokens[index].form == "(" else { return nil }
        var end = index + 1
        while end < tokens.count, end - index <= 5, tokens[end].form != ")" { end += 1 }
        guard end < tokens.count, tokens[end].form == ")", end > index + 1 else { return nil }
        let inside = tokens[(index + 1)..<end]
        let isShort = inside.allSatisfy { $0.isWord && $0.isCapitalized || $0.form == "-" || $0.form == "&" }
        let capitals = inside.reduce(0) { $0 + $1.form.unicodeScalars.count { $0.properties.isUppercase } }
        guard isShort, capitals >= 2 else { return nil }
        return Span(index + 1, end)
    }

    /// The capitalised words before a bracket whose initials are just its letters: "Serve the People Association (SPA)".
    ///
    /// Nil where the letters and the words do not agree one to one.
    static func longForm(before bracket: Int, of letters: Span, in story: Story, _ first: Int) -> Span? {
        let wanted = initials(letters, in: story, all: true)
        guard wanted.count >= 3, letters.count == 1 else { return nil }
        var rest = wanted[...]
        var index = bracket - 1
        var start: Int?
        while index >= first, bracket - index <= 14, let letter = rest.last {
            let token = story.tokens[index]
            if token.isWord, token.isCapitalized {
                guard token.folded.first == letter else { return nil }
                rest.removeLast()
                start = index
            } else if !["of", "and", "the", "for", "in", "on", "&", "-", ","].contains(token.folded) {
                return nil
            }
            index -= 1
        }
        guard rest.isEmpty, let start else { return nil }
        return Span(start, bracket)
    }

    /// Whether the brackets at `index` hold the initials of `name`.
    static func follows(_ index: Int, for name: Span, in story: Story) -> Bool {
        guard let letters = inBrackets(index, in: story) else { return false }
        let short = initials(letters, in: story, all: true)
        let full = initials(name, in: story, all: false)
        return short.count >= 2 && short.first == full.first && isSubsequence(short, of: full)
    }

    /// The capitals of an acronym, or the first letters of a name's words.
    private static func initials(_ span: Span, in story: Story, all: Bool) -> [Character] {
        story.tokens[span.range].filter { $0.isWord && $0.isCapitalized }.flatMap { token in
            all ? token.form.filter(\.isUppercase).map { Character($0.lowercased()) } : Array(token.folded.prefix(1))
        }
    }

    private static func isSubsequence(_ short: [Character], of long: [Character]) -> Bool {
        var index = long.startIndex
        for letter in short {
            guard let found = long[index...].firstIndex(of: letter) else { return false }
            index = found + 1
        }
        return true
    }
}
