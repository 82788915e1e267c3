/// Who wrote the story: "By Claire Nakagawa", "By X, Reuters".
struct Byline: Hashable, Sendable {
    /// The writers as written.
    let names: String
    /// The agency beside the names.
    let agency: String?

    /// Reads a line that begins with "By", or that is a name and a job; nil for any other.
    init?(_ line: String) {
        if Self.isNameAndJob(line) {
            self.init(naming: line)
            return
        }
        let isOpen = line.hasPrefix("(By ") && line.hasSuffix(")")
        let content = isOpen ? line.dropFirst().dropLast() : line.drop { "*_".contains($0) }
        guard content.utf8.count <= Self.bytesMax, ["By ", "BY ", "by "].contains(content.prefix(3)) else { return nil }
        let rest = content.dropFirst(3).filter { $0 != "*" && $0 != "_" }
        guard let first = rest.first, first.isUppercase, !rest.contains(where: \.isNumber), !rest.hasSuffix("."),
            rest.split(separator: " ").count <= Self.wordsMax, Self.isNameList(rest)
        else { return nil }
        self.init(naming: rest)
    }

    /// Reads what follows "By", or the value of an author field.
    init(naming text: String) {
        let value = text.hasPrefix("By ") ? String(text.dropFirst(3)) : text
        let parts = value.split { ",|/–—;".contains($0) }.map {
            $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        .filter { !$0.isEmpty }
        agency = parts.first(where: NewsAgency.isKnown) ?? Self.outlet(in: parts) ?? Self.employer(in: value)
        names = Self.withoutPlace(Self.withoutJob(parts, of: value))
    }

    /// Adds the agency, or else the names, to `evidence`.
    func add(to evidence: inout HeaderEvidence) {
        evidence.add(source: agency ?? names, from: .byline)
    }

    /// "Jane Doe, Metro Daily": a name after the comma that is no job and no further writer.
    private static func outlet(in parts: [String]) -> String? {
        guard parts.count == 2, let last = parts.last, isOutlet(last) else { return nil }
        return last
    }

    private static func isOutlet(_ name: String) -> Bool {
        let words = name.split(separator: " ")
        return !isJob(name)
            && (NewsAgency.isAbbreviation(name) || words.contains { outletWords.contains($0.lowercased()) })
    }

    /// "Jane Doe of The Associated Press", "Jane Doe for Reuters".
    private static func employer(in value: String) -> String? {
        for joint in [" of ", " for "] {
            let parts = value.split(separator: joint)
            if parts.count == 2, NewsAgency.isKnown(String(parts[1])) { return String(parts[1]) }
        }
        return nil
    }

    private static func withoutJob(_ parts: [String], of value: String) -> String {
        parts.count > 1 && parts.dropFirst().contains(where: isJob) ? parts[0] : value
    }

    private static func withoutPlace(_ value: String) -> String {
        value.split(separator: " in ").first.map(String.init) ?? value
    }

    private static func isJob(_ name: String) -> Bool {
        name.lowercased().split(separator: " ").contains { jobWords.contains(String($0)) }
    }

    /// Names are capitalised words; a sentence that begins with "By" has others.
    private static func isNameList(_ text: String) -> Bool {
        let words = text.split { $0 == " " || $0 == "," }.map(String.init)
        let small = words.filter { $0.first?.isUppercase == false && !joints.contains($0) && !jobWords.contains($0) }
        return small.isEmpty
    }

    /// True for "Ada Menk, staff writer".
    private static func isNameAndJob(_ line: String) -> Bool {
        let parts = line.split(separator: ",")
        guard parts.count == 2, let last = parts.last, line.utf8.count <= 80 else { return false }
        let names = parts[0].split(separator: " ")
        return (2...4).contains(names.count) && names.allSatisfy { $0.first?.isUppercase == true }
            && isJob(String(last))
            && last.split(separator: " ").count <= 5
    }

    private static let bytesMax = 160
    private static let wordsMax = 16
    private static let joints: Set<String> = [
        "and", "&", "of", "for", "in", "the", "de", "van", "von", "der", "al", "bin", "da", "|", "–", "—", "/", "at",
        "with",
    ]
    private static let jobWords: Set<String> = [
        "writer", "writers", "staff", "reporter", "reporters", "correspondent", "correspondents", "editor", "bureau",
        "contributor", "journalist", "columnist", "senior", "chief", "political", "business", "technology", "science",
    ]
    private static let outletWords: Set<String> = [
        "news", "times", "post", "daily", "herald", "tribune", "journal", "press", "wire", "weekly", "gazette", "today",
        "agency",
        "network", "review", "star", "mail", "telegraph", "guardian", "observer", "standard", "globe", "express",
        "mirror", "sun",
    ]
}
