import PledgedLanguage

/// Learns which kinds of word each common word can be.
struct LexiconMaker {
    /// Words seen less often are left to the features of their form.
    private static let countMin = 8
    /// Words need to be seen so often to be certain.
    private static let certainCountMin = 40
    /// One in so many may be of another class, and the word is certain still.
    private static let strayShare = 1_000
    /// One in so many must be of a class for the class to count among a word's kinds.
    private static let kindShare = 50

    private var counts: [UInt64: [Int]] = [:]

    init() {}

    mutating func count(_ form: UInt64, _ answer: UInt8, weight: Int) {
        guard answer != TaggerFeatures.start else { return }
        counts[form, default: [Int](repeating: 0, count: 256)][Int(answer)] += weight
    }

    func entries() -> [UInt64: TaggerLexicon.Entry] {
        var entries: [UInt64: TaggerLexicon.Entry] = [:]
        var numbers: [[UInt8]: UInt16] = [:]
        for form in counts.keys.sorted() {
            guard let row = counts[form] else { continue }
            let total = row.reduce(0, +)
            guard total >= Self.countMin else { continue }
            let best = row.indices.max { (row[$0], $1) < (row[$1], $0) } ?? 0
            let isCertain = total >= Self.certainCountMin && (total - row[best]) * Self.strayShare < total
            let kinds = row.indices.filter { row[$0] * Self.kindShare > total }.map { UInt8($0) }
            let number = numbers[kinds] ?? UInt16(numbers.count + 1)
            numbers[kinds] = number
            entries[form] = TaggerLexicon.Entry(certain: isCertain ? UInt8(best + 1) : 0, kinds: number)
        }
        return entries
    }
}
