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
        let file: String
        /// Counted from 1.
        let line: Int
    }

    /// By folded words with single blanks between.
    private var entries: [String: Entry] = [:]
    /// The most words that a name has.
    private(set) var wordsMax = 1

    /// - Throws: ``RuleFileError`` for a line that has not its four columns.
    init(_ file: RuleFile) throws(RuleFileError) { try add(file) }

    /// Adds the states of a further file, or further names to those that are known.
    ///
    /// - Throws: ``RuleFileError`` for a line that has not its four columns.
    mutating func add(_ file: RuleFile) throws(RuleFileError) {
        for (number, text) in file.lines.enumerated() where !text.trimmed.isEmpty && text.first != "#" {
            let columns = text.split(separator: "\t", omittingEmptySubsequences: false)
            guard columns.count == 4 else {
                throw file.error(
                    number + 1,
                    "\(columns.count) columns. Write name, further names, demonyms and seats, a tab between."
                )
            }
            let country = String(columns[0])
            let line = number + 1
            func entry(_ use: Use) -> Entry { Entry(country: country, use: use, file: file.name, line: line) }
            add(columns[0], entry(.name))
            for (column, use) in [(1, Use.name), (2, .demonym), (3, .seat)] {
                for name in columns[column].split(separator: ",") { add(name, entry(use)) }
            }
        }
    }

    func entry(_ words: some Sequence<String>) -> Entry? { entries[words.joined(separator: " ")] }

    /// The first to claim a name keeps it: names come before seats within a line, and lines in order.
    private mutating func add(_ name: Substring, _ entry: Entry) {
        let words = Words.tokens(name).map(\.folded)
        let key = words.joined(separator: " ")
        guard entries[key] == nil || entry.use == .name else { return }
        entries[key] = entry
        wordsMax = max(wordsMax, words.count)
    }
}
