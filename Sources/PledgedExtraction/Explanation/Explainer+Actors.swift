import PledgedCore
import PledgedLanguage

extension Explainer {
    func actor(_ actor: NamedActor, _ origin: ActorOrigin) -> Explanation {
        let mention = cast.mentions[origin.mention]
        return Explanation(
            source: source(of: mention, origin),
            cues: [anchor(mention.clue ?? mention.span.start)].filter { _ in mention.clue != nil },
            fields: [
                Field(
                    name: "kind",
                    value: actor.kind.rawValue,
                    steps: mention.trail.steps,
                    words: anchor(mention.span)
                ),
                names(actor, origin),
            ] + role(actor, origin),
            confidence: actor.confidence
        )
    }

    private func names(_ actor: NamedActor, _ origin: ActorOrigin) -> Field {
        let alone = Step(name: "alone", sentence: "It is named once, or always alike.")
        let steps = origin.joints.subtracting(.equal).steps
        let value = actor.names.joined(separator: "; ")
        return Field(name: "names", value: value, steps: steps.isEmpty ? [alone] : steps, words: nil)
    }

    private func role(_ actor: NamedActor, _ origin: ActorOrigin) -> [Field] {
        var fields: [Field] = []
        if let role = actor.role, let title = origin.title {
            let step = Step(name: "title", sentence: "The title that stands by the name.")
            fields.append(Field(name: "role", value: role, steps: [step], words: anchor(title)))
        }
        if let body = actor.affiliation, let step = origin.affiliation {
            fields.append(Field(name: "of", value: names([body]), steps: [step.step], words: nil))
        }
        return fields
    }

    // MARK: What found it

    private func source(of mention: Mention, _ origin: ActorOrigin) -> Source {
        if let party = origin.known, mention.trail == .userName { return Self.source(of: party) }
        if let entry = state(mention) { return entry }
        if let entry = word(mention) { return entry }
        let purpose = mention.trail.steps.first?.sentence ?? "What stands around the name tells what it is."
        return Source(kind: .context, name: mention.trail.steps.first?.name ?? "", purpose: purpose)
    }

    private static func source(of party: PartyNames.Party) -> Source {
        Source(
            kind: .lexicon,
            name: "party",
            purpose: "A party that a user knows by name.",
            file: party.file,
            line: party.line,
            entry: party.name
        )
    }

    private func state(_ mention: Mention) -> Source? {
        guard case .country(let name) = mention.kind,
            let entry = book.countries.entry(story.tokens[mention.span.range].map(\.folded))
                ?? book.countries.entry(Words.tokens(name).map(\.folded))
        else { return nil }
        return Source(
            kind: .lexicon,
            name: "states",
            purpose: "States, by every name that news gives them.",
            file: entry.file,
            line: entry.line,
            entry: entry.country
        )
    }

    /// The word that told the kind, with the line that puts it on its list.
    private func word(_ mention: Mention) -> Source? {
        guard let clue = mention.clue else { return nil }
        let word = story.folded(clue)
        let places = Self.lists(mention.trail).lazy.compactMap { book.lexicon.place(of: word, on: $0) }
        guard let place = places.first else { return nil }
        return Source(
            kind: .lexicon,
            name: place.list,
            purpose: mention.trail.steps.first?.sentence ?? "",
            file: place.file,
            line: place.line,
            entry: word
        )
    }

    /// The lists on which the word may stand that told a name's kind, the likeliest first.
    private static func lists(_ trail: NameTrail) -> [WordLists] {
        if trail.contains(.legal) { return [.legal] }
        if trail.contains(.body) { return [.body] }
        if trail.contains(.bodyOf) { return [.bodyOf, .body] }
        if trail.contains(.knownBody) { return [.knownBody, .loneBody] }
        if trail.contains(.given) { return [.given] }
        if trail.contains(.familyFirst) { return [.familyFirst] }
        if trail.contains(.personTitle) { return [.title, .titlePart, .polite, .personNoun] }
        return []
    }
}
