import PledgedCore
import PledgedLanguage

/// Finds the subject of a verb without a tree: the noun phrase before it, back to where its clause begins.
struct SubjectFinder {
    let story: Story
    let cast: Cast
    let references: References

    /// The subject of the verb, or the cue that begins with it, in the sentence of these tokens.
    func subject(of verb: Int, in sentence: Span) -> Subject { subject(of: verb, in: sentence, depth: 0) }

    private func subject(of verb: Int, in sentence: Span, depth: Int) -> Subject {
        var end = verb
        while end > sentence.start, isBetween(end - 1) || opensPartialQuote(end - 1, sentence) { end -= 1 }
        guard end > sentence.start else { return lead(sentence) }
        let before = end - 1
        let word = story.folded(before)
        if ["which", "who", "that"].contains(word), before > sentence.start {
            return antecedent(of: before, sentence, depth).by(.relative)
        }
        if ["and", "but", "or", "then"].contains(word) { return shared(before, sentence, depth).by(.joined) }
        if word == "," {
            if let outer = overComment(before, sentence, depth) { return outer.by(.comment) }
            return shared(before, sentence, depth).by(.joined)
        }
        if word == "to" || story.isOn(before, .preposition), depth < 4 {
            return Subject.none
        }
        let start = clauseStart(end, sentence)
        return phrase(Span(start, end), sentence)
    }

    /// "it “will have an answer”": a quotation that begins with the verb.
    private func opensPartialQuote(_ index: Int, _ sentence: Span) -> Bool {
        guard ["\"", "“"].contains(story.tokens[index].form), story.tokens[index].has(.spaceBefore),
            index > sentence.start
        else { return false }
        return story.tokens[index - 1].isWord
    }

    /// Adverbs and auxiliaries between a subject and its verb.
    private func isBetween(_ index: Int) -> Bool {
        guard story.tokens[index].isWord || story.folded(index).hasPrefix("'") else { return false }
        if cast.mention(at: index) != nil, !story.isOn(index, .opener) { return false }
        if isDay(index) || story.folded(index) == "on" && isDay(index + 1) { return true }
        let isVerbal =
            (story.isOn(index, [.adverb, .auxiliary]) || story.isOfManner(index))
            && !["no", "all"].contains(story.folded(index))
        return isVerbal && !story.isOn(index, .pronoun) || ["being", "each", "both"].contains(story.folded(index))
    }

    /// "Donors on Monday promised": when, between who and what.
    private func isDay(_ index: Int) -> Bool {
        [
            "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday",
            "tonight",
        ].contains(story.folded(index))
    }

    // MARK: The clause

    private func clauseStart(_ end: Int, _ sentence: Span) -> Int {
        var start = end
        while start > sentence.start {
            if let open = opening(start - 1, sentence) {
                start = open
            } else if isBoundary(start - 1, phraseFrom: start, end) {
                break
            } else {
                start -= 1
            }
        }
        return start
    }

    /// The bracket or quotation mark that opens what closes at `index`; nil where nothing does.
    private func opening(_ index: Int, _ sentence: Span) -> Int? {
        let pairs = [")": "(", "”": "“", "\"": "\""]
        guard let mark = pairs[story.tokens[index].form] else { return nil }
        // A quotation that is a sentence, and no name or term in marks.
        if mark != "(", [",", ".", "?", "!"].contains(story.folded(index - 1)) { return nil }
        if mark == "\"", story.tokens[index].has(.spaceBefore) { return nil }
        return stride(from: index - 1, through: max(sentence.start, index - 14), by: -1).first {
            story.tokens[$0].form == mark && (mark != "\"" || story.tokens[$0].has(.spaceBefore))
        }
    }

    private func isBoundary(_ index: Int, phraseFrom start: Int, _ end: Int) -> Bool {
        let token = story.tokens[index]
        if opensOwn(start, after: index) { return true }
        if cast.mention(at: index) != nil { return story.isOn(start, .determiner) && isTold(index) }
        switch token.form {
        case ";", ":", "“", "\"", "”", "—", "–", "(", "•", "*", "...": return true
        case ",": return !isList(index)
        default: break
        }
        if story.isOn(index, .say), !story.isOn(index - 1, .determiner) { return true }
        if [
            "that", "because", "if", "while", "when", "where", "although", "whereas", "whether", "after", "before",
            "until",
            "since", "unless", "as", "than", "but", "so", "which", "who",
        ].contains(token.folded) {
            return true
        }
        if token.folded == "and" || token.folded == "or" { return !isList(index) }
        return story.isOn(index, .auxiliary) && !token.folded.hasPrefix("'") && token.folded != "do"
    }

    /// "told officials in Kiev his country would": a possessive that no preposition or verb leads to opens a phrase.
    private func opensOwn(_ start: Int, after index: Int) -> Bool {
        guard ["his", "her", "its", "their", "our"].contains(story.folded(start)), story.tokens[index].isWord else {
            return false
        }
        let reach = max(0, index - 8)..<index
        return !story.isOn(index, .closed) && reach.contains { Self.telling.contains(story.folded($0)) }
    }

    private static let telling: Set<String> = ["tell", "told", "tells", "informed", "assured", "warned", "reminded"]

    /// Whether whoever ends at `index` is told something: "Officials told BBC News every claim would".
    private func isTold(_ index: Int) -> Bool {
        guard let mention = cast.mention(at: index), cast.mentions[mention].span.end == index + 1 else { return false }
        let before = cast.mentions[mention].span.start - 1
        return ["tell", "told", "tells", "informed", "assured"].contains(story.folded(before))
    }

    /// Whether a comma or "and" joins names: "A, B and C".
    private func isList(_ index: Int) -> Bool {
        var right = index + 1
        while ["and", "the", ",", "or", "a"].contains(story.folded(right)) { right += 1 }
        // "A, B, and C"
        let left = story.folded(index - 1) == "," && story.folded(index) != "," ? index - 2 : index - 1
        guard cast.actor(at: left) != nil || [")", "'s"].contains(story.folded(left)) else { return false }
        return cast.actor(at: right) != nil
    }

    /// "X, the maker of Y, will": over the comment to X.
    private func overComment(_ comma: Int, _ sentence: Span, _ depth: Int) -> Subject? {
        let limit = max(sentence.start, comma - 40)
        // The outermost comment first: "ESMC, in which A, B and C hold shares, is to start".
        for first in limit..<comma where story.folded(first) == "," && first > sentence.start && opensComment(first + 1)
        {
            let phrase = Span(clauseStart(first, sentence), first)
            guard !phrase.isEmpty else { continue }
            // "The humanitarian office, OCHA, plans": a comment that is just its name.
            if let name = cast.mention(at: first + 1), let actor = cast.owners[name],
                cast.mentions[name].span == Span(first + 1, comma), cast.actor(at: first - 1) == nil
            {
                return Subject(kind: .party, actors: [actor], span: cast.mentions[name].span, trail: .name)
            }
            let found = self.phrase(phrase, sentence)
            if found.kind == .party { return found }
            // "The fab, a venture of A and B, is due": a plant binds its owners.
            let owners = cast.actors(in: first..<comma)
            if found.kind == .thing || found.kind == .group, !owners.isEmpty {
                return Subject(kind: .thing, actors: owners, span: phrase, trail: .ownerOfThing)
            }
        }
        return nil
    }

    private func opensComment(_ index: Int) -> Bool {
        story.isOn(index, .determiner)
            || ["which", "who", "whose", "one", "known", "formerly"].contains(story.folded(index))
            || story.isOn(index, .preposition)
            || story.isOn(index, [.title, .firm])
            || cast.mention(at: index).map { cast.mentions[$0].span.start == index } ?? false
            || cast.mention(at: index) == nil && story.tokens[index].isWord && !story.isOn(index, .closed)
    }

    /// The subject of the verb that this one is joined to: the first party of the clause before.
    private func shared(_ joint: Int, _ sentence: Span, _ depth: Int) -> Subject {
        guard depth < 2 else { return .none }
        var index = joint - 1
        var other: Subject?
        let limit = max(sentence.start, joint - 60)
        while index > limit {
            if isVerb(index), !isAside(index) {
                let found = subject(of: index, in: sentence, depth: depth + 1)
                if found.kind == .party { return found }
                if found.kind != .none { other = other ?? found }
            }
            if ["\"", "“", ";"].contains(story.tokens[index].form) { break }
            index -= 1
        }
        return other ?? lead(sentence)
    }

    private func isVerb(_ index: Int) -> Bool {
        guard !story.tokens[index].isCapitalized, cast.mention(at: index) == nil else { return false }
        return story.isOn(index, [.auxiliary, .verbForm]) || isPastOfParty(index)
    }

    /// "SAM dismissed the plan": a past form right behind a name.
    func isPastOfParty(_ index: Int) -> Bool {
        story.folded(index).hasSuffix("ed") && !story.tokens[index].isCapitalized && cast.actor(at: index - 1) != nil
    }

    /// ", its director said, and intends": a word of saying in passing.
    private func isAside(_ index: Int) -> Bool { story.isOn(index, .say) && story.folded(index + 1) == "," }

    /// What "which" and "who" stand for: the phrase before the comma.
    private func antecedent(of relative: Int, _ sentence: Span, _ depth: Int) -> Subject {
        var end = relative
        if story.folded(end - 1) == "," { end -= 1 }
        if story.folded(end - 1) == ")" {
            while end > sentence.start, story.folded(end - 1) != "(" { end -= 1 }
            end = max(sentence.start, end - 1)
        }
        guard end > sentence.start else { return .none }
        if let actor = cast.actor(at: end - 1) {
            return Subject(kind: .party, actors: [actor], span: Span(end - 1, end), trail: .name)
        }
        if story.folded(relative) == "that" {
            let start = clauseStart(end, sentence)
            return phrase(Span(start, end), sentence)
        }
        return phrase(Span(clauseStart(end, sentence), end), sentence)
    }

    /// A sentence, bullet or heading that begins with its verb: its subject stands in the lines before.
    private func lead(_ sentence: Span) -> Subject {
        Subject(kind: .none, actors: [], span: nil)
    }

    // MARK: The phrase

    /// What a noun phrase is said of.
    func phrase(_ span: Span, _ sentence: Span) -> Subject {
        var span = trimmed(span)
        guard !span.isEmpty else { return .none }
        if story.isOn(span.start, .preposition), cast.mention(at: span.start) == nil {
            span = afterPreposition(span)
        }
        guard !span.isEmpty else { return .none }
        let base = Span(span.start, baseEnd(span))
        if let found = reporter(base, sentence) { return found.by(.pronoun) }
        if let found = personDescribed(before: base, sentence) { return found.by(.pronoun) }
        if base.count == 1, let found = references.pronoun(at: base.start, sentence) { return found.by(.pronoun) }
        if base.count == 2, story.isOn(base.end - 1, .pronoun),
            let found = references.pronoun(at: base.end - 1, sentence)
        {
            return found.by(.pronoun)
        }
        // A name that ends the phrase: "memory giant Kioxia", "Dutch maker ASML (NL)".
        if let actor = cast.actor(at: base.end - 1) {
            let actors = coordinated(span, last: actor)
            return Subject(kind: .party, actors: actors, span: base, trail: actors.count > 1 ? [.name, .list] : .name)
        }
        if let members = membersOf(span) { return members }
        if let body = bodyOfMembers(base) ?? references.stateOfOfficials(base) { return body }
        if let found = references.description(base, sentence) { return found.by(.description) }
        if let found = references.paper(base) { return found.by(.description) }
        if let author = author(of: base, in: span) { return author }
        let owners = possessor(base)
        if !owners.isEmpty {
            // "Kenya's President", "the bank's board": who speaks and acts for it.
            let kind: Subject.Kind = story.isOn(base.end - 1, [.bodyNoun, .personNoun, .title]) ? .party : .thing
            return Subject(kind: kind, actors: owners, span: base, trail: .ownerOfThing)
        }
        if let members = bodiesOfPair(base) { return members }
        if story.isOn(base.end - 1, [.pluralNoun, .bodyNoun, .personNoun]) {
            return Subject(kind: .group, actors: [], span: base, trail: .group)
        }
        return Subject(kind: .thing, actors: [], span: base, trail: .thing)
    }

    /// "Ireland said it would", "its president said the utility had": whoever speaks, or the body behind.
    private func reporter(_ base: Span, _ sentence: Span) -> Subject? {
        let isIt = base.count == 1 && ["it", "he", "she"].contains(story.folded(base.start))
        let isFirm =
            base.count == 2 && story.folded(base.start) == "the"
            && story.isOn(base.end - 1, [.firm, .bodyNoun, .placeNoun])
        guard isIt || isFirm else { return nil }
        let floor = max(sentence.start + 1, base.start - Self.reportMax)
        for index in stride(from: base.start - 1, through: floor, by: -1) {
            if [".", ";", "\"", "“", "”"].contains(story.tokens[index].form) { return nil }
            guard story.isOn(index, .say), !story.tokens[index].isCapitalized else { continue }
            let speaker = subject(of: index, in: sentence, depth: 1)
            if isIt, speaker.actors.isEmpty, [.group, .thing].contains(speaker.kind) {
                return Subject(kind: .group, actors: [], span: speaker.span, trail: .group)
            }
            guard speaker.kind == .party, speaker.actors.count == 1, let actor = speaker.actors.first else {
                return nil
            }
            let isPerson = cast.kind(actor) == .person
            if ["he", "she"].contains(story.folded(base.start)) { return isPerson ? speaker : nil }
            guard let body = isPerson ? cast.affiliation(actor) : actor, isFit(base, body) else { return nil }
            return Subject(kind: .party, actors: [body], span: base)
        }
        return nil
    }

    /// Whoever the sentence before describes and does not name: "He urged" after "The Kenyan leader called on donors".
    private func personDescribed(before base: Span, _ sentence: Span) -> Subject? {
        guard base.count == 1, ["he", "she"].contains(story.folded(base.start)), base.start - sentence.start <= 1,
            let own = story.document.sentence(holding: sentence.start)
        else { return nil }
        for place in stride(from: own - 1, through: max(0, own - 3), by: -1) {
            let span = story.document.sentences[place].span
            guard let verb = span.range.prefix(Self.subjectMax).first(where: { isVerb($0) || isSaying($0) }) else {
                return nil
            }
            if (span.start..<verb).contains(where: { ["he", "she"].contains(story.folded($0)) }) { continue }
            let found = subject(of: verb, in: span, depth: 1)
            let isPerson = found.actors.count == 1 && cast.kind(found.actors[0]) == .person
            return isPerson && found.trail.contains(.description) ? found : nil
        }
        return nil
    }

    private func isSaying(_ index: Int) -> Bool { story.isOn(index, .say) && !story.tokens[index].isCapitalized }

    private static let subjectMax = 40

    private static let reportMax = 10

    /// No state is a firm, and no firm a council.
    private func isFit(_ base: Span, _ body: Int) -> Bool {
        let word = story.folded(base.end - 1)
        if word == "it" { return true }
        if story.isOn(base.end - 1, .placeNoun) { return cast.kind(body) == .organization && cast.isPlace(body) }
        if cast.keys[body].split(separator: " ").contains(where: { $0.hasPrefix(word) }) { return true }
        return story.isOn(base.end - 1, .firm) && cast.kind(body) == .organization && !cast.isPlace(body)
    }

    private func trimmed(_ span: Span) -> Span {
        var (start, end) = (span.start, span.end)
        while start < end, isMark(start) || ["and", "but", "yet", "so", "also"].contains(story.folded(start)) {
            start += 1
        }
        if end > start, let open = opening(end - 1, span), open > start { end = open }
        while end > start, isMark(end - 1) || story.isOn(end - 1, .adverb) && cast.mention(at: end - 1) == nil {
            end -= 1
        }
        return Span(start, max(start, end))
    }

    private func isMark(_ index: Int) -> Bool {
        story.tokens[index].isPunctuation && ![")", "%"].contains(story.tokens[index].form)
    }

    /// "Under the deal Japan": what follows the first phrase.
    private func afterPreposition(_ span: Span) -> Span {
        if let name = span.range.last(where: { cast.actor(at: $0) != nil }), name == span.end - 1 {
            let start = cast.mention(at: name).map { cast.mentions[$0].span.start } ?? name
            let isObject =
                start > span.start && story.isOn(start - 1, .preposition) && story.folded(start - 1) != "with"
            return isObject ? Span(span.end, span.end) : Span(start, span.end)
        }
        // "In February we": the pronoun.
        let last = span.end - 1
        if last > span.start, ["we", "i", "they", "he", "she", "it"].contains(story.folded(last)),
            !story.isOn(last - 1, .preposition)
        {
            return Span(last, span.end)
        }
        // "In return the company": the last phrase that an article opens.
        guard let article = span.range.last(where: { story.isOn($0, .determiner) }), article > span.start,
            !story.isOn(article - 1, .preposition)
        else { return Span(span.end, span.end) }
        return Span(article, span.end)
    }

    /// Where what hangs on the noun begins: "of", "in", brackets.
    private func baseEnd(_ span: Span) -> Int {
        var index = span.start
        while index < span.end {
            if cast.mention(at: index) == nil, index > span.start,
                story.isOn(index, .preposition) && !story.isOn(index, .determiner)
                    || ["(", "that", "which", ","].contains(story.folded(index))
            {
                return isNameAhead(index, span) ? span.end : index
            }
            index += 1
        }
        return span.end
    }

    /// A list of names goes on behind brackets or a comma.
    private func isNameAhead(_ index: Int, _ span: Span) -> Bool {
        guard ["(", ","].contains(story.folded(index)), cast.actor(at: index - 1) != nil else { return false }
        return cast.actor(at: span.end - 1) != nil || story.folded(span.end - 1) == ")"
    }

    /// All names of "A, B and C" where the phrase is such a list; else the last.
    private func coordinated(_ span: Span, last: Int) -> [Int] {
        let hasJoint = span.range.contains {
            ["and", ",", "&"].contains(story.folded($0)) && cast.mention(at: $0) == nil
        }
        guard hasJoint else { return [last] }
        var actors = cast.actors(in: span.range)
        if !actors.contains(last) { actors.append(last) }
        return actors
    }

    /// "Members of the Security Council", "the authorities of Kenya": the body.
    private func membersOf(_ span: Span) -> Subject? {
        guard let of = span.range.first(where: { story.folded($0) == "of" && cast.mention(at: $0) == nil }),
            of > span.start
        else {
            return nil
        }
        let heads: Set<String> = [
            "members", "leaders", "government", "authorities", "ministers", "governments", "people", "state", "city",
        ]
        if Self.shares.contains(story.folded(of - 1)) {
            return Subject(kind: .group, actors: [], span: span, trail: .group)
        }
        guard heads.contains(story.folded(of - 1)) else { return nil }
        let actors = cast.actors(in: of..<span.end)
        return actors.isEmpty ? nil : Subject(kind: .party, actors: actors, span: span, trail: .members)
    }

    /// "the two countries' trade ministries": both.
    private func bodiesOfPair(_ base: Span) -> Subject? {
        guard let joint = base.range.first(where: { story.folded($0) == "'" || story.folded($0) == "'s" }),
            joint > base.start, Self.bodies.contains(story.folded(base.end - 1)),
            ["countries", "nations", "sides", "governments"].contains(story.folded(joint - 1))
        else { return nil }
        let owners = references.pair(of: .country, before: base.start, base)
        return owners.actors.count == 2 ? owners.by(.members) : nil
    }

    private static let bodies: Set<String> = [
        "ministries", "departments", "governments", "agencies", "authorities", "leaders", "ministers", "officials",
        "presidents",
    ]

    /// "G7 countries", "the ASEAN members": the body.
    private func bodyOfMembers(_ base: Span) -> Subject? {
        let heads: Set<String> = ["countries", "members", "leaders", "nations", "states", "governments", "ministers"]
        guard base.count > 1, heads.contains(story.folded(base.end - 1)), let actor = cast.actor(at: base.end - 2),
            cast.kind(actor) == .organization
        else { return nil }
        return Subject(kind: .party, actors: [actor], span: base, trail: .members)
    }

    /// Some of many: "half of the citizens", "a group of activists".
    private static let shares: Set<String> = [
        "half", "most", "some", "majority", "number", "dozens", "scores", "hundreds", "thousands", "millions",
        "many", "third", "quarter", "group", "groups",
    ]

    /// "A statement released by Kenya": whose words they are.
    private func author(of base: Span, in span: Span) -> Subject? {
        let papers = References.papers.union(["proposal", "bill", "measure", "amendment", "plan"])
        guard let paper = base.range.first(where: { papers.contains(story.folded($0)) }),
            let by = (paper..<span.end).first(where: { ["by", "from"].contains(story.folded($0)) }),
            let actor = cast.actors(in: by..<span.end).first
        else { return nil }
        return Subject(kind: .party, actors: [actor], span: span, trail: [.agent, .name])
    }

    /// "Corvane's plant": whose the thing is.
    private func possessor(_ base: Span) -> [Int] {
        guard let joint = base.range.first(where: { story.folded($0) == "'s" || story.folded($0) == "'" }) else {
            // "The U.S. Embassy grant": who gives it.
            guard base.count > 1, story.isOn(base.end - 1, .grant) else { return [] }
            return cast.actor(at: base.end - 2).map { [$0] } ?? []
        }
        return cast.actor(at: joint - 1).map { [$0] } ?? []
    }
}
