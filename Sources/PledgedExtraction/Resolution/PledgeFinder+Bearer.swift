import PledgedCore
import PledgedLanguage

extension PledgeFinder {
    /// Who is bound, or asks.
    func bearer(of match: CueMatch, _ rule: CueRule, _ sentence: Span) -> Bearing {
        switch rule.bearer {
        case .subject: clauseBearer(of: match, rule, sentence)
        case .owner: Bearing(subject: owner(of: match, sentence), isPassive: false)
        case .agent: Bearing(subject: agent(of: match, sentence).by(.agent), isPassive: false)
        case .speaker: Bearing(subject: .none, isPassive: false)
        }
    }

    /// The subject of the cue; of what "will be done by X" the agent.
    private func clauseBearer(of match: CueMatch, _ rule: CueRule, _ sentence: Span) -> Bearing {
        let found = payer(subject(of: match, sentence), rule)
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

    private func subject(of match: CueMatch, _ sentence: Span) -> Subject {
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
        if found.kind == .none, found.span == nil {
            let isPurpose = rules[match.rule].kind == .request && story.folded(match.anchorStart - 1) == "to"
            return isPurpose ? nearSubject(match, sentence) : mainSubject(match, sentence)
        }
        return found
    }

    /// "The paper says the minister telephoned to urge": the subject of the verb before, not the first.
    private func nearSubject(_ match: CueMatch, _ sentence: Span) -> Subject {
        for index in stride(from: match.anchorStart - 1, through: sentence.start, by: -1) {
            guard story.isOn(index, [.auxiliary, .verbForm, .say]) || subjects.isPastOfParty(index),
                !story.tokens[index].isCapitalized,
                cast.mention(at: index) == nil
            else { continue }
            let found = subjects.subject(of: index, in: sentence)
            if found.kind == .party || found.kind == .group { return found.by(.mainSubject) }
        }
        return .none
    }

    /// "Britain and Japan to share": all names of the headline before the cue.
    private func headlineActors(_ span: Span, _ sentence: Span) -> [Int] {
        guard story.folded(span.start - 1) == "and" else { return cast.actors(in: span.range) }
        return cast.actors(in: sentence.start..<span.end)
    }

    /// A gerund's or a noun's bearer: the subject of the sentence.
    private func mainSubject(_ match: CueMatch, _ sentence: Span) -> Subject {
        for index in sentence.start..<match.anchorStart {
            guard story.isOn(index, [.auxiliary, .verbForm, .say]) || subjects.isPastOfParty(index),
                !story.tokens[index].isCapitalized,
                cast.mention(at: index) == nil
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
    private func isPredicate(_ be: Int) -> Bool {
        var next = be + 1
        while story.isOn(next, .adverb) { next += 1 }
        guard next < story.tokens.count, story.tokens[next].isWord else { return true }
        if story.isOn(next, [.determiner, .preposition, .pronoun, .numberWord]) { return true }
        let word = story.folded(next)
        return !(VerbForms.isVerb(word, after: "") || story.isOn(next, .verbForm) || word.hasSuffix("ed"))
    }

    // MARK: What keeps a match from being a pledge

    /// Whether the act is one of will, and no date in a calendar or course of things.
    func isWilling(_ match: CueMatch, _ rule: CueRule, _ sentence: Span) -> Bool {
        if let asked = match.addressee, rule.bearer == .subject {
            // "are encouraged by the news to": nobody is asked.
            let isPassive = story.isOn(match.anchorStart - 1, .be) && !story.folded(match.anchorStart).hasSuffix("ing")
            if isPassive || story.isOn(asked.start, .preposition) { return false }
        }
        guard ["will", "would", "set-to", "going-to"].contains(rule.name) else { return true }
        let isFreight =
            story.folded(match.act) == "fly" && !story.isOn(match.act + 1, .preposition)
            && story.tokens[match.act + 1].isWord
        if story.isOn(match.act, .eventAct) && !isFreight || isTalk(match.act) { return false }
        let subject = subjects.subject(of: match.anchorStart, in: sentence)
        if takesTime(match.act) || isEffect(match, sentence) { return false }
        if story.isOn(match.act, .stative) || isOccasion(match.act) || isFuturePerfect(match.act) { return false }
        // "It will include a discussion": no act of a party.
        if ["include", "feature", "comprise"].contains(story.folded(match.act)), subject.kind == .party {
            return false
        }
        if subject.kind == .thing, let span = subject.span, story.isOn(span.end - 1, .scene) { return false }
        if let span = subject.span, subject.kind != .party, holdsScene(span) { return false }
        if rule.name == "set-to" {
            // "was to be used": what did not come, unless somebody said so then.
            let isBare =
                ["was", "were"].contains(story.folded(match.anchorStart)) && story.folded(match.act - 1) == "to"
                && match.act - match.anchorStart == 2
            if isBare, speakers.statement(at: match.anchorStart) == nil { return false }
            return isBound(match, subject)
        }
        return true
    }

    /// Rules whose act needs a will.
    private static let willful: Set<String> = [
        "will", "would", "set-to", "going-to", "plan-to", "decide", "remain-on-course", "ready-to", "aim-to",
        "offer-to",
    ]

    /// Whether something other than a party can carry the promise.
    ///
    /// It can by a date, by a number, or as what a speaker says will be done. "The deal will help many" is a forecast.
    func isCarried(_ match: CueMatch, _ rule: CueRule, _ act: ActScanner.Act, _ bound: Bearing) -> Bool {
        if bound.subject.kind == .thing {
            if ["call-for", "suggest-that"].contains(rule.name) { return false }
            // "The reward will encourage people to", "The document must be completed": nobody asks, nobody is asked.
            if rule.name == "must" || Self.nudges.contains(story.folded(match.anchorStart)) { return false }
        }
        // "sports guaranteed to draw crowds", "the airstrikes targeted three positions".
        let cue = story.folded(match.anchorStart)
        if Self.reduced.contains(cue) || cue == "aimed" && story.folded(match.anchorStart + 1) == "at"
            || cue == "guaranteed" && story.folded(match.anchorStart + 1) == "to",
            bound.subject.kind != .party
        {
            return false
        }
        guard Self.willful.contains(rule.name) else { return true }
        if isState(match, act, bound) { return false }
        guard bound.subject.kind == .thing || bound.subject.kind == .none || bound.subject.kind == .group else {
            return true
        }
        let facts = PledgeFacts(words: words, articleDate: articleDate)
        let isDated = facts.deadline(Span(match.anchorStart, act.end), act: match.act) != nil
        let statement = speakers.statement(at: match.anchorStart)
        let speaker = statement?.speaker
        switch bound.subject.kind {
        case .group:
            return Self.deliberate.contains(rule.name) || isDated || holdsNumber(match.act..<act.end)
                || statement != nil
        case .none: return speaker != nil && (isDated || holdsNumber(match.act..<act.end))
        case .thing, .party:
            let isCounted = bound.subject.span.map { holdsNumber($0.range) } ?? false
            let isDone = isPassive(match) || isReady(match.act)
            if holdsMoney(match.act..<act.end) { return true }
            if isGrant(match, bound.subject) { return true }
            if isDone, isDated || isCounted || statement != nil { return true }
            if speaker != nil, Self.receipts.contains(story.folded(match.act)) { return true }
            if let speaker, cast.kind(speaker) != .person, Self.courses.contains(story.folded(match.act)) {
                return true
            }
            return speaker != nil && (isDated || holdsNumber(match.act..<act.end)) || isDated && rule.name == "set-to"
        }
    }

    /// "will be severe", "will have one vote": without a date or a sum a state of things, and nothing to be done.
    private func isState(_ match: CueMatch, _ act: ActScanner.Act, _ bound: Bearing) -> Bool {
        let word = story.folded(match.act)
        guard word == "have" || word == "be" && isPredicate(match.act) else { return false }
        if word == "be", !story.isOn(match.act + 1, .determiner), bound.subject.isSpeaker { return false }
        if isReady(match.act) { return false }
        let facts = PledgeFacts(words: words, articleDate: articleDate)
        return facts.deadline(Span(match.anchorStart, act.end), act: match.act) == nil
            && !holdsMoney(match.act..<act.end)
    }

    /// "be soon available": what somebody makes so.
    private func isReady(_ act: Int) -> Bool {
        guard story.folded(act) == "be" else { return false }
        var next = act + 1
        while story.isOn(next, .adverb) { next += 1 }
        return Self.ready.contains(story.folded(next))
    }

    private static let ready: Set<String> = [
        "available", "ready", "accessible", "free", "open", "present", "involved", "able", "responsible", "there",
    ]

    /// What somebody gets whom a speaker promises it.
    private static let receipts: Set<String> = ["receive", "get", "gain", "qualify", "enjoy"]

    /// What a sum does that is promised: "The $5 million grant will support".
    private static let uses: Set<String> = [
        "support", "help", "fund", "finance", "go", "pay", "provide", "enable", "cover", "allow", "boost", "assist",
        "strengthen", "improve", "bring", "be",
    ]

    func isGrant(_ match: CueMatch, _ subject: Subject) -> Bool {
        guard subject.kind == .thing, let span = subject.span, Self.uses.contains(story.folded(match.act)) else {
            return false
        }
        let phrase = span.start..<match.anchorStart
        return holdsMoney(phrase) && phrase.contains { story.isOn($0, .grant) }
    }

    /// What a thing can do without asking anybody.
    private static let nudges: Set<String> = [
        "encourage", "encourages", "encouraged", "press", "pressed", "force", "forces", "forced", "challenge",
        "challenges", "challenged", "remind", "reminds", "reminded", "invite", "invites", "direct", "directs",
    ]

    /// What goes on, stops or begins by somebody's will, though a thing is its subject: "the broadcasts will continue".
    private static let courses: Set<String> = [
        "continue", "resume", "stop", "end", "cease", "proceed", "close", "reopen", "begin", "start",
    ]

    /// "hold a second day of talks", "host a meeting", "take place".
    private func isTalk(_ act: Int) -> Bool {
        guard ["hold", "host", "take", "give", "have", "open"].contains(story.folded(act)) else { return false }
        for index in (act + 1)..<(act + 6) {
            guard index < story.tokens.count, !story.tokens[index].isPunctuation else { return false }
            let word = story.folded(index)
            if word == "place" { return index == act + 1 }
            if ["talks", "meeting", "summit", "conference", "speech", "press"].contains(word) { return true }
            if story.isOn(index, .preposition), word != "of" { return false }
        }
        return false
    }

    /// "This would allow Putin to", "He said it would help the economy": what comes of a thing, not of a will.
    private func isEffect(_ match: CueMatch, _ sentence: Span) -> Bool {
        let before = story.folded(match.anchorStart - 1)
        if ["this", "that", "these", "those"].contains(before) { return true }
        if before == "it", Self.harms.contains(story.folded(match.act)) { return true }
        guard before == "it", Self.effects.contains(story.folded(match.act)) else { return false }
        let speaker = speakers.statement(at: match.anchorStart)?.speaker
        return speaker.map { cast.kind($0) == .person } ?? false
    }

    private static let harms: Set<String> = [
        "violate", "jeopardize", "jeopardise", "threaten", "harm", "hurt", "undermine", "damage", "endanger", "weaken",
        "complicate", "worsen",
    ]

    private static let effects: Set<String> = [
        "help", "allow", "mean", "trigger", "make", "put", "enable", "encourage", "lead", "cause", "create", "boost",
        "strengthen", "improve", "bring", "require", "depend",
    ]

    /// "will take forty days to".
    private func takesTime(_ act: Int) -> Bool {
        guard story.folded(act) == "take" else { return false }
        if ["time", "years", "months", "weeks", "days", "hours"].contains(story.folded(act + 1)) { return true }
        return ((act + 1)..<(act + 4)).contains { index in
            measures.quantity(at: index).map { measures.quantities[$0].isDuration } ?? false
                || measures.time(at: index).map { measures.times[$0].isDuration } ?? false
        }
    }

    /// Forms that most often hang on a noun.
    private static let reduced: Set<String> = ["targeted", "seeking", "aiming"]

    /// What only people do, named or not.
    private static let deliberate: Set<String> = ["offer-to", "decide", "plan-to", "ready-to"]

    /// "be led by", "be held": the course of an event.
    private func isOccasion(_ act: Int) -> Bool {
        guard story.folded(act) == "be" else { return false }
        var next = act + 1
        while story.isOn(next, .adverb) { next += 1 }
        return [
            "led", "chaired", "attended", "held", "hosted", "joined", "followed", "accompanied", "remembered",
            "preceded",
            "welcomed", "greeted", "overseen", "represented",
            "affected", "hit", "killed", "watched", "seen", "known", "headed", "jeopardized", "jeopardised", "hurt",
            "damaged", "threatened", "undermined", "blamed", "felt", "needed", "required", "remembered", "preceded",
            "welcomed", "greeted", "overseen", "represented",
        ].contains(story.folded(next))
    }

    /// "will have served thirty years".
    private func isFuturePerfect(_ act: Int) -> Bool {
        guard story.folded(act) == "have" else { return false }
        var next = act + 1
        while story.isOn(next, .adverb) { next += 1 }
        return story.folded(next).hasSuffix("ed") || TenseReader.irregular.contains(story.folded(next))
    }

    private func holdsScene(_ span: Span) -> Bool {
        let head = span.range.first { story.isOn($0, .preposition) } ?? span.end
        return head > span.start && story.isOn(head - 1, .scene)
    }

    private func holdsMoney(_ range: Range<Int>) -> Bool {
        range.contains { measures.quantity(at: $0).map { measures.quantities[$0].isMoney } ?? false }
    }

    /// Whether "is to" means a duty, which it does not in "The goal is to win".
    private func isBound(_ match: CueMatch, _ subject: Subject) -> Bool {
        guard subject.kind == .thing else { return true }
        guard let span = subject.span else { return true }
        return ![
            "goal", "aim", "target", "plan", "purpose", "task", "objective", "idea", "job", "step", "challenge", "key",
        ]
        .contains(story.folded(span.end - 1))
    }

    private func sentence(_ match: CueMatch) -> Span { story.sentences[match.sentence].span }

    /// "that ASU also open", "that it be", "that they should".
    private func isSubjunctive(_ match: CueMatch) -> Bool {
        for index in match.span.end..<min(match.span.end + 12, sentence(match).end) {
            if ["should", "be"].contains(story.folded(index)) { return true }
            let isVerb = story.isOn(index, .verb) || cast.mention(at: index - 1) != nil && words.isBaseVerb(index)
            if isVerb, !story.isOn(index - 1, [.determiner, .preposition]), index > match.span.end { return true }
            if story.isOn(index, [.auxiliary, .verbForm]), cast.mention(at: index) == nil { return false }
        }
        return false
    }

    func meetsNeeds(_ match: CueMatch, _ rule: CueRule, _ act: ActScanner.Act, _ bound: Bearing) -> Bool {
        let range = match.anchorStart..<act.end
        let facts = PledgeFacts(words: words, articleDate: articleDate)
        let hasNumber = range.contains { measures.quantity(at: $0) != nil }
        let hasDate = facts.deadline(Span(range), act: min(match.anchorStart + 1, match.act)) != nil
        for need in rule.needs {
            switch need {
            case .number: guard hasNumber else { return false }
            case .money:
                guard
                    range.contains(where: { measures.quantity(at: $0).map { measures.quantities[$0].isMoney } ?? false }
                    )
                else { return false }
            case .deadline: guard hasDate else { return false }
            case .numberOrDeadline: guard hasNumber || hasDate else { return false }
            case .speaker: guard speakers.statement(at: match.anchorStart) != nil else { return false }
            case .party: guard bound.subject.kind == .party else { return false }
            case .headline: guard !Story.isProse(story.role(of: story.sentences[match.sentence])) else { return false }
            case .asked: guard !addressees(match, sentence(match)).actors.isEmpty else { return false }
            case .subjunctive: guard isSubjunctive(match) else { return false }
            case .quotation:
                guard let statement = speakers.statement(at: match.anchorStart), statement.isQuoted else {
                    return false
                }
            }
        }
        return true
    }
}
