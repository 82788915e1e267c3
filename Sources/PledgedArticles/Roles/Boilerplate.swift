/// Recognises the text that a release carries for its own sake: who the issuer is, whom to call, what lawyers want
/// said.
enum Boilerplate {
    enum Extent: Hashable {
        /// This passage alone.
        case passage
        /// This passage and all that follow.
        case rest
    }

    /// How far the boilerplate goes that begins with `passage`; nil where none does.
    static func extent(of passage: Passage, in text: SourceText) -> Extent? {
        let front = text.line(text.front(passage.range, countMax: 120))
        let line = MarkdownMarks.stripped(front)
        let isShort = passage.range.count <= headingBytesMax
        if isShort, isAbout(line, endsSentence: endsSentence(passage, in: text)) { return .rest }
        if opensAbout(line) { return .rest }
        let folded = line.lowercased()
        if sections.contains(where: { opens(folded, with: $0, isShort: isShort) }) { return .rest }
        if notices.contains(where: folded.hasPrefix) || isAddress(line) { return .passage }
        return nil
    }

    /// A mail or web address and nothing else.
    private static func isAddress(_ line: String) -> Bool {
        guard !line.utf8.contains(UInt8(ascii: " ")) else { return false }
        return line.utf8.contains(UInt8(ascii: "@")) || line.hasPrefix("http") || line.hasPrefix("www.")
    }

    private static func endsSentence(_ passage: Passage, in text: SourceText) -> Bool {
        SentenceEnd.ends(passage.range, in: text) && !text.string(text.back(passage.range, countMax: 8)).hasSuffix(":")
            && !SentenceEnd.endsInAbbreviation(passage.range, in: text)
    }

    /// True for a heading such as "About FPT" or "ABOUT THE BANK:", but not for "About 2,100 people came".
    private static func isAbout(_ line: String, endsSentence: Bool) -> Bool {
        let words = line.split(separator: " ")
        guard words.count > 1, words.count <= 12, words[0] == "About" || words[0] == "ABOUT", !endsSentence else {
            return false
        }
        return words[1].first?.isUppercase == true || words[1] == "the" || words[1] == "us"
    }

    /// True for "About FPT: Founded in 1988" and what follows.
    private static func opensAbout(_ line: String) -> Bool {
        guard line.hasPrefix("About ") || line.hasPrefix("ABOUT "), let colon = line.firstIndex(of: ":") else {
            return false
        }
        let words = line[..<colon].split(separator: " ").dropFirst()
        return (1...8).contains(words.count) && words.first?.first?.isUppercase == true
    }

    /// A section's name by itself, or before a colon.
    private static func opens(_ folded: String, with name: String, isShort: Bool) -> Bool {
        guard folded.hasPrefix(name) else { return false }
        let rest = folded.dropFirst(name.count)
        guard let next = rest.first else { return true }
        if next == ":" { return true }
        return isShort && longNames.contains(name) && !next.isLetter
    }

    private static let headingBytesMax = 110
    private static let sections = [
        "notes to editors", "note to editors", "notes to editor", "notes for editors", "editor's note", "editors' note",
        "editor’s note",
        "contact", "contacts", "media contact", "media contacts", "press contact", "press contacts",
        "contact information",
        "contact details", "for media enquiries", "for media inquiries", "media enquiries", "media inquiries",
        "media relations",
        "press office", "press enquiries", "press inquiries", "for more information", "for further information",
        "for enquiries",
        "further information", "more information", "for more information, contact", "investor relations",
        "investor contact",
        "forward-looking statements", "forward looking statements", "cautionary statement", "safe harbor statement",
        "safe harbor",
        "disclaimer", "legal notice", "related links", "related stories", "related articles", "read more", "read next",
        "media contact(s)",
    ]
    private static let longNames: Set<String> = [
        "for more information", "for further information", "for media enquiries", "for media inquiries",
        "notes to editors",
        "media contact", "press contact", "media contacts", "press contacts", "cautionary statement",
        "forward-looking statements",
    ]
    private static let notices = [
        "©", "(c) ", "copyright ", "all rights reserved", "our standards:", "sign up ", "subscribe ", "follow us",
        "share this",
        "for more information, ", "for further information, ", "for more information visit", "the views expressed",
        "this material may not",
        "read more:", "related:", "click here", "download the", "terms of use", "print this", "view original content",
    ]
}
