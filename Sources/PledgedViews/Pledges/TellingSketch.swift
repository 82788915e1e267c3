/// The words of a telling as they are held against another's: hashes of stems in order, so that two are compared in one
/// pass over both.
///
/// It is read from ``TellingWords/text`` without making a string of any word: a party's next telling is held against
/// hundreds of earlier ones.
struct TellingSketch: Hashable, Sendable {
    struct Word: Hashable, Sendable {
        let stem: UInt64
        /// As of ``ContentWords/Word``.
        let weight: Int
    }

    /// The words of the quote, by stem.
    private(set) var words: [Word] = []
    /// The specific words of the sentence around it, in order.
    private(set) var context: [UInt64] = []
    /// The numbers of the quote.
    private(set) var numbers: [Double] = []
    /// The marks of the quote, as the text has them.
    private(set) var marks: UInt64 = 0
    /// Those but for "also".
    private(set) var ordinals: UInt64 = 0
    /// The weight of the quote's words.
    private(set) var weight = 0
    /// How many of the quote's words are specific, names among them; and how many are names.
    private(set) var specific = 0
    private(set) var names = 0
    /// What is counted; 0 where nothing is.
    private(set) var unit: UInt64 = 0
    /// By which of its words, by which numbers and by what it counts others are found that may tell the same.
    ///
    /// Two tellings of one party that have none in common are never compared, and so are never one pledge.
    private(set) var keys = TellingKeySet([])

    /// How many of its words a telling is looked for by.
    static let keysMax = 6

    /// - Parameters:
    ///   - text: as ``TellingWords/text`` gives it.
    ///   - hasQuantity: whether the telling gives a quantity at all, be it of nothing in particular.
    init(text: String, hasQuantity: Bool) {
        var part = 0
        var hash = TellingKeys.seed
        var isName = false
        var isEmpty = true
        var number: [UInt8] = []
        var keys: [UInt64] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "|"), UInt8(ascii: " "):
                if !isEmpty { take(part, hash, isName, number, &keys) }
                if byte == UInt8(ascii: "|") { part += 1 }
                (hash, isName, isEmpty) = (TellingKeys.seed, false, true)
                number.removeAll(keepingCapacity: true)
            case UInt8(ascii: "^") where isEmpty && part == 0: isName = true
            default:
                hash = TellingKeys.add(byte, to: hash)
                if part == 2 { number.append(byte) }
                isEmpty = false
            }
        }
        if !isEmpty { take(part, hash, isName, number, &keys) }
        if hasQuantity { keys.insert(TellingKeys.key(.unit, unit), at: 0) }
        self.keys = TellingKeySet(keys)
        words.sort { $0.stem < $1.stem }
        context.sort()
    }

    private mutating func take(
        _ part: Int,
        _ hash: UInt64,
        _ isName: Bool,
        _ number: [UInt8],
        _ keys: inout [UInt64]
    ) {
        switch part {
        case 0:
            let weight = isName ? ContentWords.name : ContentWords.weight(ofHash: hash)
            // They stand in the order in which they tell most.
            if weight > ContentWords.general, words.count < Self.keysMax { keys.append(TellingKeys.key(.word, hash)) }
            takeWord(hash, weight)
        case 1: context.append(hash)
        case 2:
            guard let value = Double(String(decoding: number, as: UTF8.self)) else { return }
            numbers.append(value)
            keys.append(TellingKeys.key(.number, value.bitPattern))
        case 3:
            marks = marks &* 31 &+ hash
            if hash != Self.also { ordinals = ordinals &* 31 &+ hash }
        case 5: unit = hash
        default: break
        }
    }

    private static let also = TellingKeys.hash(TellingWords.Mark.also.rawValue)

    private mutating func takeWord(_ stem: UInt64, _ weight: Int) {
        words.append(Word(stem: stem, weight: weight))
        self.weight += weight
        if weight >= ContentWords.specific { specific += 1 }
        if weight == ContentWords.name { names += 1 }
    }

    func shares(keysWith other: TellingSketch) -> Bool { keys.shares(with: other.keys) }

    /// How many hashes both of two lists have that are in order.
    static func shared(_ one: some RandomAccessCollection<UInt64>, _ other: some RandomAccessCollection<UInt64>) -> Int
    {
        var (i, j, count) = (one.startIndex, other.startIndex, 0)
        while i < one.endIndex, j < other.endIndex {
            if one[i] == other[j] { count += 1 }
            let (first, second) = (one[i], other[j])
            if first <= second { i = one.index(after: i) }
            if second <= first { j = other.index(after: j) }
        }
        return count
    }
}
