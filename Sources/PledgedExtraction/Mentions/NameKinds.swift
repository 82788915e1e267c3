import PledgedLanguage

/// Tells from a name's own words what it names.
struct NameKinds {
    let story: Story
    let countries: CountryTable

    /// Nil where the words are no name at all.
    func kind(of part: NameParts.Part, opens: Bool) -> Mention.Kind? {
        if let country = part.country { return .country(country) }
        if part.isPerson { return .person }
        if part.isBody, countries.entry(part.span.range.map(story.folded)) == nil { return .organization }
        let span = part.span
        if let entry = countries.entry(span.range.map(story.folded)) {
            if entry.use == .demonym { return nil }
            return story.tokens[span.start].isCapitalized ? .country(entry.country) : nil
        }
        if span.count == 1 { return single(span.start, part, opens: opens) }
        let isBody = isBodyOf(span)
        let isCommon = span.range.allSatisfy { story.isOn($0, [.opener, .common, .title, .titlePart]) }
        if isCommon, !isBody { return nil }
        if ["mount", "lake", "camp", "gulf", "bay", "cape", "port", "fort"].contains(story.folded(span.start)) {
            return .place
        }
        if holds(Span(span.start + 1, span.end), .legal) { return .organization }
        let last = span.end - 1
        if story.isOn(last, .body) { return .organization }
        if isBody { return .organization }
        if story.isOn(last, .thing) { return .thing }
        if holds(span, .body) && !looksPersonal(span) { return .organization }
        if part.title != nil, span.count <= 5, !holds(span, [.body, .legal]) { return .person }
        if looksPersonal(span) { return .person }
        if span.range.allSatisfy({ story.isOn($0, .place) || !story.tokens[$0].isCapitalized }) { return .place }
        return .unknown
    }

    private func single(_ index: Int, _ part: NameParts.Part, opens: Bool) -> Mention.Kind? {
        let token = story.tokens[index]
        if story.isOn(index, .letters) || token.form.utf8.count < 2 { return nil }
        if story.isOn(index, .knownBody) || story.isOn(index, .loneBody) {
            return isLoneCommon(index, opens: opens) ? nil : .organization
        }
        // No name by itself, but perhaps a person's who is named in full elsewhere: "Park said", "Jobs said".
        if opens, story.isOn(index, [.common, .verb, .adverb]) || story.isOn(index, .closed) { return .thing }
        if opens, story.lowerWords.contains(token.folded), !token.isAllCapitals { return .thing }
        if story.isOn(index, .thing) { return .thing }
        if story.isOn(index, [.title, .body, .bodyOf, .titlePart, .common]), !token.isAllCapitals { return .thing }
        if part.title != nil, !token.isAllCapitals { return .person }
        if story.isOn(index, .place) { return .place }
        return .unknown
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
