/// A file of rules or words: its name, for errors, and its lines.
struct RuleFile: Sendable {
    let name: String
    let lines: [Substring]

    init(name: String, text: String) {
        self.name = name
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    init(name: String, bytes: [UInt8]) { self.init(name: name, text: String(decoding: bytes, as: UTF8.self)) }

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
