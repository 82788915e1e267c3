/// What a user typed, as an FTS5 query that is never a syntax error.
struct SearchExpression: Hashable {
    /// Nil where there is no word in it: it finds nothing.
    let fts: String?

    /// - Parameters:
    ///   - text: words, all of which must occur; "words in quotes" stand together.
    ///   - matchesBeginnings: whether "engineer" finds "engineers" as well.
    init(_ text: String, matchesBeginnings: Bool = false) {
        // Outside quotes are the even parts; a quote that is not closed reaches to the end.
        let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
        var phrases: [[Substring]] = []
        for (index, part) in parts.enumerated() {
            if index.isMultiple(of: 2) {
                phrases += part.split(whereSeparator: \.isWhitespace).map { Folding.words($0) }
            } else {
                phrases.append(Folding.words(part))
            }
        }
        let quoted = phrases.filter { !$0.isEmpty }
            .map { "\"\($0.joined(separator: " "))\"" + (matchesBeginnings ? " *" : "") }
        fts = quoted.isEmpty ? nil : quoted.joined(separator: " AND ")
    }
}
