/// What a word's capitals tell of its dictionary form.
package enum WrittenCase: UInt64, Hashable, Sendable {
    /// Nothing: it has none, or has them for where it stands, at a sentence's start or among words all in capitals.
    case plain = 1
    /// A capital first: "Kazakh".
    case capital
    /// All capitals, a single letter included: "LNG".
    case capitals

    /// - Parameters:
    ///   - index: a token.
    ///   - tokens: all tokens.
    ///   - sentence: the tokens of its sentence.
    package init(_ index: Int, of tokens: [Token], in sentence: Range<Int>) {
        let token = tokens[index]
        guard token.isCapitalized else {
            self = .plain
            return
        }
        if token.isAllCapitals {
            self = Self.isLoud(index, of: tokens, in: sentence) ? .plain : .capitals
        } else if index == sentence.lowerBound {
            self = .plain
        } else {
            self = token.form.utf8.count == 1 ? .capitals : .capital
        }
    }

    /// Whether a neighbour is in capitals as well.
    package static func isLoud(_ index: Int, of tokens: [Token], in sentence: Range<Int>) -> Bool {
        index > sentence.lowerBound && tokens[index - 1].isAllCapitals
            || index + 1 < sentence.upperBound && tokens[index + 1].isAllCapitals
    }

    /// A word, given in lower case, so written.
    package func applied(to word: String) -> String {
        switch self {
        case .plain: word
        case .capital: word.prefix(1).uppercased() + word.dropFirst()
        case .capitals: word.uppercased()
        }
    }
}
