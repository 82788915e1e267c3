import PledgedLanguage

/// Tells from a name's own words what it names.
struct NameKinds {
    let story: Story
    let countries: CountryTable

    /// What a name is taken for, and why.
    struct Finding {
        var kind: Mention.Kind
        var trail: NameTrail
        /// The word that told.
        var clue: Int?

        init(_ kind: Mention.Kind, _ trail: NameTrail = [], clue: Int? = nil) {
            self.kind = kind
            self.trail = trail
            self.clue = clue
        }
    }

    /// Nil where the words are no name at all.
    func finding(of part: NameParts.Part, opens: Bool) -> Finding? {
        if let country = part.country { return Finding(.country(country), .government) }
        if part.isPerson { return Finding(.person, .personTitle, clue: part.title?.start) }
        if part.isBody, countries.entry(part.span.range.map(story.folded)) == nil {
            return Finding(.organization, .beforeTitle)
        }
        let span = part.span
        if let entry = countries.entry(span.range.map(story.folded)) {
            if entry.use == .demonym { return nil }
            return story.tokens[span.start].isCapitalized
                ? Finding(.country(entry.country), .state, clue: span.start) : nil
        }
        if span.count == 1 { return single(span.start, part, opens: opens) }
        // "HMS Daring": a ship is a thing, whoever it is named after.
        if story.isOn(span.start, .vessel), story.tokens[span.start].isAllCapitals { return Finding(.thing) }
        let isBody = isBodyOf(span)
        let isCommon = span.range.allSatisfy { story.isOn($0, [.opener, .common, .title, .titlePart]) }
        if isCommon, !isBody { return nil }
        // "Heads of Government of India": people, who are not named.
        if ["heads", "leaders", "members"].contains(story.folded(span.start)),
            isBody || story.folded(span.start + 1) == "of"
        {
            return nil
        }
        if ["mount", "lake", "camp", "gulf", "bay", "cape", "port", "fort"].contains(story.folded(span.start)) {
            return Finding(.place)
        }
        let tail = Span(span.start + 1, span.end)
        if holds(tail, .legal) { return Finding(.organization, .legal, clue: first(tail, .legal)) }
        let last = span.end - 1
        // "Gujarat State", "the West Bank": parties only where they act.
        let isRegion = story.folded(last) == "state" || story.folded(last) == "bank" && story.folded(last - 1) == "west"
        if isRegion, span.count == 2 { return Finding(.place) }
        if story.isOn(last, .body) { return Finding(.organization, .body, clue: last) }
        // "al-Qaida"
        if span.count == 3, story.isOn(span.start, .particle), story.isOn(last, .knownBody) {
            return Finding(.organization, .knownBody, clue: last)
        }
        if isBody { return Finding(.organization, .bodyOf, clue: first(span, [.bodyOf, .body])) }
        if story.isOn(last, .thing) { return Finding(.thing) }
        if holds(span, .body) && !looksPersonal(span) {
            return Finding(.organization, .body, clue: first(span, .body))
        }
        if let title = part.title, span.count <= 5, !holds(span, [.body, .legal]) {
            return Finding(.person, .personTitle, clue: title.start)
        }
        if looksPersonal(span) { return person(span) }
        if span.range.allSatisfy({ story.isOn($0, .place) || !story.tokens[$0].isCapitalized }) {
            return Finding(.place)
        }
        return Finding(.unknown)
    }

    private func first(_ span: Span, _ list: WordLists) -> Int? { span.range.first { story.isOn($0, list) } }

    /// What makes a name look like a person's.
    private func person(_ span: Span) -> Finding {
        if story.isOn(span.start, .given) { return Finding(.person, .given, clue: span.start) }
        if story.isOn(span.start, .familyFirst) { return Finding(.person, .familyFirst, clue: span.start) }
        let initial = span.range.first { story.tokens[$0].form.utf8.count == 2 && story.tokens[$0].has(.abbreviation) }
        return initial.map { Finding(.person, .initial, clue: $0) } ?? Finding(.person, .syllables)
    }

    private func single(_ index: Int, _ part: NameParts.Part, opens: Bool) -> Finding? {
        let token = story.tokens[index]
        if story.isOn(index, .letters) || token.form.utf8.count < 2 { return nil }
        if story.isOn(index, .knownBody) || story.isOn(index, .loneBody) {
            return isLoneCommon(index, opens: opens) ? nil : Finding(.organization, .knownBody, clue: index)
        }
        // No name by itself, but perhaps a person's who is named in full elsewhere: "Park said", "Jobs said".
        if opens, story.isOn(index, [.common, .verb, .adverb]) || story.isOn(index, .closed) { return Finding(.thing) }
        if opens, story.lowerWords.contains(token.folded), !token.isAllCapitals { return Finding(.thing) }
        if story.isOn(index, .thing) { return Finding(.thing) }
        if story.isOn(index, [.title, .body, .bodyOf, .titlePart, .common]), !token.isAllCapitals {
            return Finding(.thing)
        }
        if let title = part.title, !token.isAllCapitals {
            return Finding(.person, .personTitle, clue: title.start)
        }
        if story.isOn(index, .place) { return Finding(.place) }
        return Finding(.unknown)
    }

    /// "Commission" and "Congress" name a body only with "the" before or where nothing says otherwise.
    private func isLoneCommon(_ index: Int, opens: Bool) -> Bool {
        let token = story.tokens[index]
        guard story.isOn(index, .loneBody), !token.isAllCapitals else { return false }
        return opens && story.lowerWords.contains(token.folded)
    }

    private func holds(_ span: Span, _ list: WordLists) -> Bool { span.range.contains { story.isOn($0, list) } }

    /// "Ministry of ...", "University of ...", "State of ...".
    private func isBodyOf(_ span: Span) -> Bool {
        guard let joint = span.range.first(where: { ["of", "for"].contains(story.folded($0)) }) else { return false }
        return joint > span.start && story.isOn(joint - 1, [.bodyOf, .body])
    }

    /// A first name, a family name that stands first, an initial, or "Kang-min".
    private func looksPersonal(_ span: Span) -> Bool {
        let capitals = span.range.filter { story.tokens[$0].isCapitalized }
        guard (2...5).contains(capitals.count), !holds(span, [.thing, .legal]) else { return false }
        if holds(span, .body), story.isOn(span.end - 1, .body) { return false }
        let first = story.tokens[span.start]
        if story.isOn(span.start, .given), !story.isOn(span.start + 1, .body) { return true }
        if first.isAllCapitals { return false }
        if story.isOn(span.start, .familyFirst), capitals.count >= 2, !story.isOn(span.start + 1, .place) {
            return true
        }
        if capitals.contains(where: { story.tokens[$0].form.utf8.count == 2 && story.tokens[$0].has(.abbreviation) }) {
            return true
        }
        return span.range.contains { story.folded($0) == "-" && !story.tokens[$0 + 1].isCapitalized }
    }
}
