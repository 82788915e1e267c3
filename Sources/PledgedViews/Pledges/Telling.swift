internal import PledgedCore

/// What the matcher looks at in one telling of a pledge.
struct Telling: Hashable, Sendable {
    /// The position of the event that states it, and of its article.
    let position: Int64
    let article: Int64
    /// A party asking another for something is never what a party binds itself to.
    let isRequest: Bool
    let words: TellingWords
    let quantity: Quantity?
    let deadline: EDTFDate?
    let said: CalendarDate?

    /// How many of its words a telling is looked for by.
    static let keysMax = 6

    /// By which of its words, by which numbers and by what it counts others are found that may tell the same.
    ///
    /// Two tellings of one party that have none in common are never compared, and so are never one pledge.
    var keys: [String] {
        words.quote.words.filter { $0.weight > ContentWords.general }.prefix(Self.keysMax).map { "w:\($0.stem)" }
            + words.numbers.map { "n:\($0)" } + (quantity.map { ["u:\(PledgeMatcher.unit($0))"] } ?? [])
    }
}
