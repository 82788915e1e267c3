import PledgedCore
import PledgedLanguage

/// Resolves pronouns and descriptions to the party spoken of: the nearest before that fits.
struct References {
    let story: Story
    let cast: Cast

    private static let reachMax = 400

    /// What a pronoun stands for; nil where the word is no pronoun that stands for a party.
    func pronoun(at index: Int, _ sentence: Span) -> Subject? {
        let span = Span(index, index + 1)
        switch story.folded(index) {
        case "he", "she", "him": return named(nearest(before: index) { $0 == .person }, span)
        case "it": return named(nearest(before: index, prefersSubject: true) { $0 != .person }, span)
        case "they", "both": return pair(before: index, span)
        case "we", "i", "our", "us": return Subject(kind: .party, actors: [], span: span, isSpeaker: true)
        default: return nil
        }
    }

    /// The party that a pronoun would stand for at a place where only its possessive stands.
    func standIn(_ pronoun: String, before index: Int) -> Subject {
        let span = Span(index, index + 1)
        switch pronoun {
        case "it": return named(nearest(before: index, prefersSubject: true) { $0 != .person }, span)
        case "he": return named(nearest(before: index) { $0 == .person }, span)
        default: return pair(before: index, span)
        }
    }

    private func named(_ actor: Int?, _ span: Span) -> Subject {
        guard let actor else { return Subject(kind: .none, actors: [], span: span) }
        return Subject(kind: .party, actors: [actor], span: span)
    }

    /// What "the company", "the two sides", "his government" stand for; nil where it describes no party.
    func description(_ base: Span, _ sentence: Span) -> Subject? {
        let head = base.end - 1
        let first = story.folded(base.start)
        guard
            story.isOn(base.start, .determiner) || first == "both" || story.isOn(base.start, [.numberWord])
                || base.count == 1
        else {
            return possessedDescription(base)
        }
        guard story.isOn(head, [.bodyNoun, .personNoun, .stateNoun, .placeNoun, .pluralNoun]) else { return nil }
        if ["his", "her"].contains(first), !story.isOn(head, .personNoun) {
            // "her group": the body that she speaks for.
            let person = nearest(before: base.start) { $0 == .person }
            if let body = person.flatMap(cast.affiliation) { return Subject(kind: .party, actors: [body], span: base) }
        }
        if isIndefinite(first), !story.isOn(head, .pluralNoun) { return nil }
        if story.isOn(head, .pluralNoun) {
            let isBoth = base.range.contains { ["two", "both", "parties", "sides"].contains(story.folded($0)) }
            return isBoth ? pair(before: base.start, base) : nil
        }
        guard let actor = described(base, head) else { return nil }
        return Subject(kind: .party, actors: [actor], span: base)
    }

    private func isIndefinite(_ word: String) -> Bool {
        ["a", "an", "some", "any", "another", "each", "every", "no", "many", "several", "few", "other"].contains(word)
    }

    /// "the state's minister", "Kenya's government".
    private func possessedDescription(_ base: Span) -> Subject? {
        let head = base.end - 1
        guard let joint = base.range.first(where: { story.folded($0) == "'s" }), story.folded(head) == "government",
            let actor = cast.actor(at: joint - 1)
        else { return nil }
        return Subject(kind: .party, actors: [actor], span: base)
    }

    private func described(_ base: Span, _ head: Int) -> Int? {
        let word = story.folded(head)
        if story.isOn(head, .personNoun), !story.isOn(head, .bodyNoun) {
            return nearest(before: base.start) { $0 == .person }
        }
        if word == "government" || word == "country" || word == "nation" || word == "administration" {
            return country(before: base.start)
        }
        if story.isOn(head, .placeNoun) {
            return place(before: base.start) ?? nearest(before: base.start) { $0 != .person }
        }
        // "the ministry", "the bank": first a body of that kind.
        let stem = word
        if let kin = nearest(
            before: base.start,
            where: { cast.keys[$0].split(separator: " ").contains { $0.hasPrefix(stem) } }
        ) {
            return kin
        }
        let isFirm = story.isOn(head, .firm) && word != "agency" && word != "university"
        return nearest(before: base.start, prefersSubject: true) { actor in
            guard cast.kind(actor) == .organization else { return false }
            return !isFirm || !cast.isPlace(actor) && !Self.publicBodies.contains { cast.keys[actor].contains($0) }
        }
    }

    /// What no "company" is.
    private static let publicBodies = [
        "ministry", "universit", "department", "assembly", "government", "committee", "congress", "state of",
    ]

    private func country(before index: Int) -> Int? {
        let states = cast.actors.indices.filter { cast.kind($0) == .country }
        if states.count <= 1 { return states.first }
        return nearest(before: index) { $0 == .country } ?? states.first
    }

    /// A city or region named before: a body that the text also treats as a place.
    private func place(before index: Int) -> Int? {
        nearest(before: index) { cast.kind($0) == .organization && cast.isPlace($0) }
    }

    // MARK: Looking back

    private func nearest(before index: Int, prefersSubject: Bool = false, _ fits: (ActorKind) -> Bool) -> Int? {
        nearest(before: index, prefersSubject: prefersSubject, where: { fits(cast.kind($0)) })
    }

    /// The nearest fitting actor before the token; with `prefersSubject` the one that opens the nearest sentence.
    private func nearest(before index: Int, prefersSubject: Bool = false, where fits: (Int) -> Bool) -> Int? {
        let limit = max(0, index - Self.reachMax)
        var token = index - 1
        var candidate: Int?
        while token >= limit {
            if let actor = cast.actor(at: token), fits(actor) {
                guard prefersSubject else { return actor }
                candidate = actor
                if acts(token) { return actor }
            }
            if candidate != nil,
                story.document.sentence(holding: token) != story.document.sentence(holding: max(0, token - 1))
            {
                return candidate
            }
            token -= 1
        }
        return candidate ?? ahead(of: index, fits)
    }

    private func acts(_ token: Int) -> Bool {
        guard let mention = cast.mention(at: token) else { return false }
        return cast.mentions[mention].signs.contains(.acts)
    }

    /// "Its founder", "She" before the name: the first that fits after.
    private func ahead(of index: Int, _ fits: (Int) -> Bool) -> Int? {
        let limit = min(index + 40, story.tokens.count)
        return (index..<max(index, limit)).lazy.compactMap { cast.actor(at: $0) }.first { fits($0) }
    }

    /// The two parties named together last, else the two named last.
    private func pair(before index: Int, _ span: Span) -> Subject {
        var actors: [Int] = []
        var token = index - 1
        let limit = max(0, index - Self.reachMax)
        while token >= limit, actors.count < 2 {
            if let actor = cast.actor(at: token), cast.kind(actor) != .person, !actors.contains(actor) {
                actors.insert(actor, at: 0)
            }
            token -= 1
        }
        return actors.isEmpty ? .none : Subject(kind: .party, actors: actors, span: span)
    }
}
