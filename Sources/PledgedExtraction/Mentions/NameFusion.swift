import PledgedLanguage

/// Holds the names that the word lists found against those that the trained model found.
///
/// The lists know titles, states and bodies by their words; the model knows how names look and where they end. What the
/// lists are sure of stays, the rest follows the model; what only one of them takes for a name is a name by its evidence.
struct NameFusion {
    let story: Story
    let countries: CountryTable

    /// The names of one run of capitalised words, in text order, not overlapping.
    ///
    /// `mentions` is what the lists found in the run, in text order; `sentence` is the one that holds it.
    func fused(_ mentions: [Mention], run: Span, sentence: Int) -> [Mention] {
        let names = story.names(touching: run)
        let mentions = mentions.filter { $0.kind != .organization || !isOffice($0.span) }
        let sure = mentions.filter { isSure($0, names) }
        var fused = sure
        for name in names
        where !sure.contains(where: { $0.span.overlaps(name.span) }) && !isCommon(name.span)
            && !(name.kind == .organization && isOffice(name.span))
        {
            // "Summit are Leaders": two things said of one another.
            if name.span.range.contains(where: { story.isOn($0, .be) && !story.tokens[$0].isCapitalized }) { continue }
            // "Venezuelan Energy Minister": nothing is left of it.
            if countries.entry(withoutField(name).range.map(story.folded))?.use == .demonym { continue }
            fused.append(mention(for: name, among: mentions.filter { $0.span.overlaps(name.span) }, sentence))
        }
        for mention in mentions where !fused.contains(where: { $0.span.overlaps(mention.span) }) {
            fused.append(unconfirmed(mention))
        }
        return fused.sorted { $0.span < $1.span }
    }

    /// Whether the lists know better: states, and bodies that the model cuts short.
    private func isSure(_ mention: Mention, _ names: [Name]) -> Bool {
        switch mention.kind {
        case .country: return true
        case .organization:
            // "al-Qaida"
            if story.isOn(mention.span.start, .particle), story.isOn(mention.span.end - 1, .knownBody) { return true }
            let inside = names.filter { $0.span.overlaps(mention.span) }
            return mention.span.count > 1 && !inside.isEmpty
                && inside.allSatisfy { $0.kind != .person && mention.span.contains($0.span) }
        case .thing: return mention.span.count > 1 && story.isOn(mention.span.start, .vessel)
        case .person, .place, .unknown: return false
        }
    }

    /// "Bank", "Navy", "Court" alone: a word of many bodies and the name of none.
    private func isCommon(_ span: Span) -> Bool {
        span.count == 1 && !story.tokens[span.start].isAllCapitals
            && story.isOn(span.start, [.title, .titlePart, .body, .bodyOf, .common, .thing, .closed])
            && !story.isOn(span.start, [.knownBody, .loneBody])
    }

    /// "Commissioner for Trade", "National Security" before "Adviser": an office, and nobody in it.
    private func isOffice(_ span: Span) -> Bool {
        let isField = span.range.allSatisfy { story.isOn($0, [.titlePart, .closed]) }
        if isField, story.isOn(span.end, .title), story.tokens[span.end].isCapitalized { return true }
        guard let joint = span.range.first(where: { ["of", "for", "on"].contains(story.folded($0)) }),
            joint > span.start, story.isOn(joint - 1, .title)
        else { return false }
        // "the High Commissioner for Refugees" is a body.
        let isCommissioner = story.folded(joint - 1) == "commissioner" && story.folded(joint - 2) != "high"
        return isCommissioner || !story.isOn(joint - 1, [.body, .bodyOf])
    }

    private func mention(for name: Name, among rivals: [Mention], _ sentence: Int) -> Mention {
        var mention = Mention(span: withoutField(name), kind: kind(of: name), sentence: sentence, key: "")
        let titled = rivals.last { $0.kind == .person && $0.title != nil }
        if let rival = titled ?? rivals.last {
            // A title tells where a person's name begins.
            if name.kind == .person, titled != nil { mention.span = rival.span }
            if name.kind == .person { (mention.title, mention.owner) = (rival.title, rival.owner) }
            mention.signs = rival.signs
        }
        if name.kind == .place { mention.signs.insert(.place) }
        mention.key = story.key(mention.span)
        mention.trail = .model
        if let rival = rivals.first(where: { $0.span == mention.span && $0.kind == mention.kind }) {
            (mention.trail, mention.clue) = (rival.trail, rival.clue)
        }
        return mention
    }

    /// "European Union" of "European Union Health Commissioner": a body without the field of its office.
    private func withoutField(_ name: Name) -> Span {
        guard name.kind == .organization,
            ["minister", "ministers", "commissioner", "secretary", "adviser", "advisor", "envoy"].contains(
                story.folded(name.span.end)
            )
        else { return name.span }
        var end = name.span.end
        while end > name.span.start + 1, story.isOn(end - 1, .titlePart) || story.folded(end - 1) == "and" { end -= 1 }
        return Span(name.span.start, end)
    }

    private func kind(of name: Name) -> Mention.Kind {
        switch name.kind {
        case .person:
            let isKnownBody = name.span.count == 1 && story.isOn(name.span.start, .knownBody)
            return isKnownBody ? .organization : .person
        case .organization: return .organization
        case .place: return .place
        case .country:
            guard let entry = countries.entry(name.span.range.map(story.folded)) else { return .place }
            return .country(entry.country)
        }
    }

    /// What the model takes for no name is none, unless its words say what it is.
    private func unconfirmed(_ mention: Mention) -> Mention {
        var mention = mention
        let isFirm = story.isOn(mention.span.start - 1, .firm) && !story.tokens[mention.span.start - 1].isCapitalized
        if mention.kind == .unknown, !isFirm { mention.kind = .thing }
        return mention
    }
}
