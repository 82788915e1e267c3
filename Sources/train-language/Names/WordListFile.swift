import PledgedLanguage

/// Reads our lists: "[class]", then words and phrases between commas or line ends.
enum WordListFile {
    private static let classes: [String: WordClass] = [
        "title": .title, "title-part": .titlePart, "polite": .polite, "body": .body, "legal": .legal, "firm": .firm,
        "thing": .thing, "opener": .opener, "particle": .particle, "place-head": .placeHead, "calendar": .calendar,
        "speech": .speech, "common-letters": .commonLetters, "korean-family": [.koreanFamily, .familyFirst],
        "korean-syllable": .koreanSyllable,
        "family-first": .familyFirst, "place": .place, "organization": .organization, "letters": .letters,
        "unsure-country": .unsureCountry,
    ]

    /// - Throws: ``CorpusError`` with the line that is wrong.
    static func add(file: String, text: String, to gazetteer: inout GazetteerBuilder) throws(CorpusError) {
        var current: WordClass?
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasPrefix("[") {
                current = classes[String(line.dropFirst().dropLast())]
                guard current != nil else {
                    throw CorpusError(file: file, line: index + 1, reason: "'\(line)' is no class of words.")
                }
                continue
            }
            guard let current else { throw CorpusError(file: file, line: index + 1, reason: "Words before a class.") }
            for entry in line.split(separator: ",") {
                let words = entry.split(separator: " ").joined(separator: " ")
                if !words.isEmpty { gazetteer.add(words, current) }
            }
        }
    }
}
