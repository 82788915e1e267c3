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
    /// - Parameters:
    ///   - mentions: what the lists found in the run, in text order.
    ///   - run: the run.
    ///   - sentence: the sentence that holds it.
    func fused(_ mentions: [Mention], run: Span, sentence: Int) -> [Mention] {
        let names = story.names(touching: run)
        var fused: [Mention] = []
        for name in names {
            fused.append(mention(for: name, among: mentions.filter { $0.span.overlaps(name.span) }, sentence))
        }
        fused.removeAll { fusedOne in
            mentions.contains { isSure($0) && $0.span.overlaps(fusedOne.span) && $0 != fusedOne }
        }
        for mention in mentions where !fused.contains(where: { $0.span.overlaps(mention.span) }) {
            fused.append(names.contains { $0.span.overlaps(mention.span) } ? mention : unconfirmed(mention))
        }
        return fused.sorted { $0.span < $1.span }
    }

    /// A state by its name or government, which the list of states knows best.
    private func isSure(_ mention: Mention) -> Bool {
        if case .country = mention.kind { return true }
        return false
    }

    private func mention(for name: Name, among rivals: [Mention], _ sentence: Int) -> Mention {
        var mention = Mention(span: name.span, kind: kind(of: name), sentence: sentence, key: story.key(name.span))
        if let rival = rivals.last(where: { $0.kind == .person && $0.title != nil }) ?? rivals.last {
            // A title tells where a person's name begins.
            if rival.kind == .person, name.kind == .person, rival.title != nil { mention.span = rival.span }
            mention.key = story.key(mention.span)
            if name.kind == .person {
                mention.title = rival.title
                mention.owner = rival.owner
            }
            mention.signs = rival.signs
        }
        return mention
    }

    private func kind(of name: Name) -> Mention.Kind {
        switch name.kind {
        case .person: return .person
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
        if mention.kind == .unknown { mention.kind = .thing }
        return mention
    }
}
