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
        case "he", "she", "him": return named(person(before: index), span)
        case "it": return named(nearest(before: index, prefersSubject: true) { $0 != .person }, span)
        case "they": return groupSpokenOf(before: index, span) ?? pair(before: index, span)
        case "both": return pair(before: index, span)
        case "we", "our", "us": return Subject(kind: .party, actors: [], span: span, isSpeaker: true)
        case "i": return Subject(kind: .party, actors: [], span: span, isSpeaker: true, isSelf: true)
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

    /// "Kenyan officials": the state for which they speak, where it is a party.
    func stateOfOfficials(_ base: Span) -> Subject? {
        guard base.count > 1,
            ["officials", "authorities", "leaders", "diplomats"].contains(story.folded(base.end - 1)),
            let state = base.range.lazy.compactMap({ cast.adjectives[$0] }).first
        else { return nil }
        return Subject(kind: .party, actors: [state], span: base, trail: .members)
    }

    /// A group without a name that the clause or the sentence before speaks of: "The authors say so, they call for".
    private func groupSpokenOf(before index: Int, _ span: Span) -> Subject? {
        let sentences = story.document.sentences
        guard let own = story.document.sentence(holding: index) else { return nil }
        let place = index - sentences[own].span.start <= 2 ? own - 1 : own
        guard place >= 0, sentences[place].block == sentences[own].block else { return nil }
        let start = sentences[place].span.start
        let end = (start..<min(sentences[place].span.end, start + 8)).first {
            story.isOn($0, [.auxiliary, .say, .verbForm, .preposition]) && !story.tokens[$0].isCapitalized
        }
        guard let end, end > start, cast.actors(in: start..<end).isEmpty, !story.isOn(start, .preposition) else {
            return nil
        }
        if let state = stateOfOfficials(Span(start, end)) { return state }
        let head = story.folded(end - 1)
        let isPlural =
            story.isOn(end - 1, .pluralNoun) || head.hasSuffix("s") && !head.hasSuffix("ss") && head.count > 4
        guard isPlural, story.tokens[end - 1].isWord, !story.isOn(end - 1, [.pronoun, .determiner]) else { return nil }
        guard !["parties", "sides", "countries", "two"].contains(head) else { return nil }
        return Subject(kind: .group, actors: [], span: span, trail: .group)
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
        if ["his", "her"].contains(first), !story.isOn(head, [.personNoun, .stateNoun]) {
            // "her group": the body that she speaks for.
            let person = nearest(before: base.start) { $0 == .person }
            if let body = person.flatMap(cast.affiliation) { return Subject(kind: .party, actors: [body], span: base) }
        }
        if ["his", "her"].contains(first),
            ["government", "country", "nation", "administration"].contains(story.folded(head)),
            let person = nearest(before: base.start, { $0 == .person }), let body = cast.affiliation(person),
            cast.kind(body) == .country
        {
            return Subject(kind: .party, actors: [body], span: base)
        }
        if isIndefinite(first), !story.isOn(head, .pluralNoun) { return nil }
        if story.isOn(head, .pluralNoun) {
            let isBoth = base.range.contains { ["two", "both", "parties", "sides"].contains(story.folded($0)) }
            let kind: ActorKind? =
                ["countries", "nations", "governments"].contains(story.folded(head)) ? .country : nil
            guard isBoth else { return nil }
            let isOfPersons = ["leaders", "ministers", "presidents"].contains(story.folded(head))
            if isOfPersons, let persons = persons(before: base.start, base) { return persons }
            return pair(before: base.start, base, of: kind)
        }
        if Self.ownKind.contains(story.folded(head)), kin(before: base.start, story.folded(head)) == nil {
            return Subject(kind: .group, actors: [], span: base)
        }
        guard let actor = described(base, head) else { return nil }
        return Subject(kind: .party, actors: [actor], span: base)
    }

    /// "The resolution demanded": the body that adopted it, in the sentence or the one before.
    func paper(_ base: Span) -> Subject? {
        guard base.count <= 3, story.folded(base.start) == "the", Self.papers.contains(story.folded(base.end - 1)),
            let own = story.document.sentence(holding: base.start), own > 0
        else { return nil }
        let sentences = story.document.sentences
        guard sentences[own - 1].block == sentences[own].block else { return nil }
        for token in sentences[own - 1].span.start..<base.start where acts(token) {
            if let actor = cast.actor(at: token), cast.kind(actor) != .person {
                return Subject(kind: .party, actors: [actor], span: base)
            }
        }
        return nil
    }

    static let papers: Set<String> = [
        "resolution", "statement", "communique", "declaration", "letter", "petition", "motion", "ruling", "decree",
    ]

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
            // "the Kenyan minister": one of that state's.
            let state = base.range.lazy.compactMap { cast.adjectives[$0] }.first
            if let state,
                let own = nearest(before: base.start, where: { isCalled(word, $0) && cast.affiliation($0) == state })
            {
                return own
            }
            // "the minister": first one who is called so.
            return nearest(before: base.start, where: { isCalled(word, $0) && isDeputy($0) == isDeputy(base) })
                ?? nearest(before: base.start, where: { isCalled(word, $0) })
                ?? nearest(before: base.start) { $0 == .person }
        }
        // "the Government": first the one that is called so, as the Rudd Government.
        if word == "government",
            let kin = nearest(before: base.start, where: { cast.keys[$0].hasSuffix(" government") })
        {
            return kin
        }
        if word == "government" || word == "country" || word == "nation" || word == "administration" {
            return country(before: base.start)
        }
        if story.isOn(head, .placeNoun) {
            return place(before: base.start) ?? nearest(before: base.start) { $0 != .person }
        }
        // "the ministry", "the bank": first a body of that kind.
        if let kin = kin(before: base.start, word) { return kin }
        let isFirm = story.isOn(head, .firm) && word != "agency" && word != "university"
        return nearest(before: base.start, prefersSubject: true) { actor in
            guard cast.kind(actor) == .organization else { return false }
            return !isFirm || !cast.isPlace(actor) && !Self.publicBodies.contains { cast.keys[actor].contains($0) }
        }
    }

    private func isCalled(_ office: String, _ actor: Int) -> Bool {
        guard cast.kind(actor) == .person, let role = cast.actors[actor].role?.lowercased() else { return false }
        if office == "pm" { return role.contains("prime minister") || role == "pm" || role.hasSuffix(" pm") }
        if office == "leader", Self.leaders.contains(where: role.contains) { return !isDeputy(actor) }
        return role.contains(office)
    }

    /// Whom "the Kenyan leader" means.
    private static let leaders = ["president", "prime minister", "premier", "chancellor"]

    private func isDeputy(_ actor: Int) -> Bool {
        cast.actors[actor].role.map { isDeputy($0.lowercased().split(separator: " ")) } ?? false
    }

    private func isDeputy(_ span: Span) -> Bool { isDeputy(span.range.map { Substring(story.folded($0)) }) }

    private func isDeputy(_ words: [Substring]) -> Bool { words.contains { ["deputy", "vice"].contains($0) } }

    /// The nearest body whose name holds the word: "the council" for a City Council.
    private func kin(before index: Int, _ word: String) -> Int? {
        // Of several the one that the story is about.
        if let principal = cast.principal, cast.keys[principal].split(separator: " ").contains(where: { $0 == word }) {
            return principal
        }
        return nearest(before: index, where: { cast.keys[$0].split(separator: " ").contains { $0 == word } })
            ?? nearest(before: index, where: { cast.keys[$0].split(separator: " ").contains { $0.hasPrefix(word) } })
    }

    /// Bodies of which there are many: without one named so, it is none of those that are named.
    private static let ownKind: Set<String> = [
        "council", "court", "church", "school", "hospital", "museum", "parliament", "assembly", "police", "army",
        "navy", "committee", "panel", "board", "cabinet", "society", "team",
    ]

    /// What no "company" is.
    private static let publicBodies = [
        "ministry", "universit", "department", "assembly", "government", "committee", "congress", "state of",
    ]

    /// The state that acted last; of those that only stand there, the one that the story is about.
    private func country(before index: Int) -> Int? {
        let states = cast.actors.indices.filter { cast.kind($0) == .country }
        if states.count <= 1 { return states.first }
        let limit = max(0, index - Self.reachMax)
        for token in stride(from: index - 1, through: limit, by: -1) {
            guard let mention = cast.mention(at: token), let actor = cast.owners[mention], cast.kind(actor) == .country
            else { continue }
            let signs = cast.mentions[mention].signs
            let isParty = !signs.isDisjoint(with: [.acts, .speaks, .owns])
            if isParty, signs.isDisjoint(with: [.located, .enclosing]) { return actor }
        }
        return cast.homeCountry ?? nearest(before: index) { $0 == .country }
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
        var (candidate, subject): (Int?, Int?)
        var sentences = 0
        while token >= limit {
            if let actor = cast.actor(at: token), fits(actor) {
                guard prefersSubject else { return actor }
                candidate = candidate ?? actor
                if acts(token) { subject = actor }
            }
            if story.document.sentence(holding: token) != story.document.sentence(holding: max(0, token - 1)) {
                // Of several that act the first: "A and B signed a deal. It".
                if let subject { return subject }
                sentences += 1
                if sentences > 3, let candidate { return candidate }
            }
            token -= 1
        }
        return subject ?? candidate ?? ahead(of: index, fits)
    }

    /// Of the persons in the nearest sentence that names any, the first who acts or speaks, else the last.
    private func person(before index: Int) -> Int? {
        var (last, acting): (Int?, Int?)
        for token in stride(from: index - 1, through: max(0, index - Self.reachMax), by: -1) {
            if let actor = cast.actor(at: token), cast.kind(actor) == .person {
                last = last ?? actor
                if acts(token) || speaks(token) { acting = actor }
            }
            let isFirst = story.document.sentence(holding: token) != story.document.sentence(holding: max(0, token - 1))
            if isFirst, let found = acting ?? last { return found }
        }
        return acting ?? last ?? ahead(of: index) { cast.kind($0) == .person }
    }

    private func speaks(_ token: Int) -> Bool {
        guard let mention = cast.mention(at: token) else { return false }
        return cast.mentions[mention].signs.contains(.speaks)
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

    /// "the two leaders": the two persons with an office who were named last; nil where there are fewer.
    private func persons(before index: Int, _ span: Span) -> Subject? {
        var actors: [Int] = []
        for token in stride(from: index - 1, through: max(0, index - Self.reachMax), by: -1) where actors.count < 2 {
            if let actor = cast.actor(at: token), cast.kind(actor) == .person, cast.actors[actor].role != nil,
                !actors.contains(actor)
            {
                actors.insert(actor, at: 0)
            }
        }
        return actors.count == 2 ? Subject(kind: .party, actors: actors, span: span) : nil
    }

    /// Those that stand in a row before the party at `token`, in text order, the `known` left out.
    private func row(before token: Int, _ known: [Int], of kind: ActorKind?) -> [Int] {
        var found: [Int] = []
        var place = token
        while let mention = cast.mention(at: place), let actor = cast.owners[mention] {
            if cast.kind(actor) == .person || kind.map({ $0 != cast.kind(actor) }) ?? false { break }
            if place < token, !known.contains(actor), !found.contains(actor) { found.insert(actor, at: 0) }
            var before = cast.mentions[mention].span.start - 1
            while before > 0, ["and", ",", "the"].contains(story.folded(before)) { before -= 1 }
            guard before >= 0, before < cast.mentions[mention].span.start - 1,
                story.document.sentence(holding: before) == story.document.sentence(holding: token)
            else { break }
            place = before
        }
        return found
    }

    /// The two of a kind named last.
    func pair(of kind: ActorKind, before index: Int, _ span: Span) -> Subject { pair(before: index, span, of: kind) }

    /// The two parties named together last, else the two named last.
    private func pair(before index: Int, _ span: Span, of kind: ActorKind? = nil) -> Subject {
        var actors: [Int] = []
        var token = index - 1
        let limit = max(0, index - Self.reachMax)
        while token >= limit, actors.count < 2 {
            if let actor = cast.actor(at: token), kind.map({ $0 == cast.kind(actor) }) ?? (cast.kind(actor) != .person),
                !actors.contains(actor), !cast.isMedia(actor)
            {
                actors.insert(actor, at: 0)
                // "A, B and C agreed. They": the whole row.
                if actors.count == 2 { actors.insert(contentsOf: row(before: token, actors, of: kind), at: 0) }
            }
            token -= 1
        }
        return actors.isEmpty ? .none : Subject(kind: .party, actors: actors, span: span)
    }
}
