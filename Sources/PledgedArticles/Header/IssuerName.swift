/// Tells the name of a body that issues releases from a title.
enum IssuerName {
    /// True for up to nine capitalised words that name a ministry, bank, company or newspaper and hold no verb.
    static func matches(_ line: String) -> Bool {
        let words = line.split { $0.isWhitespace || $0 == "," }.map(String.init)
        guard (1...9).contains(words.count), line.utf8.count <= 90 else { return false }
        guard words.allSatisfy({ $0.first?.isLowercase != true || smallWords.contains($0) }) else { return false }
        guard !words.dropFirst().contains(where: isVerb) else { return false }
        let folded = words.map { $0.lowercased() }
        let opensWithBody = zip(folded, folded.dropFirst()).prefix(4).contains {
            bodies.contains($0) && ["of", "for"].contains($1)
        }
        return opensWithBody || folded.last.map(bodies.contains) == true
    }

    /// In a title the verb ends in s more often than not.
    private static func isVerb(_ word: String) -> Bool {
        let folded = word.lowercased()
        return folded.hasSuffix("s") && !folded.hasSuffix("ss") && !plurals.contains(folded) && !bodies.contains(folded)
    }

    private static let smallWords: Set<String> = ["of", "the", "and", "for", "on", "de", "in", "&", "–", "-", "at"]
    private static let bodies: Set<String> = [
        "ministry", "department", "office", "agency", "bank", "commission", "council", "bureau", "authority",
        "corporation",
        "inc", "inc.", "ltd", "ltd.", "group", "university", "foundation", "institute", "association", "newsroom",
        "news", "times",
        "weekly", "daily", "post", "journal", "herald", "gazette", "bulletin", "wire", "service", "secretariat",
        "government",
        "embassy", "company", "plc", "gmbh", "ag", "organization", "organisation", "union", "federation", "house",
        "centre", "center",
        "review", "limited", "board", "trust", "fund", "parliament", "cabinet", "affairs", "holdings", "newsletter",
        "digest",
        "directorate", "presidency", "chamber",
    ]
    private static let plurals: Set<String> = [
        "affairs", "sciences", "resources", "services", "communications", "relations", "nations", "sports", "mines",
        "works",
        "investments", "systems", "technologies", "partners", "industries", "economics", "ventures", "states",
        "railways", "ports",
        "airlines", "roads", "standards", "statistics", "fisheries", "forests", "semiconductors", "humanities", "arts",
        "logistics",
        "electronics", "materials", "minerals", "waters", "emirates", "netherlands", "philippines", "laos", "women's",
        "people's",
        "prisons", "veterans", "employers", "workers", "farmers", "physicians", "manufacturers", "engineers",
        "prospects", "matters",
    ]
}
