import PledgedLanguage

/// Reads one pattern: words, ~lemmas, [classes], alternatives, {} and "..", with "?" and "*".
struct CuePatternParser {
    private let file: RuleFile
    private let number: Int

    init(_ file: RuleFile, _ number: Int) {
        self.file = file
        self.number = number
    }

    func pattern(_ text: Substring) throws(RuleFileError) -> [CueElement] {
        var elements: [CueElement] = []
        for part in text.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
            // "to rapidly build": an adverb may always split "to" and its verb.
            if part == "[verb]", elements.last?.shape == .words(["to"]) {
                elements.append(CueElement(shape: .kind(.adverb), count: .optional))
            }
            elements += try self.elements(part)
        }
        let first = elements.first { $0.shape != .anchor }
        guard let first, first.shape != .gap, first.shape != .addressee else {
            throw file.error(number, "A pattern must begin with a word or a class. Put one before '..' or '{}'.")
        }
        return elements
    }

    private func elements(_ part: Substring) throws(RuleFileError) -> [CueElement] {
        var part = part
        var count = CueElement.Count.once
        if part.count > 1, let last = part.last, last == "?" || last == "*" {
            count = last == "?" ? .optional : .any
            part.removeLast()
        }
        switch part {
        case "..": return [CueElement(shape: .gap)]
        case "{}": return [CueElement(shape: .addressee)]
        case ">": return [CueElement(shape: .anchor)]
        default: break
        }
        if part.first == "[", part.last == "]" {
            let name = String(part.dropFirst().dropLast())
            guard let kind = CueElement.Class(rawValue: name) else {
                let known = CueElement.Class.allCases.map(\.rawValue).joined(separator: ", ")
                throw file.error(number, "[\(name)] is no class. Write one of \(known).")
            }
            return [CueElement(shape: .kind(kind), count: count)]
        }
        return try words(part, count)
    }

    private func words(_ part: Substring, _ count: CueElement.Count) throws(RuleFileError) -> [CueElement] {
        var set: Set<String> = []
        for word in part.split(separator: "|") {
            if word.first == "'" {
                set.insert(String(word))
                continue
            }
            guard word.first == "~" else {
                let tokens = Words.tokens(word)
                if tokens.count > 1, !part.contains("|") {
                    return tokens.map { CueElement(shape: .words([$0.folded])) }
                }
                guard tokens.count == 1 else {
                    throw file.error(number, "'\(word)' is more than one word. Write it by itself, without '|'.")
                }
                set.insert(tokens[0].folded)
                continue
            }
            let pieces = Words.tokens(word.dropFirst())
            guard pieces.count == 1 else {
                throw file.error(number, "'\(word)' is more than one word. Put '~' before the verb alone.")
            }
            set.formUnion(Inflection.forms(of: pieces[0].folded))
        }
        return [CueElement(shape: .words(set), count: count)]
    }
}
