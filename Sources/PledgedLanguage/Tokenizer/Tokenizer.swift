/// Cuts a text into words, numbers and marks of punctuation, in the manner of Universal Dependencies.
///
/// Every byte of a block that is not white space lies in exactly one token. Contractions are two tokens ("do" "n't"),
/// hyphenated words three, but for prefixes ("non-profit"); a sum is currency and number ("US$" "8.1"); an abbreviation
/// keeps its stop; an e-mail address, a link, an ISO date and a clock time are one token each.
public struct Tokenizer: Annotator {
    public var requires: Set<Layer> { [] }
    public var provides: Layer { .tokens }

    public init() {}

    public func annotate(_ document: inout Document) {
        // English prose has about one token for five bytes.
        var tokens: [Token] = []
        tokens.reserveCapacity(document.bytes.count / 5 + 8)
        var forms = WordForms()
        for block in document.blocks {
            var scanner = TokenScanner(document.bytes, block)
            while let next = scanner.next() {
                tokens.append(forms.token(document.bytes, next.range, next.placed))
            }
        }
        document.tokens = tokens
    }
}
