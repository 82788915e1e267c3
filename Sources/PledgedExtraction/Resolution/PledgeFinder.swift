import PledgedCore
import PledgedLanguage

/// Turns the places where rules fit into pledges: who is bound, to what, how much, by when, and who said so.
struct PledgeFinder {
    let words: WordClasses
    let rules: [CueRule]
    let matcher: CueMatcher
    let subjects: SubjectFinder
    let speakers: Speakers
    let leads: LeadIns
    let parser: TreeParser
    let articleDate: CalendarDate?

    var story: Story { words.story }
    var cast: Cast { words.cast }
    var measures: Measures { words.measures }

    /// In text order; no two begin within one another.
    func drafts() -> [PledgeDraft] {
        let trees = SentenceTrees(story: story, parser: parser)
        return story.sentences.indices.flatMap { index in
            let candidates = candidates(in: index)
            let starts = Set(
                candidates.filter { rules[$0.rule].bearer == .subject || rules[$0.rule].name == "with-absolute" }
                    .map(\.anchorStart)
            )
            return chosen(candidates.flatMap { drafts(of: $0, cueStarts: starts, trees) })
        }
    }

    /// Where rules fit in a sentence.
    private func candidates(in sentence: Int) -> [CueMatch] {
        let isProse = Story.isProse(story.role(of: story.sentences[sentence]))
        var found = matcher.matches(in: sentence, of: words).filter {
            rules[$0.rule].needs.contains(.headline) != isProse && !Denials.isLaw($0, rules[$0.rule], story)
        }
        if isProse, let match = leads.bareAct(in: sentence, rules: rules, words: words) { found.append(match) }
        return Self.withoutAskedWills(found, rules, story)
    }

    /// "will be demanding that": a request still to come, and no promise.
    private static func withoutAskedWills(_ matches: [CueMatch], _ rules: [CueRule], _ story: Story) -> [CueMatch] {
        let asked = Set(matches.filter { rules[$0.rule].kind == .request }.map(\.anchorStart))
        return matches.filter { match in
            guard ["will", "would", "going-to"].contains(rules[match.rule].name) else { return true }
            // "would not be asking taxpayers": what is promised not to be asked.
            if (match.anchorStart..<match.act).contains(where: { ["not", "n't", "never"].contains(story.folded($0)) }) {
                return true
            }
            return !asked.contains(match.act)
                && !(story.folded(match.act) == "be" && asked.contains(match.act + 1))
        }
    }

    /// Of drafts that lie in one another the outer, of those that begin alike the one with the longer cue.
    private func chosen(_ drafts: [PledgeDraft]) -> [PledgeDraft] {
        let sorted = drafts.sorted { a, b in
            if a.cue.start != b.cue.start { return a.cue.start < b.cue.start }
            if a.cue.count != b.cue.count { return a.cue.count > b.cue.count }
            return (a.rule, a.anchor) < (b.rule, b.anchor)
        }
        var kept: [PledgeDraft] = []
        for draft in sorted {
            let isInside = kept.contains {
                $0.anchor.start <= draft.cue.start && draft.cue.start < $0.anchor.end && $0.cue != draft.cue
            }
            let isSame = kept.contains { $0.cue.overlaps(draft.cue) && ($0.cue != draft.cue || $0.rule != draft.rule) }
            // Two patterns of one rule may fit the same words.
            let isTwice = kept.contains { $0.rule == draft.rule && $0.anchor.overlaps(draft.anchor) }
            if isInside || isSame || isTwice { continue }
            kept.append(draft)
        }
        return kept.sorted { $0.anchor < $1.anchor }
    }

    // MARK: One match

    private func drafts(of match: CueMatch, cueStarts: Set<Int>, _ trees: SentenceTrees) -> [PledgeDraft] {
        let rule = rules[match.rule]
        let sentence = story.sentences[match.sentence].span
        guard !Denials(story: story, cast: cast).deny(match, rule, sentence), isWilling(match, rule, sentence) else {
            return []
        }
        let isGerund = words.end(of: .kind(.gerund), at: match.act, match.act + 1) != nil
        let scanner = ActScanner(words: words, cueStarts: cueStarts, trees: trees)
        var act = scanner.act(
            from: max(match.act, match.span.end - 1),
            anchor: match.anchorStart,
            in: sentence,
            gerund: isGerund
        )
        if rule.bearer == .owner { act.end = nounEnd(match, act.end) }
        guard act.end > match.act else { return [] }
        if leadsWithIf(match, sentence) { act.isConditional = true }
        var bound = bearer(of: match, rule, sentence, trees)
        guard meetsNeeds(match, rule, act, bound), isCarried(match, rule, act, bound) else { return [] }
        if bound.subject.kind == .thing, bound.subject.actors.isEmpty, Self.speechActs.contains(rule.name) {
            // "donors pledged": only people promise, ask and decide; who they are is not told.
            bound.subject.kind = .group
        }
        // Who receives gives nothing: whoever speaks of it does.
        if bound.subject.kind == .group, isReceipt(match), rule.kind != .request { bound.subject.kind = .thing }
        guard !isPast(match, act) else { return [] }
        let statement = speakers.statement(at: match.anchorStart)
        guard
            let parties = bound.settled(by: statement, kind: rule.kind, topic: topic(match, rule, sentence), cast: cast)
        else { return [] }
        bound = parties
        var start = Self.start(match, story)
        // What is done, or counted, may stand before the cue: "The road will be built", "Some 500 engineers will start".
        let isByAnother = bound.isPassive && bound.subject.kind == .party
        let done = isByAnother ? subjects.subject(of: match.anchorStart, in: sentence) : bound.subject
        let isObject = bound.isPassive && (done.kind == .thing || done.kind == .group)
        if let subject = done.span, isObject || done.kind == .thing && holdsNumber(subject.range) {
            start = leadStart(subject.start, sentence)
        }
        if isGrant(match, bound.subject), let head = bound.subject.span.map({ $0.end - 1 }) { start = head }
        let facts = PledgeFacts(words: words, articleDate: articleDate)
        var led: TimeExpression?
        if facts.deadline(Span(start, act.end), act: match.act) == nil, bearsDate(rule),
            let lead = facts.leadingDate(before: start, in: sentence)
        {
            start = lead.phrase.start
            led = lead
        }
        let ends = segments(match, act)
        return ends.enumerated().map { position, segment in
            draft(
                match,
                rule,
                segment,
                isFirst: position == 0,
                start: start,
                act: act,
                bound: bound,
                statement: statement,
                led: led
            )
        }
    }

    /// Rules whose cue only people can be the subject of.
    private static let speechActs: Set<String> = [
        "pledge-to", "pledge-that", "pledge-sum", "promise-thing", "agree-to", "sign-agreement", "offer-to", "decide",
        "urge-to", "call-on", "ask-that", "urge-thing", "force-to", "stand-by",
    ]

    /// "plans to build homes could threaten peace": a noun's act ends before the verb that the noun is subject of.
    private func nounEnd(_ match: CueMatch, _ end: Int) -> Int {
        for index in match.span.end..<max(end, match.span.end) {
            if ["that", "which", "who", "where", "when", "so"].contains(story.folded(index)) { return end }
            if story.isOn(index, .modal)
                || ["has", "have", "had", "is", "are", "was", "were"].contains(story.folded(index))
            {
                return index
            }
        }
        return end
    }

    /// Whom the text speaks of: a body or state named before in the sentence, else the one that acted last.
    private func topic(_ match: CueMatch, _ rule: CueRule, _ sentence: Span) -> Int? {
        // Who asks is told, or nobody knows; but a statement's own words have its author.
        if rule.kind == .request { return rule.bearer == .speaker ? cast.principal : nil }
        let near = cast.actors(in: sentence.start..<match.anchorStart).first {
            cast.kind($0) != .person && !cast.isMedia($0)
        }
        return near ?? cast.principal ?? subjects.references.standIn("it", before: sentence.start).actors.first
    }

    /// "If they come, we will": the condition before the promise.
    private func leadsWithIf(_ match: CueMatch, _ sentence: Span) -> Bool {
        let first = sentence.range.first { story.tokens[$0].isWord } ?? sentence.start
        return story.folded(first) == "if" && first < match.anchorStart
            && (first..<match.anchorStart).contains { story.folded($0) == "," }
    }

    /// Where the anchor begins: at the auxiliaries before the cue.
    private static func start(_ match: CueMatch, _ story: Story) -> Int {
        var start = match.anchorStart
        var index = start - 1
        let first = story.sentences[match.sentence].span.start
        while index >= first, story.isOn(index, [.have, .be, .adverb, .modal]), story.tokens[index].isWord,
            !story.tokens[index].isCapitalized
        {
            if story.isOn(index, [.have, .be, .modal]) { start = index }
            index -= 1
        }
        return start
    }

    /// What is done, not what is promised or asked, is dated by what stands before: not "On Monday he promised to".
    private func bearsDate(_ rule: CueRule) -> Bool {
        rule.bearer == .subject && ["will", "would", "set-to", "going-to", "plan-to"].contains(rule.name)
    }

    /// "By 2028, 120 shelters": with the date that stands before.
    private func leadStart(_ subject: Int, _ sentence: Span) -> Int {
        guard subject > sentence.start, story.folded(subject - 1) == ",", subject - sentence.start <= 12 else {
            return subject
        }
        let lead = sentence.start..<subject
        let scanner = ActScanner(words: words)
        return scanner.holdsDeadline(lead) ? sentence.start : subject
    }

    func holdsNumber(_ range: Range<Int>) -> Bool { range.contains { measures.quantity(at: $0) != nil } }

    /// Whether it fell due before the article was written.
    private func isPast(_ match: CueMatch, _ act: ActScanner.Act) -> Bool {
        guard let articleDate, rules[match.rule].kind != .request else { return false }
        let facts = PledgeFacts(words: words, articleDate: articleDate)
        guard let last = facts.deadline(Span(match.anchorStart, act.end), act: match.act)?.date?.lastDay else {
            return false
        }
        return last < articleDate
    }

    /// The acts under one cue that have a number or a date of their own.
    private func segments(_ match: CueMatch, _ act: ActScanner.Act) -> [Range<Int>] {
        var starts = [match.act]
        let joints = act.joints.filter { $0 > match.act && $0 < act.end }
        for (position, joint) in joints.enumerated() {
            let end = position + 1 < joints.count ? joints[position + 1] : act.end
            if isOwn(joint..<end), !story.isOn(joint, .stative), story.folded(joint) != "include" {
                starts.append(joint)
            }
        }
        return starts.enumerated().map { position, start in
            guard position + 1 < starts.count else { return start..<act.end }
            var end = starts[position + 1]
            while end > start + 1, ["and", ",", "to", "or", "then", "also"].contains(story.folded(end - 1)) { end -= 1 }
            return start..<end
        }
    }

    private func isOwn(_ range: Range<Int>) -> Bool {
        range.contains { measures.quantity(at: $0) != nil && measures.time(at: $0) == nil }
            || ActScanner(words: words).holdsDeadline(range)
    }

    private func draft(
        _ match: CueMatch,
        _ rule: CueRule,
        _ segment: Range<Int>,
        isFirst: Bool,
        start: Int,
        act: ActScanner.Act,
        bound: Bearing,
        statement: Statement?,
        led: TimeExpression?
    ) -> PledgeDraft {
        let anchor = Span(isFirst ? min(start, segment.lowerBound) : segment.lowerBound, segment.upperBound)
        let sentence = story.sentences[match.sentence].span
        let facts = PledgeFacts(words: words, articleDate: articleDate)
        let cueEnd = max(match.act, match.anchorStart + 1)
        let isWill = ["will", "would"].contains(rule.name)
        let kind: Pledge.Kind =
            act.isConditional && isWill
            ? .offer
            : facts.kind(
                rule,
                anchor,
                bound.actors.count,
                isPlural: bound.subject.isSpeaker && !bound.subject.isSelf
            )
        let isRequest = rule.kind == .request
        let asked = isRequest ? addressees(match, sentence) : .none
        let others = isRequest ? asked.actors : facts.counterparties(Span(segment), bound.actors)
        let said = facts.said(match, anchor, sentence)
        // "By 2028, 120 shelters will be built and 65,000 households connected": one date for both.
        let leading =
            isFirst || start >= match.anchorStart
            ? nil : facts.deadline(Span(start, match.anchorStart), act: match.anchorStart)
        let isSaidByAnother = statement?.speaker.map { bound.actors != [$0] } ?? false
        return PledgeDraft(
            rule: match.rule,
            pattern: match.pattern,
            kind: kind,
            cue: Span(match.anchorStart, min(cueEnd, anchor.end)),
            act: Span(segment),
            anchor: anchor,
            by: bound.actors,
            byText: bound.actors.isEmpty ? bound.subject.span : nil,
            to: others,
            statement: isSaidByAnother ? statement : nil,
            quantity: facts.quantity(anchor, cue: match.anchorStart, act: segment.lowerBound),
            deadline: facts.deadline(anchor, act: segment.lowerBound) ?? led ?? leading,
            said: said.day,
            sentence: match.sentence,
            confidence: bound.confidence,
            isHeadline: rule.needs.contains(.headline),
            bearer: bound.subject,
            addressee: isRequest ? asked : Subject(kind: .party, actors: others, span: nil, trail: .counterparty),
            saidWords: said.words
        )
    }

    /// Whom a request asks.
    func addressees(_ match: CueMatch, _ sentence: Span) -> Subject {
        guard let span = match.addressee else { return .none }
        if rules[match.rule].bearer == .agent {
            return subjects.subject(of: match.anchorStart, in: sentence).by(.subject)
        }
        let named = cast.actors(in: span.range)
        return named.isEmpty
            ? subjects.phrase(span, sentence).by(.asked)
            : Subject(kind: .party, actors: named, span: span, trail: [.asked, .name])
    }
}
