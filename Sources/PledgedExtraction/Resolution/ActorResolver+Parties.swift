import PledgedLanguage

/// Who of those named is a party, and not only a scene, an origin or a description.
extension ActorResolver {
    /// A state is a party where it acts, is acted on or is named as one; a person or a body, where it is no adjective.
    func isParty(_ group: [Int], _ owned: Set<String>) -> Bool {
        switch mentions[group[0]].kind {
        case .country(let name):
            let inText = group.filter { !mentions[$0].signs.contains(.headline) }
            return owned.contains(name) && group.contains { !isSeat(mentions[$0]) } || inText.contains(where: isParty)
                || inText.count < group.count && hasOfficials(name)
        case .person: return !group.allSatisfy { isEra(mentions[$0]) }
        case .organization: return !isScene(group) && !isProduct(group) && !isOccasion(group)
        case .place, .thing, .unknown: return true
        }
    }

    /// "Kenyan officials say": under a headline that names the state, it is who speaks.
    private func hasOfficials(_ state: String) -> Bool {
        story.tokens.indices.dropLast().contains { index in
            guard story.tokens[index].isCapitalized, Self.officials.contains(story.folded(index + 1)),
                let entry = countries.entry([story.folded(index)])
            else { return false }
            return entry.use == .demonym && entry.country == state
        }
    }

    private static let officials: Set<String> = ["officials", "authorities", "leaders", "diplomats"]

    /// Whether this very mention of a state shows it as a party.
    func isParty(_ index: Int) -> Bool {
        let mention = mentions[index]
        guard case .country = mention.kind else { return true }
        let isActive = !mention.signs.isDisjoint(with: [.acts, .speaks])
        if isSeat(mention) { return isActive && mention.signs.isDisjoint(with: [.located, .enclosing]) }
        if isActive { return true }
        return mention.signs.isDisjoint(with: [.located, .enclosing, .origin, .describes])
    }

    private func isSeat(_ mention: Mention) -> Bool {
        countries.entry(story.tokens[mention.span.range].map(\.folded))?.use == .seat
    }

    /// "the Monti government": the person names a time and does nothing.
    private func isEra(_ mention: Mention) -> Bool {
        mention.title == nil
            && ["government", "regime", "administration", "era", "dynasty"].contains(story.folded(mention.span.end))
    }

    /// A hall, a museum, a base, where something happens and that does nothing: "at the Moscone Center".
    private func isScene(_ group: [Int]) -> Bool {
        group.allSatisfy { index in
            let mention = mentions[index]
            return mention.signs.contains(.located) && mention.signs.isDisjoint(with: [.acts, .speaks, .owns])
                && Self.venues.contains(story.folded(mention.span.end - 1))
        } && !group.contains { owns(mentions[$0].span) }
    }

    private static let venues: Set<String> = [
        "museum", "center", "centre", "hospital", "base", "airfield", "courts", "hotel", "club", "house", "hall",
        "mosque", "church", "library", "academy",
    ]

    /// "the Future Forum (FF)", "their Strategic Partnership": what parties hold or have, unless it acts itself.
    private func isOccasion(_ group: [Int]) -> Bool {
        let isActive = group.contains { !mentions[$0].signs.isDisjoint(with: [.acts, .speaks, .owns]) }
        return !isActive
            && group.contains { index in
                let span = mentions[index].span
                return span.count > 1 && !span.range.contains { story.folded($0) == "of" || story.folded($0) == "for" }
                    && (story.isOn(span.end - 1, .thing) || story.folded(span.end - 1) == "partnership")
            } && !group.contains { owns(mentions[$0].span) }
    }

    /// Whether a person's title belongs to it: "a surgeon at the Royal Hospital".
    private func owns(_ span: Span) -> Bool {
        mentions.contains { mention in
            if case .name(let token) = mention.owner { span.range.contains(token) } else { false }
        }
    }

    /// "MacBook Air laptops", "the Unified Trident exercise": what the noun behind it says, unless it acts somewhere.
    private func isProduct(_ group: [Int]) -> Bool {
        let isKnown = group.contains { index in
            let span = mentions[index].span
            return mentions[index].longForm != nil || !mentions[index].signs.isDisjoint(with: [.acts, .speaks, .firm])
                || story.isOn(span.start, .knownBody) || span.range.contains { story.isOn($0, [.body, .legal]) }
                || owns(span)
        }
        return !isKnown && group.contains { Self.products.contains(story.folded(mentions[$0].span.end)) }
    }

    private static let products: Set<String> = [
        "laptop", "laptops", "phone", "phones", "smartphone", "smartphones", "tablet", "tablets", "computer",
        "computers", "processor", "processors", "chip", "chips", "software", "suite", "app", "apps", "application",
        "applications", "program", "programs", "programme", "operating", "system", "systems", "widget", "widgets",
        "console", "browser", "device", "devices", "series", "lineup", "model", "models", "car", "cars", "truck",
        "trucks", "aircraft", "jet", "jets", "plane", "planes", "helicopter", "helicopters", "missile", "missiles",
        "rocket", "rockets", "tank", "tanks", "drone", "drones", "satellite", "satellites", "vaccine", "vaccines",
        "drug", "drugs", "game", "games", "film", "films", "song", "songs", "album", "albums", "exercise", "exercises",
        "brand", "brands", "engine", "engines", "ship", "ships", "frigate", "carrier", "submarine", "submarines",
        "study", "studies", "survey", "festival", "event", "conference",
    ]
}
