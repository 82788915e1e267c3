import PledgedLanguage

/// Which lists each word is on, whatever its case and diacritics.
struct Lexicon: Sendable {
    private var lists: [String: WordLists] = [:]
    /// By word: where it was put on which list first.
    private var places: [String: [Place]] = [:]

    /// A line that puts a word on a list.
    struct Place: Hashable, Sendable {
        let list: String
        let file: String
        /// Counted from 1.
        let line: Int
    }

    /// - Parameters:
    ///   - files: what is built in.
    ///   - userFiles: what a user adds, in which every word must be one that can be found.
    /// - Throws: ``RuleFileError`` for a word before the first list and for a list that no code knows.
    init(_ files: [RuleFile], adding userFiles: [RuleFile] = []) throws(RuleFileError) {
        for file in files { try add(file, isStrict: false) }
        for file in userFiles { try add(file, isStrict: true) }
        addForms()
    }

    func lists(of token: Token) -> WordLists { lists[token.folded] ?? [] }

    /// Where the folded word is put on one of these lists; nil where it is on none.
    func place(of word: String, on lists: WordLists) -> Place? {
        places[word]?.first { place in WordLists.byName[place.list].map { lists.contains($0) } ?? false }
    }

    func lists(of word: String) -> WordLists { lists[word] ?? [] }

    private mutating func add(_ file: RuleFile, isStrict: Bool) throws(RuleFileError) {
        var list: WordLists?
        var name = ""
        for (number, text) in file.meaningful {
            if text.first == "[", text.last == "]" {
                name = String(text.dropFirst().dropLast())
                guard let known = WordLists.byName[name] else {
                    throw file.error(
                        number,
                        "'\(name)' is no list. Write one of \(WordLists.names.joined(separator: ", "))."
                    )
                }
                list = known
                continue
            }
            guard let list else { throw file.error(number, "Words before the first list. Write [list] above them.") }
            for word in isStrict ? try Self.words(text, number, file) : Words.folded(text) {
                lists[word, default: []].formUnion(list)
                places[word, default: []].append(Place(list: name, file: file.name, line: number))
            }
        }
    }

    private static func words(_ text: Substring, _ number: Int, _ file: RuleFile) throws(RuleFileError) -> [String] {
        var words: [String] = []
        for word in text.split(whereSeparator: \.isWhitespace) { words.append(try Words.single(word, number, file)) }
        return words
    }

    /// Verbs are listed in their base form.
    private mutating func addForms() {
        for word in lists.filter({ $0.value.contains(.say) }).keys.sorted() {
            for form in Inflection.forms(of: word) { lists[form, default: []].formUnion([.say, .verbForm]) }
        }
        for word in lists.filter({ !$0.value.isDisjoint(with: [.verb, .mental]) }).keys.sorted() {
            for form in Inflection.forms(of: word) where form != word && !form.hasSuffix("ing") {
                lists[form, default: []].formUnion(.verbForm)
            }
        }
    }
}
