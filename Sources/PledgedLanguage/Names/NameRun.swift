/// The stretch of capitalised words that a token lies in.
struct NameRun: Hashable, Sendable {
    /// Capitalised words, hyphens and "&" between them.
    private(set) var strict: Span
    /// Runs joined by "of", "and", "for", "the" and commas.
    private(set) var loose: Span
    private(set) var sentence: Span
    /// Whether nearly all words of the sentence are capitalised, so that a capital says little.
    private(set) var isHeadline = false
    /// Whether all letters of the sentence are capitals.
    private(set) var isUpperCase = false

    private static let outside = NameRun(strict: Span(0, 0), loose: Span(0, 0), sentence: Span(0, 0))
    /// No run is longer: what goes on for longer is no name.
    private static let tokensMax = 24

    /// The run of each token.
    static func all(in document: Document) -> [NameRun] {
        var runs = [NameRun](repeating: .outside, count: document.tokens.count)
        for sentence in document.sentences { add(sentence.span, document.tokens, &runs) }
        return runs
    }

    private static func add(_ sentence: Span, _ tokens: [Token], _ runs: inout [NameRun]) {
        let (isHeadline, isUpperCase) = letterCase(tokens[sentence.range])
        var index = sentence.start
        var loose = Span(sentence.start, sentence.start)
        while index < sentence.end {
            let end = strictEnd(index, sentence.end, tokens)
            if index >= loose.end { loose = looseSpan(index, end, sentence.end, tokens) }
            let strict = Span(index, max(end, index + 1))
            for token in strict.range {
                runs[token] = NameRun(
                    strict: end > index ? strict : Span(index, index),
                    loose: loose,
                    sentence: sentence,
                    isHeadline: isHeadline,
                    isUpperCase: isUpperCase
                )
            }
            index = strict.end
        }
    }

    /// Where the run that begins at `start` ends; `start` where none does.
    private static func strictEnd(_ start: Int, _ limit: Int, _ tokens: [Token]) -> Int {
        var end = start
        var index = start
        while index < min(limit, start + tokensMax) {
            if tokens[index].isCapitalized {
                end = index + 1
            } else if end == start || !joins(tokens[index].form) {
                break
            }
            index += 1
        }
        return end
    }

    private static func looseSpan(_ start: Int, _ strictEnd: Int, _ limit: Int, _ tokens: [Token]) -> Span {
        guard strictEnd > start else { return Span(start, start + 1) }
        var end = strictEnd
        while end + 1 < limit, end - start < tokensMax {
            var next = end
            while next < limit, next - end < 2, joinsLoosely(tokens[next].lower) { next += 1 }
            guard next > end, next < limit, tokens[next].isCapitalized else { break }
            end = Self.strictEnd(next, limit, tokens)
        }
        return Span(start, end)
    }

    private static func joins(_ form: String) -> Bool {
        switch form {
        case "-", "&", "‑", "–": true
        default: false
        }
    }

    private static func joinsLoosely(_ word: String) -> Bool {
        switch word {
        case "of", "and", "for", "the", ",", "de", "on", "in", "&": true
        default: false
        }
    }

    private static func letterCase(_ tokens: ArraySlice<Token>) -> (isHeadline: Bool, isUpperCase: Bool) {
        var (words, capitalized, long, allCapitals) = (0, 0, 0, 0)
        for token in tokens where token.isWord {
            words += 1
            if token.isCapitalized { capitalized += 1 }
            if token.form.utf8.count > 3 {
                long += 1
                if token.isAllCapitals { allCapitals += 1 }
            }
        }
        let isUpperCase = words >= 3 && long > 0 && allCapitals == long && capitalized * 10 >= words * 8
        // A headline has no full stop; a sentence full of names has one.
        let endsWithStop = tokens.last?.form == "."
        return (isUpperCase || words >= 4 && !endsWithStop && capitalized * 10 >= words * 7, isUpperCase)
    }
}
