/// Groups a document's tokens into sentences; none crosses the border of a block.
///
/// A sentence ends at ".", "!", "?" or "…", together with the quotes and brackets that close behind it, where what
/// follows can open a sentence; after an abbreviation only where a word follows that opens sentences as a rule. Line
/// breaks inside a paragraph count as spaces, empty lines as borders.
public struct SentenceSplitter: Annotator {
    public var requires: Set<Layer> { [.tokens] }
    public var provides: Layer { .sentences }

    public init() {}

    public func annotate(_ document: inout Document) {
        var sentences: [Sentence] = []
        let tokens = document.tokens
        var token = 0
        for (index, block) in document.blocks.enumerated() {
            let first = token
            while token < tokens.count, tokens[token].bytes.lowerBound < block.upperBound { token += 1 }
            Self.split(tokens, first..<token) { sentences.append(Sentence(span: $0, block: index)) }
        }
        document.sentences = sentences
    }

    private static func split(_ tokens: [Token], _ range: Range<Int>, found: (Span) -> Void) {
        var start = range.lowerBound
        var index = start
        while index < range.upperBound {
            var next = index + 1
            if let stop = Stop(tokens[index]) {
                while next < range.upperBound, closes(tokens[next], after: tokens[next - 1]) { next += 1 }
                if stop == .full { next = referenceEnd(tokens, next, limit: range.upperBound) }
                if next < range.upperBound, !stop.ends(before: next, of: tokens, limit: range.upperBound) {
                    index = next
                    continue
                }
                found(Span(start, next))
                start = next
            } else if next < range.upperBound, isBorder(tokens[index], tokens[next]) {
                found(Span(start, next))
                start = next
            }
            index = next
        }
        if start < range.upperBound { found(Span(start, range.upperBound)) }
    }

    /// Whether a sentence ends between two tokens without any stop: at an empty line, and on both sides of a rule that
    /// is drawn with marks.
    private static func isBorder(_ token: Token, _ next: Token) -> Bool {
        next.has(.emptyLineBefore) || isRule(next) || (isRule(token) && next.isCapitalized)
    }

    private static func isRule(_ token: Token) -> Bool {
        guard token.isPunctuation, token.bytes.count >= ruleMin, let mark = token.form.utf8.first else { return false }
        return rules.contains(mark) && token.form.utf8.allSatisfy { $0 == mark }
    }

    /// A shorter run is a dash.
    private static let ruleMin = 5
    private static let rules = Array("-=*_~".utf8)

    /// The end of the references behind a stop: a number in brackets, or one close to the stop; `next` where none are.
    private static func referenceEnd(_ tokens: [Token], _ next: Int, limit: Int) -> Int {
        var end = next
        while end + 2 < limit, tokens[end].form == "[", tokens[end + 1].isNumber, tokens[end + 2].form == "]",
            !tokens[end].has(.emptyLineBefore)
        {
            end += 3
        }
        if end == next, end + 1 < limit, tokens[end].isNumber, !tokens[end].has(.spaceBefore),
            tokens[end + 1].isCapitalized, tokens[end + 1].has(.spaceBefore)
        {
            end += 1
        }
        return end
    }

    /// Whether the token goes with the stop before it: a closing quote or bracket, or one stop more.
    private static func closes(_ token: Token, after previous: Token) -> Bool {
        guard token.isPunctuation, !token.has(.emptyLineBefore) else { return false }
        switch token.form {
        case "”", "’", "»", ")", "]", "}", "''": return true
        case "\"", "'", ".", "!", "?", "...", "…": return !token.has(.spaceBefore)
        default: return false
        }
    }
}

/// A token that may end a sentence, and how surely.
private enum Stop {
    case full, ellipsis, abbreviation, face

    init?(_ token: Token) {
        if token.has(.abbreviation) {
            self = .abbreviation
            return
        }
        guard token.isPunctuation else { return nil }
        switch token.form.utf8.first {
        // ":)" and its like.
        case UInt8(ascii: ":") where token.bytes.count > 1, UInt8(ascii: ";") where token.bytes.count > 1: self = .face
        case UInt8(ascii: "."): self = token.form == "." ? .full : .ellipsis
        case UInt8(ascii: "!"), UInt8(ascii: "?"): self = .full
        case 0xE2 where token.form == "…": self = .ellipsis
        // The ideographic stop.
        case 0xE3 where token.form == "。": self = .full
        default: return nil
        }
    }

    func ends(before next: Int, of tokens: [Token], limit: Int) -> Bool {
        let token = tokens[next]
        if token.has(.emptyLineBefore) { return true }
        // "chips.The": a missing space is no reason to read on; "?”, he said" and "3.5.2" are.
        guard token.has(.spaceBefore) || token.isCapitalized else { return false }
        // Look through quotes and brackets that open.
        var word = next
        while word + 1 < limit, tokens[word].isPunctuation, Self.opens(tokens[word]) { word += 1 }
        let opener = tokens[word]
        switch self {
        case .full:
            if opener.isWord { return opener.isCapitalized || (word == next && Self.isHasty(tokens, next)) }
            return opener.has(.digits) || Self.opensLine(opener)
        case .ellipsis, .face: return opener.isCapitalized
        case .abbreviation:
            return opener.isCapitalized && WordLists.sentenceOpeners.contains(opener.lower)
                && !Self.neverEnds(tokens[next - 1])
        }
    }

    /// Whether the full stop right before a small letter ends a sentence all the same, as where people write in haste:
    /// the word before it can be no abbreviation that we do not know.
    private static func isHasty(_ tokens: [Token], _ next: Int) -> Bool {
        guard next >= 2, tokens[next - 1].form == "." else { return false }
        let last = tokens[next - 2]
        return last.bytes.count > hastyMin && (!last.isCapitalized || last.bytes.count > 2 * hastyMin)
    }

    /// Abbreviations have hardly more bytes.
    private static let hastyMin = 3

    private static func opens(_ token: Token) -> Bool {
        switch token.form {
        case "\"", "“", "‘", "'", "«", "(", "[", "``": true
        default: false
        }
    }

    /// A bullet or a dash begins a line of its own.
    private static func opensLine(_ token: Token) -> Bool { token.has(.lineBefore) }

    /// Titles and the like stand before names.
    private static func neverEnds(_ token: Token) -> Bool { titles.contains(token.lower) }

    private static let titles: Set<String> = [
        "mr.", "mrs.", "ms.", "dr.", "prof.", "gen.", "col.", "lt.", "sgt.", "capt.", "maj.", "adm.", "sen.", "rep.",
        "gov.", "rev.", "hon.", "st.", "mt.", "ft.", "no.", "nos.", "vs.", "fig.", "e.g.", "i.e.", "messrs.", "brig.",
        "pres.", "cmdr.",
    ]
}
