/// What a document calls by the same words, without regard to case and diacritics, and what speaks for each kind.
struct PhraseTable {
    struct Entry: Hashable {
        /// Sums over the places where it was found; all 0 where it is only a part of other names.
        var scores = SIMD4<Int32>(repeating: 0)
        /// How often it was found by itself.
        var count = 0
        /// It is the family name, or the given name, of a person who was named in full.
        var isPersonPart = false
        /// It begins the name of an organisation.
        var isBodyPart = false
        /// It is short for common words.
        var isCommon = false
        /// Longer phrases begin so.
        fileprivate(set) var isPrefix = false

        /// The kind that most speaks for; nil where it was never found by itself.
        var kind: Name.Kind? {
            guard count > 0 else { return nil }
            var best = Name.Kind.person
            for kind in Name.Kind.allCases where scores[Int(kind.rawValue)] > scores[Int(best.rawValue)] { best = kind }
            return best
        }

        var isName: Bool { count > 0 || isPersonPart || isBodyPart }
    }

    /// Documents with more different names than this are read without the others.
    static let phrasesMax = 8192
    /// No phrase has more tokens.
    static let tokensMax = 16

    private let features: [WordFeatures]
    private var entries: [UInt64: Entry] = [:]

    init(_ features: [WordFeatures]) { self.features = features }

    subscript(span: Span) -> Entry? {
        guard span.count <= Self.tokensMax else { return nil }
        return entries[key(span)]
    }

    /// Changes the entry of the phrase, which is made if it is not there.
    mutating func update(_ span: Span, _ change: (inout Entry) -> Void) {
        guard !span.isEmpty, span.count <= Self.tokensMax, entries.count < Self.phrasesMax else { return }
        for end in span.range.dropFirst() { entries[key(Span(span.start, end)), default: Entry()].isPrefix = true }
        change(&entries[key(span), default: Entry()])
    }

    /// The longest phrase that begins at `start` and of which `isFit` approves.
    func longest(at start: Int, limit: Int, where isFit: (Span, Entry) -> Bool) -> (span: Span, entry: Entry)? {
        var key = Gazetteer.key(features[start].folded)
        var end = start + 1
        var longest: (span: Span, entry: Entry)?
        while let entry = entries[key] {
            let span = Span(start, end)
            if entry.isName, isFit(span, entry) { longest = (span, entry) }
            guard entry.isPrefix, end < limit, span.count < Self.tokensMax else { break }
            key = Gazetteer.key(key, then: features[end].folded)
            end += 1
        }
        return longest
    }

    private func key(_ span: Span) -> UInt64 {
        var key = Gazetteer.key(features[span.start].folded)
        for token in span.range.dropFirst() { key = Gazetteer.key(key, then: features[token].folded) }
        return key
    }
}
