/// A run of letters, a run of digits, or one other character that is not white space.
struct Lexeme: Hashable, Sendable {
    enum Kind: Hashable, Sendable { case word, number, mark }

    let kind: Kind
    let text: String
    /// In bytes of the source text.
    let range: Range<Int>

    /// ASCII letters in lower case, for comparing with lists.
    var folded: String { text.lowercased() }

    /// True for a mark that is one of `marks`.
    func isMark(_ marks: String) -> Bool {
        guard kind == .mark, let mark = text.unicodeScalars.first else { return false }
        return marks.unicodeScalars.contains(mark)
    }

    /// The number, where it has at most eight digits.
    var number: Int? { kind == .number && text.utf8.count <= 8 ? Int(text) : nil }

    var isCapitalised: Bool { kind == .word && text.first?.isUppercase == true }

    /// In capitals throughout, and longer than one letter.
    var isUpperCase: Bool { kind == .word && text.count > 1 && text == text.uppercased() && text != text.lowercased() }

    static func lexemes(of text: SourceText, in range: Range<Int>) -> [Lexeme] {
        var (lexemes, index) = ([Lexeme](), range.lowerBound)
        while index < range.upperBound {
            guard let kind = kind(of: text.scalar(at: index)) else {
                index += width(of: text, at: index)
                continue
            }
            let start = index
            repeat { index += width(of: text, at: index) } while index < range.upperBound && goes(on: kind, text, index)
            lexemes.append(Lexeme(kind: kind, text: text.string(start..<index), range: start..<index))
        }
        return lexemes
    }

    private static func goes(on kind: Kind, _ text: SourceText, _ index: Int) -> Bool {
        let scalar = text.scalar(at: index)
        // A mark that combines belongs to the letter before it: names may come decomposed.
        if kind == .word, scalar.properties.generalCategory == .nonspacingMark { return true }
        return kind != .mark && self.kind(of: scalar) == kind
    }

    /// Nil for white space.
    private static func kind(of scalar: Unicode.Scalar) -> Kind? {
        if scalar.isSpace { return nil }
        if ("0"..."9").contains(scalar) { return .number }
        return scalar.isAlphabetic ? .word : .mark
    }

    private static func width(of text: SourceText, at index: Int) -> Int {
        switch text.bytes[index] {
        case ..<0x80: 1
        case ..<0xE0: 2
        case ..<0xF0: 3
        default: 4
        }
    }
}
