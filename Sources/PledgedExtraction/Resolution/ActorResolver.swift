import PledgedCore
import PledgedLanguage

/// Brings the names of one party together: full name and surname, long form and letters, a state and its capital.
struct ActorResolver {
    let story: Story
    let countries: CountryTable
    let parties: PartyNames
    var mentions: [Mention]
    var groups: DisjointGroups
    /// By mention: how it was told to be the same as others.
    private var joints: [NameTrail]

    init(story: Story, countries: CountryTable, parties: PartyNames = PartyNames(), mentions: [Mention]) {
        self.story = story
        self.countries = countries
        self.parties = parties
        self.mentions = mentions.sorted { $0.span < $1.span }
        groups = DisjointGroups(count: mentions.count)
        joints = Array(repeating: [], count: mentions.count)
        repairLongForms(mentions)
    }

    /// `longForm` counted mentions before they were sorted.
    private mutating func repairLongForms(_ before: [Mention]) {
        let places = Dictionary(mentions.enumerated().map { ($1.span, $0) }, uniquingKeysWith: { first, _ in first })
        for index in mentions.indices {
            guard let old = mentions[index].longForm else { continue }
            mentions[index].longForm = places[before[old].span]
        }
    }

    mutating func cast() -> Cast {
        claimSurnames()
        joinEqualNames()
        joinAcronyms()
        joinShortNames()
        joinTurnedNames()
        joinLastWords()
        joinNicknames()
        joinParties()
        return assembled()
    }

    // MARK: Joining

    mutating func join(_ one: Int, _ other: Int, _ step: NameTrail) {
        groups.join(one, other)
        joints[one].insert(step)
    }

    /// A single word that is part of a person's full name is that person: "Jobs", "Dũng", "van der Meulen".
    private mutating func claimSurnames() {
        let full = mentions.indices.filter { mentions[$0].kind == .person && mentions[$0].key.contains(" ") }
        var byPart: [String: Int] = [:]
        for index in full {
            for part in Self.shortForms(mentions[index].key) where byPart[part] == nil { byPart[part] = index }
        }
        for index in mentions.indices {
            guard let person = byPart[mentions[index].key], mentions[index].key != mentions[person].key else {
                continue
            }
            switch mentions[index].kind {
            case .person: break
            case .organization: guard mentions[index].longForm == nil else { continue }
            case .unknown, .thing: break
            case .country, .place: continue
            }
            mentions[index].kind = .person
            join(index, person, .surname)
        }
    }

    /// Every way to leave words off a name at either end.
    private static func shortForms(_ key: String) -> [String] {
        let words = key.split(separator: " ")
        guard words.count <= 8 else { return [] }
        return (1..<words.count).flatMap { count in
            [words.suffix(count).joined(separator: " "), words.prefix(count).joined(separator: " ")]
        }
    }

    private mutating func joinEqualNames() {
        var first: [String: Int] = [:]
        for index in mentions.indices {
            guard let key = identity(mentions[index]) else { continue }
            if let known = first[key] { join(index, known, .equal) } else { first[key] = index }
        }
    }

    private func identity(_ mention: Mention) -> String? {
        switch mention.kind {
        case .person: "person " + mention.key
        case .organization: "organization " + mention.key
        case .country(let name): "country " + name
        case .place, .thing, .unknown: nil
        }
    }

    private mutating func joinAcronyms() {
        for index in mentions.indices {
            guard let long = mentions[index].longForm, isNamed(long) else { continue }
            join(index, long, .acronym)
        }
        joinEqualNames()
        joinInitials()
        joinOtherNames()
    }

    /// "the Japan Business Federation, known as Keidanren".
    private mutating func joinOtherNames() {
        for index in mentions.indices.dropFirst() where mentions[index].kind == .organization {
            let start = mentions[index].span.start
            let end = mentions[index].span.end
            if mentions[index - 1].kind == .organization, start - mentions[index - 1].span.end == 2,
                story.folded(start - 2) == ",", story.folded(start - 1) == "the",
                [",", ".", ")"].contains(story.folded(end))
            {
                // "Gavi, the Vaccine Alliance,"
                join(index, index - 1, .otherName)
                continue
            }
            if story.folded(start - 1) == "formerly", mentions[index - 1].kind == .organization,
                start - mentions[index - 1].span.end <= 3
            {
                // "Kioxia, formerly Toshiba Memory Corporation,"
                join(index, index - 1, .otherName)
                continue
            }
            guard story.folded(start - 1) == "as", mentions[index - 1].kind == .organization,
                mentions[index - 1].sentence == mentions[index].sentence,
                (max(0, start - 8)..<start).contains(where: { story.folded($0) == "known" })
            else { continue }
            join(index, index - 1, .otherName)
        }
    }

    /// Letters that stand alone, where one body's words begin with them.
    private mutating func joinInitials() {
        var byInitials: [String: Int] = [:]
        for index in mentions.indices where mentions[index].kind == .organization && mentions[index].span.count > 1 {
            let words = story.tokens[mentions[index].span.range].filter { $0.isWord && $0.isCapitalized }
            let initials = String(words.compactMap(\.folded.first))
            if initials.count >= 2, byInitials[initials] == nil { byInitials[initials] = index }
            // "U.S. Food and Drug Administration": the letters leave out the state.
            let rest = String(initials.dropFirst())
            if rest.count >= 3, words.first?.form.contains(".") == true, byInitials[rest] == nil {
                byInitials[rest] = index
            }
        }
        for index in mentions.indices where mentions[index].kind == .organization && mentions[index].span.count == 1 {
            guard story.tokens[mentions[index].span.start].isAllCapitals else { continue }
            if let long = byInitials[mentions[index].key] { join(index, long, .initials) }
        }
    }

    private func isNamed(_ index: Int) -> Bool { identity(mentions[index]) != nil }

    /// "Denso" for "Denso Corp.", "Corvane" for "Corvane Semiconductor": the beginning of one body's name.
    private mutating func joinShortNames() {
        var byPrefix: [String: [Int]] = [:]
        for index in mentions.indices where mentions[index].kind == .organization {
            for prefix in prefixes(of: mentions[index]) { byPrefix[prefix, default: []].append(index) }
        }
        takeBodiesForBodies(Set(byPrefix.keys))
        let bodies = mentions.indices.filter { mentions[$0].kind == .organization }
        let byKey = Dictionary(bodies.map { (mentions[$0].key, $0) }, uniquingKeysWith: { first, _ in first })
        for key in byKey.keys.sorted() {
            guard let long = byPrefix[key], let short = byKey[key], !isKnown(mentions[short]), let best = fullest(long)
            else { continue }
            join(short, best, .shortForm)
        }
    }

    /// "Corvane" is no person where a body's name begins so, and nothing in the text makes anybody of that name a person.
    private mutating func takeBodiesForBodies(_ beginnings: Set<String>) {
        let persons = mentions.filter { $0.kind == .person }
        let sure = Set(persons.filter { $0.title != nil }.map(\.key))
        let parts = Set(persons.filter { $0.span.count > 1 }.flatMap { $0.span.range.map(story.folded) })
        for index in mentions.indices where mentions[index].kind == .person && mentions[index].span.count == 1 {
            let key = mentions[index].key
            if beginnings.contains(key), !sure.contains(key), !parts.contains(key) {
                mentions[index].kind = .organization
            }
        }
    }

    /// "UN" is no short form of "UN Security Council".
    private func isKnown(_ mention: Mention) -> Bool {
        mention.span.count == 1 && story.isOn(mention.span.start, .knownBody)
    }

    /// What may stand for a body's whole name: all but its legal form and kind, and never a mere state or kind.
    private func prefixes(of mention: Mention) -> [String] {
        let span = mention.span
        guard span.count > 1 else { return [] }
        return (1..<span.count).compactMap { count in
            let part = Span(span.start, span.start + count)
            let words = part.range.map(story.folded)
            guard countries.entry(words) == nil, !part.range.allSatisfy({ story.isOn($0, [.bodyOf, .body]) }) else {
                return nil
            }
            // "Department" is not short for "Department of Health" by this rule: "the department" is.
            guard story.folded(part.end) != "of", story.folded(part.end) != "for" else { return nil }
            return words.joined(separator: " ")
        }
    }

    /// Of several bodies that share a beginning the one with a legal form, else the first.
    private func fullest(_ bodies: [Int]) -> Int? {
        let names = Set(bodies.map { groups.first(of: $0) })
        if names.count <= 1 { return bodies.first }
        let formal = bodies.first {
            story.isOn(mentions[$0].span.end - 1, .legal) || story.folded(mentions[$0].span.end - 1) == "corporation"
        }
        return formal ?? bodies.first
    }

    /// All names by which a user knows one party.
    private mutating func joinParties() {
        guard !parties.isEmpty else { return }
        var first: [PartyNames.Party: Int] = [:]
        for index in mentions.indices {
            guard let party = party(mentions[index]) else { continue }
            if let known = first[party] { join(index, known, .joinedByUser) } else { first[party] = index }
        }
    }

    /// The party that a user knows by the mention's very words.
    private func party(_ mention: Mention) -> PartyNames.Party? {
        guard let party = parties.party(mention.span, in: story) else { return nil }
        switch mention.kind {
        case .person: return party.kind == .person ? party : nil
        case .organization: return party.kind == .organization ? party : nil
        case .country, .place, .thing, .unknown: return nil
        }
    }

    // MARK: Assembling

    private func assembled() -> Cast {
        let members = Dictionary(grouping: mentions.indices.filter(isNamed)) { groups.first(of: $0) }
        let owned = countriesOfTitles()
        var owners: [Int?] = Array(repeating: nil, count: mentions.count)
        var actors: [NamedActor] = []
        var keys: [String] = []
        var origins: [ActorOrigin] = []
        for (_, group) in members.sorted(by: { $0.key < $1.key }) where isParty(group, owned) {
            for index in group where isParty(index) { owners[index] = actors.count }
            let usual = parties.isEmpty ? nil : group.lazy.compactMap { party(mentions[$0]) }.first
            let draft = ActorDraft(
                group.map { mentions[$0] },
                label: actors.count + 1,
                usualName: usual?.name,
                story: story
            )
            actors.append(draft.actor)
            keys.append(draft.key)
            origins.append(origin(group, usual))
        }
        var cast = Cast(mentions: mentions, owners: owners, actors: actors, keys: keys)
        cast.origins = origins
        cast.datelineCountry = datelineCountry(actors)
        cast.authors = authors(cast)
        cast.adjectives = adjectives(cast)
        Affiliations(story: story, countries: countries).add(to: &cast)
        return cast
    }

    /// "We, the leaders of Kenya, Norway and Japan, agree": whose words a joint statement is.
    private func authors(_ cast: Cast) -> [Int] {
        for index in story.tokens.indices.dropLast(3)
        where story.folded(index) == "we" && story.folded(index + 1) == "," && story.folded(index + 2) == "the" {
            let limit = min(index + 40, story.tokens.count)
            let end = ((index + 3)..<limit).first {
                story.isOn($0, [.auxiliary, .say, .verbForm]) && !story.tokens[$0].isCapitalized
                    || [".", ";", ":"].contains(story.tokens[$0].form)
            }
            let named = cast.actors(in: index..<(end ?? limit)).filter { cast.kind($0) != .person }
            if named.count > 1 { return named }
        }
        return authorsOfDeclaration(cast)
    }

    /// Who acts together in the first sentence of a text that goes on as "we", outside quotations.
    private func authorsOfDeclaration(_ cast: Cast) -> [Int] {
        let prose = story.sentences.filter { Story.isProse(story.role(of: $0)) }
        let ours = prose.dropFirst().filter { ["we", "our"].contains(story.folded($0.span.start)) }
        guard ours.count > 1, let first = prose.first?.span else { return [] }
        let end = first.range.first { story.isOn($0, .auxiliary) && !story.tokens[$0].isCapitalized }
        let named = cast.actors(in: first.start..<(end ?? first.start)).filter {
            cast.kind($0) != .person && !cast.isPlace($0)
        }
        return named.count > 1 ? named : []
    }

    /// Where a state's adjective stands, if the state is a party.
    private func adjectives(_ cast: Cast) -> [Int: Int] {
        var states: [String: Int] = [:]
        for (index, mention) in cast.mentions.enumerated() {
            if case .country(let name) = mention.kind, let owner = cast.owners[index] { states[name] = owner }
        }
        var found: [Int: Int] = [:]
        guard !states.isEmpty else { return found }
        for (index, token) in story.tokens.enumerated() where token.isCapitalized && cast.mention(at: index) == nil {
            guard let entry = countries.entry([token.folded]), entry.use == .demonym else { continue }
            found[index] = states[entry.country]
        }
        return found
    }

    /// "NAIROBI": Kenya.
    private func datelineCountry(_ actors: [NamedActor]) -> Int? {
        guard let place = story.place else { return nil }
        let words = Words.tokens(Substring(place)).map(\.folded)
        guard let entry = countries.entry(words), entry.use == .seat else { return nil }
        return actors.firstIndex { $0.kind == .country && $0.canonicalName == entry.country }
    }

    /// Of the first mention that tells its kind, which all have, and of all that were told to be the same.
    private func origin(_ group: [Int], _ usual: PartyNames.Party?) -> ActorOrigin {
        ActorOrigin(
            // A headline, where it comes first, tells only that the text below knows the name.
            mention: group.first { mentions[$0].trail != .sameName } ?? group[0],
            joints: group.reduce(into: []) { $0.formUnion(joints[$1]) },
            title: group.lazy.compactMap { mentions[$0].title }.first,
            known: usual
        )
    }

    private func countriesOfTitles() -> Set<String> {
        Set(
            mentions.compactMap { mention in
                if case .country(let name) = mention.owner { name } else { nil }
            }
        )
    }
}
