import PledgedCore
import PledgedLanguage

extension PledgeFinder {
    /// Who is bound, or asks.
    func bearer(of match: CueMatch, _ rule: CueRule, _ sentence: Span, _ trees: SentenceTrees) -> Bearing {
        switch rule.bearer {
        case .subject: clauseBearer(of: match, rule, sentence, trees)
        case .owner: Bearing(subject: owner(of: match, sentence), isPassive: false)
        case .agent: Bearing(subject: agent(of: match, sentence).by(.agent), isPassive: false)
        case .speaker: Bearing(subject: .none, isPassive: false)
        }
    }

    /// The subject of the cue; of what "will be done by X" the agent.
    private func clauseBearer(
        of match: CueMatch,
        _ rule: CueRule,
        _ sentence: Span,
        _ trees: SentenceTrees
    ) -> Bearing {
        let found = payer(subject(of: match, sentence, trees), rule)
        guard rule.kind != .request, isPassive(match) else { return Bearing(subject: found, isPassive: false) }
        return Bearing(subject: doer(of: match, sentence) ?? found, isPassive: true)
    }

    /// "be trained by India": the party after "by".
    private func doer(of match: CueMatch, _ sentence: Span) -> Subject? {
        for index in match.act..<min(match.act + 15, sentence.end) where story.folded(index) == "by" {
            let start = story.isOn(index + 1, .determiner) ? index + 2 : index + 1
            guard let mention = cast.mention(at: start), let actor = cast.owners[mention] else { continue }
            return Subject(kind: .party, actors: [actor], span: cast.mentions[mention].span, trail: [.agent, .name])
        }
        return nil
    }

    /// Who unveils money in a person's voice: the body or state that he speaks for.
    private func payer(_ subject: Subject, _ rule: CueRule) -> Subject {
        guard ["set-aside", "approve-sum"].contains(rule.name), subject.actors.count == 1,
            let person = subject.actors.first,
            cast.kind(person) == .person, let body = cast.affiliation(person)
        else { return subject }
        var subject = subject.by(.speakersBody)
        subject.actors = [body]
        return subject
    }

    private func subject(of match: CueMatch, _ sentence: Span, _ trees: SentenceTrees) -> Subject {
        if let party = cast.mention(at: match.anchorStart - 1), rules[match.rule].needs.contains(.headline) {
            let span = cast.mentions[party].span
            return Subject(kind: .party, actors: headlineActors(span, sentence), span: span, trail: .headline)
        }
        let isJoined = ["and", "but", ","].contains(story.folded(match.anchorStart - 1))
        if rules[match.rule].kind == .request, isJoined {
            if story.folded(match.anchorStart).hasSuffix("ing") {
                // "..., X said, urging Y to": whoever acts right before.
                let near = nearSubject(match, sentence)
                if near.kind == .party { return near }
            }
            // "X said Y would pay, and asked Z to": the one who speaks asks.
            let main = mainSubject(match, sentence)
            if main.kind == .party { return main }
        }
        let found = subjects.subject(of: match.anchorStart, in: sentence).by(.subject)
        if found.kind == .none, found.span == nil, let lead = leads.subject(of: match.sentence) {
            return lead.by(.leadIn)
        }
        if let party = party(of: match, sentence, trees, besides: found) { return party }
        if found.kind == .none, found.span == nil, let main = subjectBehind(match, sentence) { return main }
        if found.kind == .none, found.span == nil {
            let isPurpose = rules[match.rule].kind == .request && story.folded(match.anchorStart - 1) == "to"
            return isPurpose ? nearSubject(match, sentence) : mainSubject(match, sentence)
        }
        return found
    }

    /// The party that the tree has for the cue's subject where the words before it, read back to the clause's beginning,
    /// show none.
    private func party(
        of match: CueMatch,
        _ sentence: Span,
        _ trees: SentenceTrees,
        besides words: Subject
    ) -> Subject? {
        if words.kind == .party || !mayShowMore(than: words, match, sentence) { return nil }
        guard let inTree = trees[sentence].subject(of: match.anchorStart) else { return nil }
        // What "it" stands for the words have told: often nothing.
        if words.kind == .thing, inTree.span.count == 1, story.folded(inTree.span.start) == "it" { return nil }
        var found = subjects.phrase(inTree.span, sentence).by([.subject, .tree])
        found.path = inTree.path
        if found.kind == .party { return found }
        // "Airborne troops and marines will": the words see the last of them.
        guard let span = words.span, inTree.span.start < span.start, inTree.span.end >= span.end else { return nil }
        var whole = words
        whole.span = inTree.span
        return whole
    }

    /// Whether the sentence holds, before the cue, anything that a tree could show for a party, or for more of the phrase.
    private func mayShowMore(than words: Subject, _ match: CueMatch, _ sentence: Span) -> Bool {
        let known = words.span ?? Span(match.anchorStart, match.anchorStart)
        if ["and", ","].contains(story.folded(known.start - 1)) { return true }
        return (sentence.start..<match.anchorStart).contains { index in
            cast.mention(at: index) != nil || story.isOn(index, .pronoun)
                || !known.contains(index) && story.isOn(index, [.bodyNoun, .personNoun, .stateNoun, .placeNoun])
        }
    }

    /// "Calling on donors to pay, Kenya proposed": whoever acts in the clause behind the gerund that opens the sentence.
    private func subjectBehind(_ match: CueMatch, _ sentence: Span) -> Subject? {
        guard match.anchorStart - sentence.start <= 1, story.folded(match.anchorStart).hasSuffix("ing"),
            let comma = (match.span.end..<max(match.span.end, sentence.end)).first(where: { story.folded($0) == "," })
        else { return nil }
        let found = subject(amongVerbsAt: comma..<sentence.end, sentence)
        return found.kind == .party ? found : nil
    }

    /// "The paper says the minister telephoned to urge": the subject of the verb before, not the first.
    private func nearSubject(_ match: CueMatch, _ sentence: Span) -> Subject {
        subject(amongVerbsAt: (sentence.start..<match.anchorStart).reversed(), sentence)
    }

    /// "Britain and Japan to share": all names of the headline before the cue.
    private func headlineActors(_ span: Span, _ sentence: Span) -> [Int] {
        guard story.folded(span.start - 1) == "and" else { return cast.actors(in: span.range) }
        return cast.actors(in: sentence.start..<span.end)
    }

    /// A gerund's or a noun's bearer: the subject of the sentence.
    private func mainSubject(_ match: CueMatch, _ sentence: Span) -> Subject {
        subject(amongVerbsAt: sentence.start..<match.anchorStart, sentence)
    }

    /// Of the first verb that a party or a group is the subject of.
    private func subject(amongVerbsAt places: some Sequence<Int>, _ sentence: Span) -> Subject {
        for index in places {
            guard story.isOn(index, [.auxiliary, .verbForm, .say]) || subjects.isPastOfParty(index),
                !story.tokens[index].isCapitalized, cast.mention(at: index) == nil
            else { continue }
            let found = subjects.subject(of: index, in: sentence)
            if found.kind == .party || found.kind == .group { return found.by(.mainSubject) }
        }
        return .none
    }

    private func owner(of match: CueMatch, _ sentence: Span) -> Subject {
        var index = max(match.anchorStart, match.act) - 1
        let limit = max(sentence.start, match.anchorStart - 7)
        while index >= limit {
            if ["'s", "'"].contains(story.folded(index)), let actor = cast.actor(at: index - 1) {
                return Subject(kind: .party, actors: [actor], span: Span(index - 1, index), trail: [.owner, .name])
            }
            if ["'s", "'"].contains(story.folded(index)) {
                let found = subjects.phrase(Span(max(sentence.start, index - 2), index), sentence)
                if found.kind == .party { return found.by(.owner) }
            }
            if ["its", "their", "his", "her", "our"].contains(story.folded(index)) {
                return possessive(index, sentence).by([.owner, .possessive])
            }
            // "Kenyan plans to build"
            if let state = cast.adjectives[index], index == match.anchorStart - 1 {
                return Subject(kind: .party, actors: [state], span: Span(index, index + 1), trail: [.owner, .name])
            }
            if let actor = cast.actor(at: index), index == match.anchorStart - 1 {
                return Subject(kind: .party, actors: [actor], span: Span(index, index + 1), trail: [.owner, .name])
            }
            let isOutside = index < match.anchorStart
            if isOutside, story.isOn(index, .preposition) || story.tokens[index].isPunctuation { break }
            index -= 1
        }
        // "a US$13.8 million commitment the U.S. State Department made", "the promise it gave".
        let after = match.span.end..<min(match.span.end + 8, sentence.end)
        if rules[match.rule].needs.contains(.money), let actor = cast.actors(in: after).first {
            return Subject(kind: .party, actors: [actor], span: nil, trail: .maker)
        }
        // "rejected calls for", "a protest over plans to": whose they are nobody says.
        let reach = max(sentence.start, match.anchorStart - 3)..<match.anchorStart
        if reach.contains(where: { Self.reactions.contains(story.folded($0)) }) {
            return Subject(kind: .group, actors: [], span: nil)
        }
        return mainSubject(match, sentence)
    }

    /// Before a plan or a call: the words of whoever is not its owner.
    private static let reactions: Set<String> = [
        "reject", "rejects", "rejected", "rejecting", "dismiss", "dismissed", "dismisses", "ignored", "ignores",
        "resist",
        "resisted", "back", "backed", "backs", "support", "supports", "supported", "welcomed", "welcomes", "amid",
        "despite", "protest", "protests", "protesting", "oppose", "opposes", "opposed", "opposing", "criticized",
        "criticised", "condemned", "against", "over", "block", "blocked", "stop", "halt", "face", "faces", "faced",
        "endorsed", "endorses", "echoed", "joined", "heeded", "faced",
    ]

    private func possessive(_ index: Int, _ sentence: Span) -> Subject {
        let word = story.folded(index)
        if word == "our" { return Subject(kind: .party, actors: [], span: Span(index, index + 1), isSpeaker: true) }
        let before = Span(sentence.start, index)
        let near = cast.actors(in: before.range).first { word == "his" || word == "her" || cast.kind($0) != .person }
        if let near { return Subject(kind: .party, actors: [near], span: nil) }
        let pronoun = word == "its" ? "it" : word == "their" ? "they" : "he"
        return subjects.references.standIn(pronoun, before: index)
    }

    private func agent(of match: CueMatch, _ sentence: Span) -> Subject {
        guard let span = match.addressee else { return .none }
        let named = cast.actors(in: span.range)
        return named.isEmpty
            ? subjects.phrase(span, sentence) : Subject(kind: .party, actors: named, span: span, trail: .name)
    }

    /// "be built", "be trained" after the cue.
    func isPassive(_ match: CueMatch) -> Bool {
        if story.folded(match.act) == "be" { return !isPredicate(match.act) }
        // "would begin to be shipped"
        return ["begin", "start", "continue"].contains(story.folded(match.act)) && story.folded(match.act + 1) == "to"
            && story.folded(match.act + 2) == "be"
    }

    /// "be the next target", "be severe": what something is, and nothing that is done to it.
    func isPredicate(_ be: Int) -> Bool {
        var next = be + 1
        while story.isOn(next, .adverb) { next += 1 }
        guard next < story.tokens.count, story.tokens[next].isWord else { return true }
        if story.isOn(next, [.determiner, .preposition, .pronoun, .numberWord]) { return true }
        let word = story.folded(next)
        return !(VerbForms.isVerb(word, after: "") || story.isOn(next, .verbForm) || word.hasSuffix("ed"))
    }
}
