internal import PledgedCore

/// What the matcher looks at in one telling of a pledge.
struct Telling: Hashable, Sendable {
    /// The position of the event that states it.
    let position: Int64
    /// One party asking another for something is never what a party binds itself to.
    let isRequest: Bool
    let words: ContentWords
    let quantity: Quantity?
    let deadline: EDTFDate?
    let said: CalendarDate?

    /// How many of its words a telling is looked for by.
    static let keysMax = 4

    /// By which of its words, and by which number, others are found that may tell the same.
    ///
    /// Two tellings of one party that have none in common are never compared, and so are never one pledge.
    var keys: [String] {
        var keys = words.words.filter { $0.weight > 1 }.prefix(Self.keysMax).map { "w:\($0.stem)" }
        if let quantity { keys.append("n:\(Self.number(quantity.value))") }
        return keys
    }

    private static func number(_ value: Double) -> String { "\(value)" }
}
