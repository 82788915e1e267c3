internal import PledgedCore

/// What a telling says, in the form in which it is held against others; a column keeps its text.
struct TellingWords: Hashable, Sendable {
    /// The words of the quote.
    let quote: ContentWords
    /// Specific words of the sentence around it, by which two tellings in few words may know each other.
    let context: ContentWords
    /// The numbers of the quote, old ones ("instead of 5,000") among them.
    let numbers: [Double]
    /// Whether it says that it is about a further one: "second", "another", "also".
    let marks: [Mark]
    /// What the party may be called elsewhere, beside the names by which it is known: the first word of an organisation's
    /// name, and its initials.
    let callings: [String]
    /// What is counted, as ``PledgeMatcher/unit(_:)`` has it; empty where nothing is.
    let unit: String

    enum Mark: String, Hashable, Sendable {
        case ordinal, also, another
    }

    /// Words of the sentence that count at most.
    static let contextMax = 12

    /// - Parameters:
    ///   - pledge: the telling.
    ///   - text: the article's text in UTF-8, in which its anchor lies.
    ///   - parties: who is bound by it.
    ///   - vocabulary: remembers words.
    init(
        _ pledge: Pledge,
        in text: [UInt8],
        by parties: [PartyWords],
        _ vocabulary: Vocabulary = Vocabulary()
    ) {
        let names = parties.map(\.words)
        var found: Set<Mark> = []
        let quote = ContentWords(pledge.anchor.quote, without: names, vocabulary) { found.insert($0) }
        self.quote = quote
        let sentence = Self.sentence(around: pledge.anchor.span, in: text)
        let around = ContentWords(sentence, without: names, vocabulary).words.lazy
            .filter { word in
                word.weight >= ContentWords.specific && !quote.words.contains { $0.stem == word.stem }
            }
        context = ContentWords(
            around.prefix(Self.contextMax).map { ContentWords.Word(stem: $0.stem, weight: ContentWords.specific) }
        )
        var numbers = TellingNumbers.all(in: pledge.anchor.quote)
        if let value = pledge.quantity?.value, !numbers.contains(value) { numbers.append(value) }
        self.numbers = numbers.sorted()
        marks = found.sorted { $0.rawValue < $1.rawValue }
        callings = parties.flatMap(\.callings)
        unit = pledge.quantity.map(vocabulary.unit) ?? ""
    }

    /// Reads ``text``.
    init(text: String) {
        let parts = text.split(separator: "|", omittingEmptySubsequences: false)
        func part(_ index: Int) -> Substring { index < parts.count ? parts[index] : "" }
        quote = ContentWords(text: part(0))
        context = ContentWords(text: part(1))
        numbers = part(2).split(separator: " ").compactMap { Double($0) }
        marks = part(3).split(separator: " ").compactMap { Mark(rawValue: String($0)) }
        callings = part(4).split(separator: " ").map(String.init)
        unit = String(part(5))
    }

    /// As a column keeps it: words, context, numbers, marks, callings, unit.
    var text: String {
        [
            quote.text, context.text, numbers.map { "\($0)" }.joined(separator: " "),
            marks.map(\.rawValue).joined(separator: " "), callings.joined(separator: " "), unit,
        ].joined(separator: "|")
    }

    static func mark(of word: String) -> Mark? { marking[word] }

    private static let marking: [String: Mark] = [
        "second": .ordinal, "third": .ordinal, "also": .also, "another": .another, "more": .another,
        "additional": .another,
        "further": .another, "other": .another, "others": .another, "smaller": .another, "separate": .another,
    ]

    /// The sentence that holds `span`, or the paragraph where no full stop ends it.
    private static func sentence(around span: TextSpan, in bytes: [UInt8]) -> String {
        guard span.end <= bytes.count else { return "" }
        func isEnd(_ index: Int) -> Bool {
            if bytes[index] == UInt8(ascii: "\n") { return true }
            return bytes[index] == UInt8(ascii: ".") && index + 1 < bytes.count
                && (bytes[index + 1] == UInt8(ascii: " ") || bytes[index + 1] == UInt8(ascii: "\n"))
        }
        var (start, end) = (span.start, span.end)
        while start > 0, !isEnd(start - 1) { start -= 1 }
        while end < bytes.count, !isEnd(end) { end += 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// Under what the party may be found that is called so: an acronym by its initials, initials by their acronym, a first
    /// word by the same.
    static func counterpart(of calling: String) -> String {
        if calling.hasPrefix("acronym:") { return "initials:\(calling.dropFirst(8))" }
        if calling.hasPrefix("initials:") { return "acronym:\(calling.dropFirst(9))" }
        return calling
    }

    /// What `party`, an organisation, may be called beside its names.
    static func callings(of party: NamedActor) -> [String] {
        var callings: [String] = []
        for name in party.names {
            let key = NameKey(name)
            if NameKey.isAcronym(name) { callings.append("acronym:\(key.text)") }
            guard let first = key.words.first else { continue }
            if first.utf8.count > 3, !common.contains(first) { callings.append("first:\(first)") }
            let initials = key.words.filter { !["of", "and", "the", "for"].contains($0) }.compactMap(\.first)
            if initials.count > 2 { callings.append("initials:\(String(initials))") }
        }
        return Set(callings).sorted()
    }

    /// Words with which the names of many organisations begin.
    private static let common: Set<Substring> = [
        "ministry", "national", "state", "international", "bank", "university", "department", "central", "world",
        "european",
        "united", "general", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "royal",
        "people", "peoples", "federal", "council", "committee", "city", "government", "office", "institute",
        "association",
        "federation", "agency", "commission", "supreme", "american", "british", "asian", "african", "pacific", "first",
        "saint", "union", "free", "global", "public", "defence", "foreign",
    ]
}
