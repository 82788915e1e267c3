import PledgedCore
import PledgedLanguage

/// What keeps a match from being a pledge: an act that nobody wills, or that its subject cannot do.
extension PledgeFinder {
    /// Whether the act is one of will, and no date in a calendar or course of things.
    func isWilling(_ match: CueMatch, _ rule: CueRule, _ sentence: Span) -> Bool {
        if let asked = match.addressee, rule.bearer == .subject {
            // "are encouraged by the news to": nobody is asked.
            let isPassive = story.isOn(match.anchorStart - 1, .be) && !story.folded(match.anchorStart).hasSuffix("ing")
            if isPassive || story.isOn(asked.start, .preposition) { return false }
            // "has encouraged construction of plants to solve": no one is asked to.
            let isNudge = story.folded(match.anchorStart).hasPrefix("encourag") && cast.actors(in: asked.range).isEmpty
            let head = asked.range.first { story.isOn($0, .preposition) } ?? asked.end
            let isPlural = story.folded(head - 1).hasSuffix("s")
            if isNudge, !isPlural, subjects.phrase(asked, sentence).kind == .thing { return false }
        }
        guard ["will", "would", "set-to", "going-to"].contains(rule.name) else { return true }
        let isFreight =
            story.folded(match.act) == "fly" && !story.isOn(match.act + 1, .preposition)
            && story.tokens[match.act + 1].isWord
        if story.isOn(match.act, .eventAct) && !isFreight || isTalk(match.act) { return false }
        let subject = subjects.subject(of: match.anchorStart, in: sentence)
        if takesTime(match.act) || isEffect(match, sentence) { return false }
        if story.isOn(match.act, .stative) && !isReady(match.act) && !isReceipt(match) || isOccasion(match.act)
            || isFuturePerfect(match.act)
        {
            return false
        }
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
                || statement != nil || isReceipt(match)
                || bound.subject.span.map { holdsNumber($0.range) } ?? false
        case .none: return speaker != nil && (isDated || holdsNumber(match.act..<act.end))
        case .thing, .party:
            let isCounted = bound.subject.span.map { holdsNumber($0.range) } ?? false
            if isReceipt(match), isCounted || isDated || holdsGift(match.act..<act.end) { return true }
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
        // "will then be in Geneva": where somebody is.
        if word == "be", ["in", "at"].contains(story.folded(match.act + 1)), bound.subject.kind == .party {
            return true
        }
        let facts = PledgeFacts(words: words, articleDate: articleDate)
        return facts.deadline(Span(match.anchorStart, act.end), act: match.act) == nil
            && !holdsMoney(match.act..<act.end)
    }

    /// "be soon available": what somebody makes so.
    private func isReady(_ act: Int) -> Bool {
        guard ["be", "become"].contains(story.folded(act)) else { return false }
        var next = act + 1
        while story.isOn(next, .adverb) { next += 1 }
        return Self.ready.contains(story.folded(next))
    }

    private static let ready: Set<String> = [
        "available", "ready", "accessible", "free", "open", "present", "involved", "able", "responsible", "there",
        "operational", "effective",
    ]

    /// What somebody gets whom a speaker promises it.
    private static let receipts: Set<String> = ["receive", "get", "gain", "qualify", "enjoy"]

    private func holdsGift(_ range: Range<Int>) -> Bool {
        range.contains { story.isOn($0, .grant) || measures.quantity(at: $0) != nil }
    }

    /// "Pensioners will receive": somebody gives what they get.
    func isReceipt(_ match: CueMatch) -> Bool { ["receive", "benefit"].contains(story.folded(match.act)) }

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
            // "host ministers of the coalition": a date in a calendar.
            if story.folded(act) == "host", ["ministers", "leaders", "presidents"].contains(word) { return true }
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
            "welcomed", "greeted", "overseen", "represented", "affected", "hit", "killed", "watched", "seen", "known",
            "headed", "jeopardized", "jeopardised", "hurt",
            "damaged", "threatened", "undermined", "blamed", "felt", "needed", "required",
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

    func holdsMoney(_ range: Range<Int>) -> Bool {
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
}
