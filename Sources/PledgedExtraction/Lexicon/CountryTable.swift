import PledgedLanguage

/// The states, by every name that news gives them.
struct CountryTable: Sendable {
    /// What a name says about a state.
    enum Use: Hashable, Sendable {
        case name, demonym
        /// A capital, or another seat, that may stand for its government.
        case seat
    }

    struct Entry: Hashable, Sendable {
        let country: String
        let use: Use
    }

    /// By folded words with single blanks between.
    private var entries: [String: Entry] = [:]
    /// The most words that a name has.
    private(set) var wordsMax = 1

    /// - Throws: ``RuleFileError`` for a line that has not its four columns.
    init(_ file: RuleFile) throws(RuleFileError) {
        for (number, text) in file.lines.enumerated() where !text.isEmpty && text.first != "#" {
            let columns = text.split(separator: "\t", omittingEmptySubsequences: false)
            guard columns.count == 4 else {
                throw file.error(
                    number + 1,
                    "\(columns.count) columns. Write name, further names, demonyms and seats, a tab between."
                )
            }
            let country = String(columns[0])
            add(columns[0], country, .name)
            for (column, use) in [(1, Use.name), (2, .demonym), (3, .seat)] {
                for name in columns[column].split(separator: ",") { add(name, country, use) }
            }
        }
    }

    func entry(_ words: some Sequence<String>) -> Entry? { entries[words.joined(separator: " ")] }

    /// The first to claim a name keeps it: names come before seats within a line, and lines in order.
    private mutating func add(_ name: Substring, _ country: String, _ use: Use) {
        let words = Words.tokens(name).map(\.folded)
        let key = words.joined(separator: " ")
        guard entries[key] == nil || use == .name else { return }
        entries[key] = Entry(country: country, use: use)
        wordsMax = max(wordsMax, words.count)
    }
}
