import PledgedLanguage

/// Finds the stretches of capitalised words, with the small words that hold names together.
struct NameRuns {
    let story: Story
    let countries: CountryTable

    /// The runs of one sentence, in text order.
    func runs(in sentence: Span) -> [Span] {
        var runs: [Span] = []
        var index = sentence.start
        while index < sentence.end {
            guard starts(index, sentence) else {
                index += 1
                continue
            }
            let end = runEnd(from: index, limit: sentence.end)
            runs.append(Span(index, end))
            index = end
        }
        return runs
    }

    private func starts(_ index: Int, _ sentence: Span) -> Bool {
        // "al-Qaida"
        if story.isOn(index, .particle), story.folded(index + 1) == "-", !story.tokens[index + 1].has(.spaceBefore),
            story.isOn(index + 2, .knownBody)
        {
            return true
        }
        guard isCapital(index) else { return false }
        if story.isOn(index, .opener) { return opensCountry(index, sentence) || opensPerson(index) }
        return true
    }

    /// "Jan Lund": a first name that is a month's as well.
    private func opensPerson(_ index: Int) -> Bool {
        story.isOn(index, .given) && isCapital(index + 1) && !story.isOn(index + 1, [.opener, .title, .titlePart])
    }

    /// "The Hague", "The Gambia": an opener that belongs to a name.
    private func opensCountry(_ index: Int, _ sentence: Span) -> Bool {
        if story.folded(index + 1) == "'s", Self.collectives.contains(story.folded(index)) {
            return isCapital(index + 2)
        }
        guard index + 1 < sentence.end, isCapital(index + 1) else { return false }
        return countries.entry([story.folded(index), story.folded(index + 1)]) != nil
    }

    func isCapital(_ index: Int) -> Bool {
        guard index >= 0, index < story.tokens.count else { return false }
        let token = story.tokens[index]
        let first = token.form.unicodeScalars.first
        return token.isWord && token.isCapitalized && first != "'" && !(first?.properties.numericType != nil)
            && !token.form.contains("$")
    }

    private func runEnd(from start: Int, limit: Int) -> Int {
        var end = start + 1
        while end < limit {
            if isCapital(end), story.tokens[end].has(.spaceBefore), !story.tokens[end].has(.emptyLineBefore),
                !isSplit(end)
            {
                end += 1
            } else if let next = connectorEnd(start, end, limit) {
                end = next
            } else {
                break
            }
        }
        return end
    }

    /// A weekday or month after a name is no part of it.
    private func isSplit(_ index: Int) -> Bool {
        // "Luong The Duy": a syllable that looks like an article.
        if story.isOn(index - 1, .familyFirst), isCapital(index + 1) { return false }
        // "Prime Minister Jan Lund", "General Secretary To Lam": a name behind a title, whatever else it means.
        if story.isOn(index - 1, [.title, .polite]), isCapital(index - 1), isCapital(index + 1) { return false }
        return story.isOn(index, .opener) && !story.isOn(index, [.body, .bodyOf])
    }

    /// The end of a joint at `end` with the capitalised word behind it; nil where the name ends here.
    private func connectorEnd(_ start: Int, _ end: Int, _ limit: Int) -> Int? {
        let next = end + 1
        guard next < limit else { return nil }
        switch story.folded(end) {
        case "-": return hyphenEnd(start, end)
        case "of", "for": return portfolioEnd(start, end, limit)
        // "Committee on Organ Donation"
        case "on": return Self.onHeads.contains(story.folded(end - 1)) && isCapital(next) ? next + 1 : nil
        case "in": return isCapital(next) && isPost(end - 1) ? next + 1 : nil
        case "&": return isCapital(next) ? next + 1 : nil
        case "and": return andEnd(start, end, limit)
        case ",": return listEnd(start, end, limit)
        case "'s": return isCapital(next) && Self.collectives.contains(story.folded(end - 1)) ? next + 1 : nil
        default:
            // "SK hynix Inc.": a small letter before a firm's legal form.
            if next < limit, story.tokens[end].isWord, story.isOn(next, .legal), isCapital(next) { return next + 1 }
            return particleEnd(end, limit)
        }
    }

    private static let collectives: Set<String> = [
        "people", "women", "children", "workers", "farmers", "teachers", "men",
    ]

    private func isPost(_ index: Int) -> Bool {
        ["embassy", "office", "consulate", "delegation"].contains(story.folded(index))
    }

    private func hyphenEnd(_ start: Int, _ end: Int) -> Int? {
        let next = end + 1
        let tokens = story.tokens
        guard !tokens[end].has(.spaceBefore), next < tokens.count, !tokens[next].has(.spaceBefore), tokens[next].isWord
        else { return nil }
        if countries.entry([story.folded(end - 1)]) != nil { return nil }
        if isCapital(next) { return countries.entry([story.folded(next)]) == nil ? next + 1 : nil }
        // "Seo Kang-min", "Lindqvist-Rao", but not "Grenoble-based" or "U.S.-led".
        guard end - start >= 2, !story.isOn(next, [.hyphenTail, .verb]), tokens[next].form.utf8.count <= 8 else {
            return nil
        }
        return next + 1
    }

    private func portfolioEnd(_ start: Int, _ end: Int, _ limit: Int) -> Int? {
        let isHead = Self.ofHeads.contains(story.folded(end - 1))
        guard holds(start, end, [.body, .bodyOf, .title]) || isHead else {
            return nil
        }
        var next = end + 1
        if story.folded(next) == "the" { next += 1 }
        // "Colorado State University of the US": where it is.
        if ["us", "u.s.", "usa", "uk", "u.k."].contains(story.folded(next)), next > end + 1 { return nil }
        guard next < limit, isCapital(next), !story.isOn(next, .opener) || story.folded(next) == "seven" else {
            return nil
        }
        return next + 1
    }

    private static let onHeads: Set<String> = [
        "committee", "commission", "council", "panel", "subcommittee", "office", "group",
    ]

    private static let ofHeads: Set<String> = [
        "group", "people", "gulf", "bay", "sea", "strait", "cape", "horn", "isle", "kingdom", "museum", "bank",
        "museums",
    ]

    private func holds(_ start: Int, _ end: Int, _ list: WordLists) -> Bool {
        (start..<end).contains { story.isOn($0, list) }
    }

    private func andEnd(_ start: Int, _ end: Int, _ limit: Int) -> Int? {
        var next = end + 1
        if story.folded(next) == "the", isPortfolio(start, end) { next += 1 }
        guard isCapital(next), !story.isOn(next, .opener) else { return nil }
        var stop = next + 1
        while stop < limit, isCapital(stop), story.tokens[stop].has(.spaceBefore) { stop += 1 }
        if Acronym.follows(stop, for: Span(start, stop), in: story) { return stop }
        if endsLikeAdjective(end - 1), story.isOn(stop - 1, .body) { return stop }
        // "Trade and Competitiveness Minister": two fields of one office.
        let isField = (start..<end).allSatisfy { story.isOn($0, .titlePart) && !story.isOn($0, .title) }
        if isField, (next + 1..<stop).contains(where: { story.folded($0) == "minister" }) { return stop }
        // "Secretary of State Anna Berg and Secretary of Labor": the next one's office.
        if story.isOn(next, [.title, .bodyOf]), ["of", "for"].contains(story.folded(stop)) { return nil }
        guard isPortfolio(start, end) else { return nil }
        if stop - next == 1 { return stop }
        return story.isOn(stop - 1, [.body, .legal]) || story.isOn(next, [.given, .familyFirst, .title]) ? nil : stop
    }

    /// "Tropical and Public Health Institute": an adjective is no name by itself.
    private func endsLikeAdjective(_ index: Int) -> Bool {
        ["al", "ic", "ary"].contains { story.folded(index).hasSuffix($0) } && !story.isOn(index, .body)
    }

    /// "Ministry of Planning", "Minister for Trade": what follows "of" goes on after "and".
    private func isPortfolio(_ start: Int, _ end: Int) -> Bool {
        guard let joint = (start..<end).last(where: { ["of", "for", "on"].contains(story.folded($0)) }) else {
            return false
        }
        return joint > start && holds(start, joint, [.bodyOf, .title, .body])
    }

    /// "Ministry of Economy, Trade and Industry".
    private func listEnd(_ start: Int, _ end: Int, _ limit: Int) -> Int? {
        let next = end + 1
        // "Republic of Korea, Malaysia and Norway": states in a row.
        if countries.entry((start..<end).map(story.folded)) != nil { return nil }
        guard isPortfolio(start, end), isCapital(next), next + 2 < limit else { return nil }
        guard ["and", ","].contains(story.folded(next + 1)), isCapital(next + 2) else { return nil }
        return next + 1
    }

    private func particleEnd(_ end: Int, _ limit: Int) -> Int? {
        var next = end
        while next < limit, story.isOn(next, .particle), !isCapital(next), next - end < 3 {
            next += 1
            if next < limit, story.folded(next) == "-" { next += 1 }
        }
        guard next > end, next < limit, isCapital(next), !story.isOn(next, .opener) else { return nil }
        return next + 1
    }
}
