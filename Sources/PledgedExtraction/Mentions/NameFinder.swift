import PledgedLanguage

/// Finds the names in a story's running text, each for itself: what it names is judged later, over the whole text.
struct NameFinder {
    let story: Story
    let countries: CountryTable
    private let runs: NameRuns
    private let kinds: NameKinds

    init(story: Story, countries: CountryTable) {
        self.story = story
        self.countries = countries
        runs = NameRuns(story: story, countries: countries)
        kinds = NameKinds(story: story, countries: countries)
    }

    /// In text order, not overlapping.
    func mentions() -> [Mention] {
        var found: [Mention] = []
        for (index, sentence) in story.sentences.enumerated() where Story.introducesNames(story.role(of: sentence)) {
            var skipUntil = 0
            for run in runs.runs(in: sentence.span) where run.start >= skipUntil {
                add(run, sentence: index, to: &found)
                skipUntil = addAcronym(to: &found, sentence: index) ?? 0
            }
        }
        return found
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
            guard let kind = kinds.kind(of: part, opens: opens(part.span, sentence)) else { continue }
            var mention = Mention(span: part.span, kind: kind, sentence: sentence, key: story.key(part.span))
            mention.title = part.title
            mention.owner = part.owner
            if opens(part.span, sentence) { mention.signs.insert(.opens) }
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
        guard let last = found.last, last.sentence == sentence,
            let letters = Acronym.inBrackets(last.span.end, in: story)
        else { return nil }
        if let whole = Acronym.longForm(
            before: letters.start - 1,
            of: letters,
            in: story,
            story.sentences[sentence].span.start
        ),
            whole.start < last.span.start, whole.end == last.span.end
        {
            while let other = found.last, other.span.start >= whole.start { found.removeLast() }
            found.append(Mention(span: whole, kind: .organization, sentence: sentence, key: story.key(whole)))
        }
        guard let last = found.last else { return nil }
        let isBody = last.kind == .organization || last.kind == .unknown
        guard isBody || Acronym.follows(last.span.end, for: last.span, in: story) else { return nil }
        if !Acronym.follows(last.span.end, for: last.span, in: story), !story.tokens[letters.start].isAllCapitals {
            return nil
        }
        switch last.kind {
        case .unknown, .thing, .place: found[found.count - 1].kind = .organization
        case .person, .organization, .country: break
        }
        var mention = Mention(span: letters, kind: last.kind, sentence: sentence, key: story.key(letters))
        if case .country = last.kind {} else { mention.kind = .organization }
        mention.longForm = found.count - 1
        found.append(mention)
        return letters.end + 1
    }
}
