import PledgedCore
import PledgedLanguage

/// Finds the names in a story's running text, each for itself: what it names is judged later, over the whole text.
struct NameFinder {
    let story: Story
    let countries: CountryTable
    let parties: PartyNames
    private let runs: NameRuns
    private let kinds: NameKinds

    init(story: Story, countries: CountryTable, parties: PartyNames = PartyNames()) {
        self.story = story
        self.countries = countries
        self.parties = parties
        runs = NameRuns(story: story, countries: countries)
        kinds = NameKinds(story: story, countries: countries)
    }

    /// In text order, not overlapping.
    func mentions() -> [Mention] {
        var found: [Mention] = []
        for (index, sentence) in story.sentences.enumerated() {
            guard Story.introducesNames(story.role(of: sentence)) else {
                addAuthor(of: sentence, index, to: &found)
                continue
            }
            var skipUntil = 0
            for run in runs.runs(in: sentence.span) where run.start >= skipUntil {
                if let forces = forces(run, sentence: index) {
                    found.append(forces)
                    skipUntil = forces.span.end
                    continue
                }
                if let end = tickerEnd(run, sentence.span) {
                    skipUntil = end
                    continue
                }
                add(run, sentence: index, to: &found)
                skipUntil = addAcronym(to: &found, sentence: index) ?? 0
            }
        }
        return parties.isEmpty ? found : claimed(found)
    }

    /// "Statement by President Anna Berg on the port": whose words the text is, in its title.
    private func addAuthor(of sentence: Sentence, _ index: Int, to found: inout [Mention]) {
        let start = sentence.span.start
        guard story.role(of: sentence) == .title, Self.utterances.contains(story.folded(start)),
            ["by", "from"].contains(story.folded(start + 1)),
            let run = runs.runs(in: Span(min(start + 2, sentence.span.end), sentence.span.end)).first,
            run.start <= start + 3
        else { return }
        let count = found.count
        add(run, sentence: index, to: &found)
        if found.count > count { found[found.count - 1].signs.insert(.author) }
    }

    private static let utterances: Set<String> = [
        "statement", "remarks", "message", "letter", "speech", "address", "comments",
    ]

    /// "(NASDAQ: ORRN)": by what letters a share is traded, and no party; the token behind the bracket.
    private func tickerEnd(_ run: Span, _ sentence: Span) -> Int? {
        guard story.folded(run.start - 1) == "(", Self.exchanges.contains(story.folded(run.start)) else { return nil }
        return (run.start..<min(run.start + 8, sentence.end)).first { story.folded($0) == ")" }.map { $0 + 1 }
    }

    private static let exchanges: Set<String> = [
        "nasdaq", "nyse", "lse", "tse", "tyo", "hkex", "hkse", "krx", "kospi", "kosdaq", "asx", "bse", "nse", "sgx",
        "euronext", "tsx", "twse", "hose", "hnx", "idx", "klse", "otc", "otcqb", "otcqx", "amex", "jse",
    ]

    /// "the Indonesian navy", "Iraqi security forces": a state's forces, written small.
    private func forces(_ run: Span, sentence: Int) -> Mention? {
        let next = run.end
        guard countries.entry(run.range.map(story.folded)) != nil, next < story.tokens.count,
            !story.tokens[next].isCapitalized, story.tokens[next].has(.spaceBefore)
        else { return nil }
        let isPair = Self.forcePairs.contains(story.folded(next) + " " + story.folded(next + 1))
        guard isPair || Self.forces.contains(story.folded(next)) else { return nil }
        let span = Span(run.start, next + (isPair ? 2 : 1))
        // "the Iraqi army chief": a title's owner, and no name that ends here.
        guard !story.isOn(span.end, [.title, .titlePart]), story.folded(span.end) != "-" else { return nil }
        var mention = Mention(span: span, kind: .organization, sentence: sentence, key: story.key(span))
        mention.trail = .forces
        return mention
    }

    private static let forces: Set<String> = ["army", "navy", "military", "parliament"]
    private static let forcePairs: Set<String> = ["air force", "armed forces", "security forces", "coast guard"]

    /// The mentions with those that a user knows by name in the place of what overlaps them.
    private func claimed(_ found: [Mention]) -> [Mention] {
        let claims = claims()
        guard !claims.isEmpty else { return found }
        var spans: [Int: Span] = [:]
        for claim in claims {
            for token in claim.span.range { spans[token] = claim.span }
        }
        // By place among the found: where it stands among the kept.
        var places: [Int?] = []
        var kept: [Mention] = []
        for mention in found {
            let isLost = mention.span.range.contains { spans[$0].map { $0 != mention.span } ?? false }
            places.append(isLost ? nil : kept.count)
            if !isLost { kept.append(mention) }
        }
        for index in kept.indices { kept[index].longForm = kept[index].longForm.flatMap { places[$0] } }
        let known = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1.span, $0) })
        for claim in claims {
            if let index = known[claim.span] {
                kept[index].kind = claim.kind
                kept[index].trail = .userName
            } else {
                kept.append(claim)
            }
        }
        return inTextOrder(kept)
    }

    private func inTextOrder(_ mentions: [Mention]) -> [Mention] {
        let order = mentions.indices.sorted { mentions[$0].span < mentions[$1].span }
        let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
        return order.map { index in
            var mention = mentions[index]
            mention.longForm = mention.longForm.flatMap { places[$0] }
            return mention
        }
    }

    /// Where the text writes names that a user knows.
    private func claims() -> [Mention] {
        var claims: [Mention] = []
        for (index, sentence) in story.sentences.enumerated() where Story.introducesNames(story.role(of: sentence)) {
            var token = sentence.span.start
            while token < sentence.span.end {
                guard let (span, party) = parties.name(at: token, in: story, limit: sentence.span.end) else {
                    token += 1
                    continue
                }
                let kind: Mention.Kind = party.kind == .person ? .person : .organization
                var mention = Mention(span: span, kind: kind, sentence: index, key: story.key(span))
                mention.trail = .userName
                if opens(span, index) { mention.signs.insert(.opens) }
                claims.append(mention)
                token = span.end
            }
        }
        return claims
    }

    private func add(_ run: Span, sentence: Int, to found: inout [Mention]) {
        let fusion = NameFusion(story: story, countries: countries)
        let start = found.last.map(\.span.end) ?? 0
        found += fusion.fused(listed(run, sentence: sentence), run: run, sentence: sentence).filter {
            $0.span.start >= start
        }
    }

    /// What the word lists find in a run.
    private func listed(_ run: Span, sentence: Int) -> [Mention] {
        var found: [Mention] = []
        let parts = NameParts(run, story: story, countries: countries)
        for part in parts.parts {
            guard let finding = kinds.finding(of: part, opens: opens(part.span, sentence)) else { continue }
            var mention = Mention(span: part.span, kind: finding.kind, sentence: sentence, key: story.key(part.span))
            (mention.trail, mention.clue) = (finding.trail, finding.clue)
            mention.title = part.title
            mention.owner = part.owner
            if opens(part.span, sentence) { mention.signs.insert(.opens) }
            // "Yongin Mayor": what has a mayor is a place.
            if part.isBody, ["mayor", "governor"].contains(story.folded(part.span.end)) {
                mention.signs.insert(.place)
            }
            found.append(mention)
        }
        return found
    }

    private func opens(_ span: Span, _ sentence: Int) -> Bool {
        let start = story.sentences[sentence].span.start
        return (start..<span.start).allSatisfy { story.tokens[$0].isPunctuation }
    }

    /// Adds the letters in brackets behind the last name; gives the token after the brackets.
    private func addAcronym(to found: inout [Mention], sentence: Int) -> Int? {
        guard let last = found.last, last.sentence == sentence else { return nil }
        // "the Central Command's (NAVCENT) task force"
        let bracket = story.folded(last.span.end) == "'s" ? last.span.end + 1 : last.span.end
        guard let letters = Acronym.inBrackets(bracket, in: story) else { return nil }
        if let whole = Acronym.longForm(
            before: letters.start - 1,
            of: letters,
            in: story,
            story.sentences[sentence].span.start
        ),
            whole.start < last.span.start, whole.end == last.span.end
        {
            while let other = found.last, other.span.start >= whole.start { found.removeLast() }
            var mention = Mention(span: whole, kind: .organization, sentence: sentence, key: story.key(whole))
            mention.trail = .acronym
            found.append(mention)
        }
        guard let last = found.last else { return nil }
        let isBody = last.kind == .organization || last.kind == .unknown
        let follows = Acronym.follows(bracket, for: last.span, in: story)
        guard isBody || follows, follows || story.tokens[letters.start].isAllCapitals else { return nil }
        // "the World Developers Conference (WDC)": an event stays one.
        guard last.kind != .thing || !story.isOn(last.span.end - 1, .thing) else { return letters.end + 1 }
        switch last.kind {
        case .unknown, .thing, .place:
            found[found.count - 1].kind = .organization
            found[found.count - 1].trail = .acronym
        case .person, .organization, .country: break
        }
        var mention = Mention(span: letters, kind: last.kind, sentence: sentence, key: story.key(letters))
        if case .country = last.kind {} else { mention.kind = .organization }
        mention.trail = .acronym
        mention.longForm = found.count - 1
        found.append(mention)
        return letters.end + 1
    }
}
