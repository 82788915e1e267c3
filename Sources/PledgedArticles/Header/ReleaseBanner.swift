/// The lines above a press release that are neither title nor text: "FOR IMMEDIATE RELEASE", "PRESS RELEASE NO:
/// 2024/058".
enum ReleaseBanner {
    static func matches(_ line: String) -> Bool {
        guard line.utf8.count <= bytesMax else { return false }
        // "European Commission - Press release"
        let parts = line.split { "|–—-".contains($0) }.map { Self.words(of: String($0)) }
        if parts.count == 2, parts.contains(where: phrases.contains) { return true }
        let words = Self.words(of: line)
        for phrase in phrases where words.starts(with: phrase) {
            // "Press release No 12" and "Embargoed until delivery", but not "Joint statement on chips".
            let rest = words.dropFirst(phrase.count)
            let mayGoOn = phrase.contains("release") || phrase.contains { $0.hasPrefix("embargo") }
            let isCounted = rest.contains { $0.contains(where: \.isNumber) }
            return rest.isEmpty || rest.count <= 4 && mayGoOn && !isTopic(rest) || rest.count <= 12 && isCounted
        }
        return false
    }

    /// True for "on chips" or "by the minister".
    private static func isTopic(_ rest: ArraySlice<String>) -> Bool {
        rest.first.map { ["on", "of", "from", "by", "about", "the"].contains($0) } ?? false
    }

    private static func words(of line: String) -> [String] {
        line.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    private static let bytesMax = 120
    private static let phrases: [[String]] = [
        "press releases", "news releases", "media releases", "statements", "latest news", "for immediate release",
        "for release", "for immediate publication", "press release", "news release",
        "media release",
        "media advisory", "media note", "media statement", "press statement", "press note", "press notice",
        "press communique",
        "press communiqué", "press information", "joint press release", "joint press statement", "joint statement",
        "news advisory",
        "embargo", "embargoed", "under embargo", "strictly embargoed", "not for release", "not for distribution",
        "not for publication",
        "immediate release", "fact sheet", "readout", "newsroom", "press office", "media office", "press center",
        "press centre",
        "submit release", "news provided by", "share this article", "skip to content", "advertisement", "min read",
        "listen to this",
    ].map { $0.split(separator: " ").map(String.init) }
}
