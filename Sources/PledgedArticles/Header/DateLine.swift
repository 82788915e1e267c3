/// A line that states when the story appeared, and little else: "Friday, December 1, 2023", "Hanoi, 10 July 2024",
/// "Xinhua | Updated: 2024-07-10 08:15".
struct DateLine: Hashable, Sendable {
    private(set) var date: StatedDate
    private(set) var isUpdate = false
    private(set) var place: String?
    private(set) var source: String?
    private(set) var byline: Byline?

    init?(_ text: SourceText, in passage: Range<Int>) {
        guard passage.count <= Self.bytesMax else { return nil }
        let lexemes = Lexeme.lexemes(of: text, in: passage)
        let findings = DateScanner(lexemes: lexemes).findings()
        guard let finding = findings.first else { return nil }
        date = finding.date
        let dated = Set(findings.flatMap(\.lexemes))
        isUpdate =
            lexemes[..<finding.lexemes.lowerBound].contains { Self.updateWords.contains($0.folded) }
            && !lexemes.contains { $0.folded.hasPrefix("publish") || $0.folded == "posted" }
        let rest = lexemes.indices.filter { !dated.contains($0) && !Self.isFiller(lexemes, $0) }
        guard !rest.isEmpty else { return }
        let line = text.line(passage)
        if let parts = Self.parts(of: line) {
            guard parts.allSatisfy({ $0.utf8.count <= Self.partBytesMax }) else { return nil }
            read(parts)
        } else if !readByline(line) {
            guard readPlace(rest, finding, lexemes, in: text) else { return nil }
        }
    }

    /// Adds what the line says to `evidence`.
    func add(to evidence: inout HeaderEvidence) {
        evidence.add(date, from: isUpdate ? .updateLine : .line)
        if let place { evidence.suggest(place: place) }
        if let source { evidence.add(source: source, from: .field) }
        byline?.add(to: &evidence)
    }

    /// What stands between bars and dots; nil where the line has none.
    private static func parts(of line: String) -> [String]? {
        guard line.unicodeScalars.contains(where: isBar) else { return nil }
        let parts = line.split { "|•·".contains($0) }.map {
            $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        return parts.count > 1 ? parts : nil
    }

    private static func isBar(_ scalar: Unicode.Scalar) -> Bool { scalar == "|" || scalar == "•" || scalar == "·" }

    private mutating func read(_ parts: [String]) {
        for part in parts {
            if let field = HeaderField(part), field.meaning == .source {
                source = source ?? field.value
            } else if NewsAgency.isKnown(part) {
                source = source ?? part
            } else if let found = Byline(part) {
                byline = byline ?? found
            } else if KnownPlaces.contains(part) {
                place = place ?? part
            }
        }
    }

    /// "Posted On: 10 JUL 2024 4:30PM by PIB Delhi".
    private mutating func readByline(_ line: String) -> Bool {
        for joint in [" by ", " By "] where line.utf8.holds(joint.utf8) {
            let parts = line.split(separator: joint)
            if parts.count == 2, let found = Byline("By " + parts[1]) {
                byline = found
                return true
            }
        }
        return false
    }

    /// "Hanoi, 10 July 2024" and "10 July 2024, Rome": up to four capitalised words beside a whole date.
    private mutating func readPlace(
        _ rest: [Int],
        _ finding: DateScanner.Finding,
        _ lexemes: [Lexeme],
        in text: SourceText
    ) -> Bool {
        guard case .day = finding.date, let first = rest.first, let last = rest.last, last - first < 8,
            rest.count <= 5, rest.allSatisfy({ lexemes[$0].isCapitalised })
        else { return false }
        let isBefore = last < finding.lexemes.lowerBound
        guard isBefore || first > finding.lexemes.upperBound - 1 else { return false }
        let between = isBefore ? (last + 1)..<finding.lexemes.lowerBound : finding.lexemes.upperBound..<first
        guard lexemes[between].contains(where: { $0.isMark(",(–—-") }) else { return false }
        let name = text.line(lexemes[first].range.lowerBound..<lexemes[last].range.upperBound)
        guard !Self.isIssuer(name) else { return true }
        place = name
        return true
    }

    /// "Ministry of Finance, 10 July 2024" names who speaks, not where.
    private static func isIssuer(_ name: String) -> Bool { IssuerName.matches(name) }

    /// Words, numbers and marks that belong to a date line and say nothing.
    private static func isFiller(_ lexemes: [Lexeme], _ index: Int) -> Bool {
        let lexeme = lexemes[index]
        switch lexeme.kind {
        case .mark: return true
        case .word:
            return CalendarWords.isWeekday(lexeme.folded) || fillers.contains(lexeme.folded) || lexeme.text == "T"
        case .number:
            // Times, offsets and reading times, not sums.
            return lexeme.text.utf8.count <= 4 && (index == 0 || !lexemes[index - 1].isMark("$€£¥"))
        }
    }

    private static let bytesMax = 200
    private static let partBytesMax = 60
    private static let updateWords: Set<String> = ["updated", "update", "modified", "revised"]
    private static let fillers: Set<String> = [
        "published", "publish", "updated", "update", "posted", "issued", "released", "created", "modified", "revised",
        "date", "dated",
        "on", "at", "last", "first", "for", "immediate", "release", "until", "embargo", "embargoed", "under",
        "strictly", "from", "of",
        "the", "media", "note", "press", "statement", "news", "advisory", "notice", "joint", "communique", "article",
        "time", "local",
        "am", "pm", "a", "p", "m", "z", "gmt", "utc", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "et",
        "pt", "bst", "cet",
        "cest", "ist", "jst", "kst", "wib", "sgt", "hkt", "pht", "ict", "msk", "aest", "aedt", "hrs", "hours", "hour",
        "h", "min",
        "mins", "minutes", "read", "no", "issue", "vol", "and", "not", "before", "publication", "st", "nd", "rd", "th",
        "bulletin",
        "day", "noon", "midnight", "submit", "effective", "as", "online", "web", "version", "original", "originally",
    ]
}
