import PledgedCore
import PledgedLanguage

/// Tells a pledge from its denial, its condition and its past.
struct Denials {
    let story: Story
    let cast: Cast

    func deny(_ match: CueMatch, _ rule: CueRule, _ sentence: Span) -> Bool {
        isNoun(match, rule) || isNegated(match, rule, sentence) || isHypothetical(match, sentence)
            || isForecast(match, rule, sentence) || isOver(match, sentence) || isNeed(match, rule)
            || isForecasters(match, rule, sentence) || isSilence(match, rule)
            || isMeans(match, rule) || isPlot(match, rule)
    }

    /// "the request that", "Forces": the cue's words as a noun or in a name.
    private func isNoun(_ match: CueMatch, _ rule: CueRule) -> Bool {
        let start = match.anchorStart
        if ["call", "calls"].contains(story.folded(start)), Self.papers.contains(story.folded(start - 1)) {
            return true
        }
        // "Calling on donors to pay, Kenya": a capital that opens the sentence, and no name.
        let isOpening = story.folded(start).hasSuffix("ing") && cast.actor(at: start) == nil
        if rule.bearer == .subject, cast.mention(at: start) != nil, !isOpening { return true }
        guard rule.bearer == .subject else { return false }
        let before = story.folded(start - 1)
        let isDetermined =
            story.isOn(start - 1, .determiner) && !["that", "this", "each", "both", "all"].contains(before)
        if isDetermined || before == "'s" { return !story.isOn(start, [.modal, .be]) }
        // "action has been undertaken to", "a project, expected to begin": told of the thing, promised by nobody.
        if story.folded(start) == "undertaken", story.isOn(start - 1, .be) { return true }
        if story.folded(start) == "expected", before == "," || isSingularNoun(start - 1) { return true }
        return ["demand", "request", "plan", "target", "offer", "order"].contains(story.folded(start))
            && isSingularNoun(start - 1)
    }

    /// "issued an Executive Order to": a law, by which nobody is asked.
    static func isLaw(_ match: CueMatch, _ rule: CueRule, _ story: Story) -> Bool {
        rule.name == "order-noun" && match.span.range.contains { story.folded($0) == "executive" }
    }

    /// What "calls for" something without asking anybody.
    private static let papers: Set<String> = [
        "plan", "agreement", "measure", "measures", "regulations", "document", "draft", "deal", "accord", "treaty",
        "law", "bill", "proposal", "constitution", "roadmap", "map", "rules", "legislation", "pact", "strategy",
        "blueprint", "programme", "program", "scheme", "budget",
    ]

    /// "consumer demand", "government plan": a noun in the singular, with which no bare verb goes.
    private func isSingularNoun(_ index: Int) -> Bool {
        guard index >= 0, story.tokens[index].isWord, cast.mention(at: index) == nil else { return false }
        guard !story.isOn(index, .closed), !story.isOn(index, [.adverb, .modal, .pluralNoun]) else { return false }
        return !story.folded(index).hasSuffix("s")
            && !["people", "police", "men", "women"].contains(story.folded(index))
    }

    /// "will need to ask a court", "In another move to": a need, and a reason for what was done.
    private func isNeed(_ match: CueMatch, _ rule: CueRule) -> Bool {
        let (before, second) = (story.folded(match.anchorStart - 1), story.folded(match.anchorStart - 2))
        if rule.kind == .request, before == "to" {
            return Self.unasked.contains(second)
        }
        let isOwned = ["'s", "'", "its", "their", "his", "her", "our"].contains { $0 == before || $0 == second }
        return !isOwned && ["move", "bid", "drive", "effort"].contains(story.folded(match.anchorStart))
    }

    /// Before "to urge": what leaves open whether anybody is urged.
    private static let unasked: Set<String> = [
        "need", "needs", "needed", "have", "has", "had", "forced", "able", "effort", "efforts", "attempt", "attempts",
        "failure", "bid", "move", "designed", "intended", "aimed", "ability", "power", "powers", "right", "refusal",
        "trying", "tried", "seeking", "enough", "reluctant", "unable", "how",
    ]

    /// "an agreement to guarantee supplies": the word as the act of something else.
    private func isMeans(_ match: CueMatch, _ rule: CueRule) -> Bool {
        // "voted to elect": what a vote itself does.
        if story.isOn(match.act, .ballot), ["vote", "votes", "voted"].contains(story.folded(match.anchorStart)) {
            return true
        }
        // "offered greetings": said, and nothing to be done.
        if rule.name == "offer-thing",
            (match.anchorStart..<min(match.anchorStart + 6, story.tokens.count)).contains(where: {
                Self.courtesies.contains(story.folded($0))
            })
        {
            return true
        }
        guard ["promise-thing", "pledge-sum", "pledge-that", "sign-agreement"].contains(rule.name) else { return false }
        return story.folded(match.anchorStart - 1) == "to"
            && !["agreed", "agree"].contains(story.folded(match.anchorStart - 2))
    }

    private static let courtesies: Set<String> = [
        "greetings", "congratulations", "condolences", "sympathy", "sympathies", "apology", "apologies", "thanks",
        "prayers", "praise", "wishes", "explanation", "explanations", "comment", "details", "opinion", "view", "views",
    ]

    /// "a plan to kidnap a soldier", "its failed bid to host": a plot, and a plan that is over.
    private func isPlot(_ match: CueMatch, _ rule: CueRule) -> Bool {
        guard rule.name == "plan-noun" else { return false }
        let before = story.folded(match.anchorStart - 1)
        return ["failed", "unsuccessful", "abortive", "foiled", "abandoned", "scrapped"].contains(before)
            || ["kidnap", "kill", "murder", "assassinate", "bomb", "behead", "smuggle", "defraud", "overthrow"]
                .contains(
                    story.folded(match.act)
                )
    }

    /// "Analysts say the report will help": people who guess.
    private func isForecasters(_ match: CueMatch, _ rule: CueRule, _ sentence: Span) -> Bool {
        guard ["will", "would", "set-to", "going-to"].contains(rule.name) else { return false }
        return sentence.range.contains { index in
            story.isOn(index, .say)
                && (Self.forecasters.contains(story.folded(index - 1))
                    || Self.forecasters.contains(story.folded(index + 1)))
        }
    }

    private static let forecasters: Set<String> = [
        "analysts", "economists", "experts", "observers", "critics", "forecasters", "scientists", "researchers",
        "meteorologists", "opponents", "commentators", "pundits", "astronomers", "historians", "strategists",
    ]

    /// "would not comment": nobody bound himself to silence.
    private func isSilence(_ match: CueMatch, _ rule: CueRule) -> Bool {
        guard rule.name == "would", (match.anchorStart..<match.act).contains(where: { isNot($0) }) else { return false }
        return [
            "say", "comment", "elaborate", "discuss", "disclose", "reveal", "identify", "name", "confirm", "speculate",
            "specify", "give", "provide", "rule",
        ].contains(story.folded(match.act)) && !["money", "aid", "funds"].contains(story.folded(match.act + 1))
    }

    private func isNot(_ index: Int) -> Bool { ["not", "n't", "never"].contains(story.folded(index)) }

    /// "hopes the bloc will", "predicts that it will", "who will buy the gas", "there would be".
    private func isForecast(_ match: CueMatch, _ rule: CueRule, _ sentence: Span) -> Bool {
        // "agreed that there will be work"
        if rule.name == "agree-that", (match.anchorStart..<match.act).contains(where: { story.folded($0) == "there" }) {
            return true
        }
        guard ["will", "would", "set-to"].contains(rule.name) else { return false }
        if story.folded(match.anchorStart - 1) == "there" { return true }
        var index = match.anchorStart - 1
        let limit = max(sentence.start, match.anchorStart - 14)
        while index >= limit {
            let word = story.folded(index)
            if Self.guesses.contains(word) { return true }
            if ["how", "what", "when", "where", "why", "whatever"].contains(word) {
                return story.folded(index - 1) != ","
            }
            if word == "who" {
                // "those who had paid will get": the relative clause has its own verb.
                let hasVerb = ((index + 1)..<match.anchorStart).contains {
                    story.isOn($0, [.auxiliary, .verbForm, .say])
                }
                return !hasVerb && story.folded(index - 1) != ","
            }
            // "They will pay more or they will quit."
            if word == "or", match.anchorStart - index <= 3 { return true }
            if [".", ";", ":", "\"", "“", ","].contains(story.tokens[index].form) { return false }
            index -= 1
        }
        return false
    }

    private static let guesses: Set<String> = [
        "hope", "hopes", "hoped", "hoping", "expect", "expects", "expected", "believe", "believes", "believed",
        "predict",
        "predicts", "predicted", "forecast", "forecasts", "estimate", "estimates", "estimated", "fear", "fears",
        "doubt",
        "doubts", "project", "projects", "thinks", "think", "betting", "suspect", "suspects", "confident", "delighted",
        "likely", "rumours", "rumors", "convinced", "optimistic", "certain", "worried", "afraid",
    ]

    /// "did not promise", "has no plan to", "denied that it would", "has yet to".
    private func isNegated(_ match: CueMatch, _ rule: CueRule, _ sentence: Span) -> Bool {
        // "is not ready to", but "pledged not to" and "will not" bind.
        let inside = (match.anchorStart..<match.act).contains { index in
            ["not", "n't", "never"].contains(story.folded(index)) && story.folded(index + 1) != "to"
        }
        let isOver = (match.anchorStart..<match.act).contains {
            story.folded($0) == "no" && story.folded($0 + 1) == "longer"
        }
        if isOver, !["will", "would", "going-to"].contains(rule.name) { return true }
        if inside, !["will", "would", "going-to"].contains(rule.name) { return true }
        let limit = max(sentence.start, match.anchorStart - 4)
        for index in stride(from: match.anchorStart - 1, through: limit, by: -1) {
            let word = story.folded(index)
            // "No one will be refused": what is promised not to be done.
            let isNobody =
                (word == "nobody" || word == "no" && story.folded(index + 1) == "one")
                && story.folded(match.act) == "be"
            if isNobody, ["will", "would"].contains(rule.name) { return false }
            if ["not", "n't", "never", "no", "nor", "without", "nobody", "neither", "hardly"].contains(word) {
                return true
            }
            if ["yet", "refused", "declined", "denied", "denies", "ruled"].contains(word) { return true }
            if story.tokens[index].isPunctuation || ["that", "and", "but", "it"].contains(word) { break }
        }
        let before = sentence.start..<match.anchorStart
        return before.contains { ["denied", "denies", "doubted", "denying"].contains(story.folded($0)) }
    }

    /// "could promise", "if it agrees to", "rather than recall them or offer".
    private func isHypothetical(_ match: CueMatch, _ sentence: Span) -> Bool {
        var index = match.anchorStart - 1
        let limit = max(sentence.start, match.anchorStart - 9)
        while index >= limit {
            let word = story.folded(index)
            if ["could", "might", "may", "can", "cannot", "must"].contains(word), match.anchorStart - index <= 3 {
                return true
            }
            if word == "than" && story.folded(index - 1) == "rather"
                || word == "of" && story.folded(index - 1) == "instead"
            {
                return true
            }
            if ["if", "unless", "whether", "until", "before", "after"].contains(word) {
                if ["before", "after"].contains(word), isClosed(index, match) { return false }
                return !startsBefore(index, match)
            }
            if ["hopes", "hoped", "hope", "wants", "wanted", "wishes", "considering", "mulls", "mulling", "weighing"]
                .contains(word), match.anchorStart - index <= 2
            {
                return true
            }
            if story.tokens[index].isPunctuation || ["that", "and", "but"].contains(word) { return false }
            index -= 1
        }
        return false
    }

    /// "After the case closed Jobs extended": a clause that has its verb, and the subject's name behind it.
    private func isClosed(_ index: Int, _ match: CueMatch) -> Bool {
        guard let mention = cast.mention(at: match.anchorStart - 1) else { return false }
        let start = cast.mentions[mention].span.start
        return start > index + 2
            && ((index + 2)..<start).contains {
                story.isOn($0, [.auxiliary, .verbForm]) || story.folded($0).hasSuffix("ed")
            }
    }

    /// A condition that closed before the cue, by a comma.
    private func startsBefore(_ index: Int, _ match: CueMatch) -> Bool {
        (index..<match.anchorStart).contains { story.folded($0) == "," }
    }

    /// "promised ..., and both were delivered": told as done.
    private func isOver(_ match: CueMatch, _ sentence: Span) -> Bool {
        guard story.folded(match.anchorStart).hasSuffix("ed") else { return false }
        return (match.span.end..<sentence.end).contains { index in
            story.isOn(index, .fulfilled) && story.isOn(index - 1, [.be, .have, .conjunction, .pronoun, .adverb])
        }
    }
}
