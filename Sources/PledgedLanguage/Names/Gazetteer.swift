/// Our lists of words and phrases, as a model holds them.
///
/// A ``FeatureTable`` over the hashes of folded words, chained for phrases; the payload is the 32 bits of the
/// ``WordClass``, and 1 << 47 where longer phrases begin so.
package struct Gazetteer: Sendable {
    static let section = "names.gazetteer"
    static let prefixMark: UInt64 = 1 << 47
    /// No phrase has more tokens.
    static let wordsMax = 8

    private let table: FeatureTable

    package init(_ model: ModelFile) throws(ModelError) { table = try FeatureTable(model.section(Self.section)) }

    static func key(_ word: UInt64) -> UInt64 { FeatureHash.mix(word, 0x6761_7A) }
    static func key(_ phrase: UInt64, then word: UInt64) -> UInt64 { FeatureHash.mix(phrase, word) }

    /// What the lists say of the whole phrase.
    package func classes(of span: Span, in document: Document) -> WordClass {
        guard !span.isEmpty, span.count <= Self.wordsMax else { return [] }
        var key = Self.key(document.features[span.start].folded)
        for token in span.range.dropFirst() { key = Self.key(key, then: document.features[token].folded) }
        return WordClass(rawValue: UInt32(truncatingIfNeeded: table.payload(key)))
    }

    /// What the lists say of each token of the document.
    func marks(_ document: Document) -> [GazetteerMarks] {
        var marks = [GazetteerMarks](repeating: GazetteerMarks(), count: document.tokens.count)
        for sentence in document.sentences {
            for token in sentence.span.range where !document.tokens[token].isPunctuation {
                mark(token, limit: sentence.span.end, document, &marks)
            }
        }
        return marks
    }

    private func mark(_ start: Int, limit: Int, _ document: Document, _ marks: inout [GazetteerMarks]) {
        let flags = document.tokens[start].flags
        var key = Self.key(document.features[start].folded)
        var payload = table.payload(key)
        guard payload != 0 else { return }
        var classes = WordClass(rawValue: UInt32(truncatingIfNeeded: payload))
        if !flags.contains(.capitalized) { classes.subtract(WordClass.capitalized) }
        if !flags.contains(.allCapitals) { classes.remove(.letters) }
        marks[start].words.formUnion(classes)
        var longest = (classes: classes.intersection(.phrases), end: start + 1)
        var end = start + 1
        while payload & Self.prefixMark != 0, end < limit, end - start < Self.wordsMax, flags.contains(.capitalized) {
            key = Self.key(key, then: document.features[end].folded)
            payload = table.payload(key)
            end += 1
            let classes = WordClass(rawValue: UInt32(truncatingIfNeeded: payload)).intersection(.phrases)
            if !classes.isEmpty { longest = (classes, end) }
        }
        guard !longest.classes.isEmpty else { return }
        let span = Span(start, longest.end)
        for token in span.range { marks[token].add(longest.classes, NameLabel.place(of: token, in: span)) }
    }
}

/// What the lists say of one token.
struct GazetteerMarks: Hashable, Sendable {
    /// What the word may be by itself.
    var words: WordClass = []
    /// The kinds of the longest phrases that hold it, eight bits for each place in them.
    private(set) var phrases: UInt32 = 0

    mutating func add(_ classes: WordClass, _ place: NameLabel.Place) {
        phrases |= (classes.rawValue & 0xFF) << UInt32(8 * place.rawValue)
    }

    /// Whether the token has this place in a phrase of one of these kinds.
    func holds(_ classes: WordClass, at place: NameLabel.Place) -> Bool {
        phrases >> UInt32(8 * place.rawValue) & classes.rawValue & 0xFF != 0
    }

    /// The kinds of phrases that begin with a token, or consist of it.
    static func kinds(_ phrases: UInt32) -> WordClass {
        let (first, only) = (phrases & 0xFF, phrases >> UInt32(8 * NameLabel.Place.only.rawValue) & 0xFF)
        return WordClass(rawValue: first | only)
    }
}
