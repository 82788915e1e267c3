/// A file of rules or words: its name, for errors, and its lines.
///
/// What its name ends in says what it holds: see ``Kind``.
public struct RuleFile: Sendable {
    /// What a file holds, by the ending of its name.
    enum Kind: String, Sendable, CaseIterable {
        /// Cue rules, each with its sentences.
        case rules
        /// Words, each under the list that it is on.
        case lexicon
        /// Parties, each with all the names that it goes by.
        case names
        /// Units of measure and currencies.
        case units
        /// States: name, further names, demonyms and seats, a tab between.
        case tsv
    }

    /// How many of a user's files are read.
    public static let countMax = 64
    /// Bytes of all of a user's files together.
    public static let bytesMax = 4 << 20

    public let name: String
    let lines: [Substring]

    /// - Parameters:
    ///   - name: without its folder; errors begin with it.
    ///   - bytes: UTF-8, with or without a byte-order mark, of any line ends; bytes that are none become U+FFFD, which a
    ///     reader refuses in the line that holds it.
    public init(name: String, bytes: [UInt8]) {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        self.init(
            name: name,
            text: String(decoding: bytes.starts(with: mark) ? bytes[3...] : bytes[...], as: UTF8.self)
        )
    }

    init(name: String, text: String) {
        self.name = name
        // In Swift a carriage return and the line feed behind it are one character.
        lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    }

    /// Nil where the name has another ending.
    var kind: Kind? {
        guard let dot = name.lastIndex(of: ".") else { return nil }
        return Kind(rawValue: String(name[name.index(after: dot)...]))
    }

    /// The lines that say something, each with its number, counted from 1.
    var meaningful: [(number: Int, text: Substring)] {
        lines.enumerated().compactMap { index, line in
            let text = line.trimmed
            return text.isEmpty || text.first == "#" ? nil : (index + 1, text)
        }
    }

    func error(_ line: Int, _ reason: String) -> RuleFileError {
        RuleFileError(file: name, line: line, reason: reason)
    }
}

extension Substring {
    /// Without blanks and tabs at both ends.
    var trimmed: Substring {
        var text = self
        while let first = text.first, first == " " || first == "\t" || first == "\r" { text.removeFirst() }
        while let last = text.last, last == " " || last == "\t" || last == "\r" { text.removeLast() }
        return text
    }
}
