import PledgedCore
import PledgedLanguage

/// Finds for each person with a title the party that the title belongs to.
struct Affiliations {
    let story: Story
    let countries: CountryTable

    func add(to cast: inout Cast) {
        let home = cast.homeCountry
        for (index, mention) in cast.mentions.enumerated() {
            guard let person = cast.owners[index], cast.kind(person) == .person,
                cast.actors[person].affiliation == nil,
                let (owner, step) = owner(of: mention, in: cast, home: home), owner != person
            else { continue }
            cast.actors[person].affiliation = cast.actors[owner].label
            cast.origins[person].affiliation = step
        }
    }

    private func owner(of mention: Mention, in cast: Cast, home: Int?) -> (Int, AffiliationStep)? {
        if let title = mention.title, let ministry = ministry(title, in: cast) { return (ministry, .ministry) }
        switch mention.owner {
        case .country(let name): return country(name, in: cast).map { ($0, .state) }
        case .name(let token):
            return body(at: token, in: cast).map { ($0, .name) } ?? field(at: token, in: cast).map { ($0, .field) }
                ?? body(describedAt: token, in: cast).map { ($0, .described) }
        case .described(let token): return body(describedAt: token, in: cast).map { ($0, .described) }
        case .its:
            guard let title = mention.title else { return nil }
            return possessor(of: title, in: cast).map { ($0, .lastBody) }
        case .lastBody, nil:
            guard let title = mention.title else { return nil }
            if isOffice(title) || isHeadOfState(title, mention) { return home.map { ($0, .home) } }
            guard mention.owner == .lastBody else { return nil }
            return lastBody(before: title.start, title, in: cast).map { ($0, .lastBody) }
        }
    }

    /// ", Undersecretary of Health": the department of that name.
    private func field(at token: Int, in cast: Cast) -> Int? {
        var end = token
        while end < story.tokens.count, end - token <= 6, !story.tokens[end].isPunctuation { end += 1 }
        guard end > token else { return nil }
        return ministry(named: story.key(Span(token, end)), in: cast)
    }

    /// "the union's director", "Council President": the body before whose name holds the word.
    private func body(describedAt token: Int, in cast: Cast) -> Int? {
        let word = story.folded(token)
        return stride(from: token - 1, through: max(0, token - Self.reachMax), by: -1).lazy.compactMap {
            cast.actor(at: $0)
        }
        .first { cast.kind($0) == .organization && cast.keys[$0].split(separator: " ").contains { $0 == word } }
    }

    /// "its chairman": who acts in the sentence, else the body named last; a state for a minister or an envoy.
    private func possessor(of title: Span, in cast: Cast) -> Int? {
        let isState = isOffice(title) || title.range.contains { ["president", "envoy"].contains(story.folded($0)) }
        let sentence = story.document.sentence(holding: title.start)
        var nearest: Int?
        for index in stride(from: title.start - 1, through: max(0, title.start - Self.reachMax), by: -1) {
            guard let mention = cast.mention(at: index), let actor = cast.owners[mention], cast.kind(actor) != .person,
                cast.mentions[mention].signs.isDisjoint(with: [.media]), isState || cast.kind(actor) == .organization
            else { continue }
            if isState, cast.kind(actor) == .country { return actor }
            let acts = cast.mentions[mention].signs.contains(.acts)
            if acts, story.document.sentence(holding: index) == sentence { return actor }
            nearest = nearest ?? actor
        }
        return nearest
    }

    private static let reachMax = 60

    private func country(_ name: String, in cast: Cast) -> Int? {
        cast.actors.firstIndex { $0.kind == .country && $0.canonicalName == name }
    }

    /// The first party at the token or soon after it.
    private func body(at token: Int, in cast: Cast) -> Int? {
        for index in token..<min(token + 6, story.tokens.count) {
            if let actor = cast.actor(at: index), cast.kind(actor) != .person { return actor }
            if index > token, story.tokens[index].isPunctuation { break }
        }
        return nil
    }

    /// The body spoken of last: a school for a rector, else what acts, most of all what acts most; no state.
    private func lastBody(before token: Int, _ title: Span, in cast: Cast) -> Int? {
        let isSchool = title.range.contains { ["rector", "dean", "professor"].contains(story.folded($0)) }
        if title.range.contains(where: { Self.personal.contains(story.folded($0)) }) { return nil }
        var (nearest, acting): (Int?, Int?)
        for index in stride(from: token - 1, through: max(0, token - 150), by: -1) {
            guard let mention = cast.mention(at: index), let actor = cast.owners[mention],
                cast.kind(actor) == .organization, cast.mentions[mention].signs.isDisjoint(with: [.place, .media])
            else { continue }
            if isSchool {
                if cast.keys[actor].contains("universit") || cast.keys[actor].contains("college") { return actor }
            } else if cast.mentions[mention].signs.contains(.acts) {
                if actor == cast.principal { return actor }
                acting = acting ?? actor
            }
            nearest = nearest ?? actor
        }
        return acting ?? nearest
    }

    /// Titles that belong to nobody by themselves.
    private static let personal: Set<String> = [
        "mayor", "senator", "judge", "justice", "king", "queen", "curator", "student",
    ]

    /// The ministry that a minister's title names: "Deputy Minister of Planning and Investment".
    private func ministry(_ title: Span, in cast: Cast) -> Int? {
        guard let joint = title.range.first(where: { ["of", "for"].contains(story.folded($0)) }), joint + 1 < title.end,
            story.isOn(joint - 1, .title)
        else { return nil }
        return ministry(named: story.key(Span(joint + 1, title.end)), in: cast)
    }

    private func ministry(named field: String, in cast: Cast) -> Int? {
        cast.keys.indices.first { index in
            cast.kind(index) == .organization
                && (cast.keys[index].hasSuffix("of " + field) || cast.keys[index].hasSuffix("for " + field))
        }
    }

    /// An office of state: its holder acts for the country that the story is about.
    private func isOffice(_ title: Span) -> Bool {
        title.range.contains { Self.offices.contains(story.folded($0)) }
    }

    /// "President Bush": with a capital before the name, and nobody's beside it.
    private func isHeadOfState(_ title: Span, _ mention: Mention) -> Bool {
        title.count == 1 && story.folded(title.start) == "president" && story.tokens[title.start].isCapitalized
            && title.end == mention.span.start
    }

    private static let offices: Set<String> = ["minister", "premier", "ambassador", "ministers", "chancellor"]
}
