import PledgedLanguage

/// Which lists each word is on, whatever its case and diacritics.
struct Lexicon: Sendable {
    private var lists: [String: WordLists] = [:]

    /// - Throws: ``RuleFileError`` for a word before the first list and for a list that no code knows.
    init(_ files: [RuleFile]) throws(RuleFileError) {
        for file in files { try add(file) }
        addForms()
    }

    func lists(of token: Token) -> WordLists { lists[token.folded] ?? [] }

    func lists(of word: String) -> WordLists { lists[word] ?? [] }

    private mutating func add(_ file: RuleFile) throws(RuleFileError) {
        var list: WordLists?
        for (number, text) in file.meaningful {
            if text.first == "[", text.last == "]" {
                let name = String(text.dropFirst().dropLast())
                guard let known = WordLists.byName[name] else {
                    throw file.error(
                        number,
                        "'\(name)' is no list that the reader knows. Add it to WordLists, or cut it."
                    )
                }
                list = known
                continue
            }
            guard let list else { throw file.error(number, "Words before the first list. Write [list] above them.") }
            for word in Words.folded(text) { lists[word, default: []].formUnion(list) }
        }
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
