import PledgedCore
import PledgedLanguage

/// Finds for each person with a title the party that the title belongs to.
struct Affiliations {
    let story: Story
    let countries: CountryTable

    func add(to cast: inout Cast) {
        let home = homeCountry(cast)
        for (index, mention) in cast.mentions.enumerated() {
            guard let person = cast.owners[index], cast.kind(person) == .person,
                cast.actors[person].affiliation == nil,
                let owner = owner(of: mention, in: cast, home: home), owner != person
            else { continue }
            cast.actors[person].affiliation = cast.actors[owner].label
        }
    }

    private func owner(of mention: Mention, in cast: Cast, home: Int?) -> Int? {
        if let title = mention.title, let ministry = ministry(title, in: cast) { return ministry }
        switch mention.owner {
        case .country(let name): return country(name, in: cast)
        case .name(let token): return body(at: token, in: cast)
        case .lastBody:
            if let title = mention.title, isOffice(title) { return home }
            return lastBody(before: mention.title?.start ?? mention.span.start, in: cast)
        case nil:
            guard let title = mention.title, isOffice(title) else { return nil }
            return home
        }
    }

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

    private func lastBody(before token: Int, in cast: Cast) -> Int? {
        let limit = max(0, token - 120)
        return stride(from: token - 1, through: limit, by: -1).lazy
            .compactMap { cast.actor(at: $0) }
            .first { cast.kind($0) != .person }
    }

    /// The ministry that a minister's title names: "Deputy Minister of Planning and Investment".
    private func ministry(_ title: Span, in cast: Cast) -> Int? {
        guard let joint = title.range.first(where: { ["of", "for"].contains(story.folded($0)) }), joint + 1 < title.end,
            story.isOn(joint - 1, .title)
        else { return nil }
        let field = story.key(Span(joint + 1, title.end))
        return cast.keys.indices.first { index in
            cast.kind(index) == .organization
                && (cast.keys[index].hasSuffix("of " + field) || cast.keys[index].hasSuffix("for " + field))
        }
    }

    /// An office of state: its holder acts for the country that the story is about.
    private func isOffice(_ title: Span) -> Bool {
        title.range.contains { Self.offices.contains(story.folded($0)) }
    }

    private static let offices: Set<String> = ["minister", "premier", "ambassador", "ministers", "chancellor"]

    /// The state that most of the story names.
    private func homeCountry(_ cast: Cast) -> Int? {
        let states = cast.actors.indices.filter { cast.actors[$0].kind == .country }
        return states.max { a, b in
            let (x, y) = (cast.actors[a].mentions.count, cast.actors[b].mentions.count)
            return x != y ? x < y : a > b
        }
    }
}
