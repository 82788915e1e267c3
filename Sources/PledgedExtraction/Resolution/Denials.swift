import PledgedLanguage

/// Tells a pledge from its denial, its condition and its past.
struct Denials {
    let story: Story

    func deny(_ match: CueMatch, _ sentence: Span) -> Bool {
        isNegated(match, sentence) || isHypothetical(match, sentence) || isOver(match, sentence)
    }

    /// "did not promise", "has no plan to", "denied that it would", "has yet to".
    private func isNegated(_ match: CueMatch, _ sentence: Span) -> Bool {
        let limit = max(sentence.start, match.anchorStart - 4)
        for index in stride(from: match.anchorStart - 1, through: limit, by: -1) {
            let word = story.folded(index)
            if ["not", "n't", "never", "no", "nor", "without", "nobody", "neither", "hardly"].contains(word) { return true }
            if ["yet", "refused", "declined", "denied", "denies", "ruled"].contains(word) { return true }
            if story.tokens[index].isPunctuation || ["that", "and", "but", "it"].contains(word) { break }
        }
        let before = sentence.start..<match.anchorStart
        return before.contains { ["denied", "denies", "doubted", "denying"].contains(story.folded($0)) }
    }

    /// "could promise", "if it agrees to".
    private func isHypothetical(_ match: CueMatch, _ sentence: Span) -> Bool {
        var index = match.anchorStart - 1
        let limit = max(sentence.start, match.anchorStart - 9)
        while index >= limit {
            let word = story.folded(index)
            if ["could", "might", "may", "can", "cannot", "must"].contains(word), match.anchorStart - index <= 3 { return true }
            if ["if", "unless", "whether", "until", "before", "after"].contains(word) { return !startsBefore(index, match) }
            if ["hopes", "hoped", "hope", "wants", "wanted", "wishes", "considering", "mulls", "mulling", "weighing"].contains(word), match.anchorStart - index <= 2 { return true }
            if story.tokens[index].isPunctuation || ["that", "and", "but"].contains(word) { return false }
            index -= 1
        }
        return false
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
