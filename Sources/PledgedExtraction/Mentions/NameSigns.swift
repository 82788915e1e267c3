import PledgedLanguage

/// Reads off a name's neighbours what part it plays.
struct NameSigns {
    let story: Story
    let countries: CountryTable

    func signs(of mention: Mention) -> Mention.Signs {
        var signs = mention.signs
        let after = next(after: mention.span)
        if acts(after) { signs.insert(.acts) }
        if story.isOn(after, .say) || saysBefore(mention.span.start) { signs.insert(.speaks) }
        if isPossessive(mention.span.end) {
            signs.insert(.owns)
            let owned = mention.span.end + 1
            let isOffice = story.isOn(owned, .bodyOf) && story.folded(owned + 1) == "of"
            if owned < story.tokens.count, story.tokens[owned].isCapitalized, !story.isOn(owned, .opener), !isOffice {
                signs.insert(.origin)
            }
        }
        if describes(mention.span) { signs.insert(.describes) }
        if mention.span.range.contains(where: { story.isOn($0, .media) }) { signs.insert(.media) }
        let before = mention.span.start - 1
        if story.isOn(before, .firm), !story.tokens[before].isCapitalized { signs.insert(.firm) }
        readBefore(mention.span.start, &signs)
        if hangs(mention.span.start) { signs.remove(.acts) }
        if isOfBody(mention) {
            signs.remove(.acts)
            signs.insert(.origin)
        }
        return signs
    }

    /// "Colorado State University of the US": where a body is, told behind its name.
    private func isOfBody(_ mention: Mention) -> Bool {
        guard case .country = mention.kind else { return false }
        let of = mention.span.start - 2
        return story.folded(of + 1) == "the" && story.folded(of) == "of" && of > 1 && story.tokens[of - 1].isCapitalized
            && (story.tokens[of - 2].isCapitalized || story.folded(of - 2) == "of")
    }

    /// A noun in small letters right behind, or "-led": the name says which, as an adjective would.
    private func describes(_ span: Span) -> Bool {
        let next = span.end
        guard next < story.tokens.count else { return false }
        if story.folded(next) == "-" {
            return !story.tokens[next].has(.spaceBefore) && story.isOn(next + 1, .hyphenTail)
        }
        guard story.tokens[next].isWord, !story.tokens[next].isCapitalized, story.tokens[next].has(.spaceBefore),
            story.folded(next) != "'s"
        else { return false }
        let grammar: WordLists = [.closed, .adverb, .say, .verbForm, .title, .titlePart]
        return !story.isOn(next, grammar) && story.folded(next) != "government" && !hasPastShape(next)
    }

    private func isPossessive(_ index: Int) -> Bool {
        let word = story.folded(index)
        return word == "'s" || word == "'" && !story.tokens[index].has(.spaceBefore)
    }

    /// The token behind the name, its brackets and a comment between commas.
    private func next(after span: Span) -> Int {
        var index = span.end
        if story.folded(index) == "(" {
            var end = index
            while end < story.tokens.count, end - index < 12, story.folded(end) != ")" { end += 1 }
            if story.folded(end) == ")" { index = end + 1 }
        }
        return index
    }

    private func acts(_ index: Int) -> Bool {
        var index = index
        guard index < story.tokens.count else { return false }
        if story.folded(index) == "," {
            if ["which", "who"].contains(story.folded(index + 1)) { return true }
            // "ESMC, the joint venture in which ..., is to start": a comment between commas.
            var end = index + 1
            while end < story.tokens.count, end - index < 25, !Self.stops.contains(story.folded(end)) {
                var verb = end + 1
                while story.isOn(verb, .adverb) { verb += 1 }
                if story.folded(end) == ",", story.isOn(verb, [.auxiliary, .say, .verbForm]) {
                    return !story.tokens[verb].isCapitalized
                }
                end += 1
            }
            return false
        }
        while story.isOn(index, .adverb), index < story.tokens.count - 1 { index += 1 }
        guard !story.tokens[index].isCapitalized else { return false }
        return story.isOn(index, [.auxiliary, .say, .verbForm]) && story.folded(index) != "'s" || hasPastShape(index)
    }

    /// "Kenya expressed": a past form that is on no list; not "the Kenya based firm".
    private func hasPastShape(_ index: Int) -> Bool {
        let word = story.folded(index)
        return word.hasSuffix("ed") && !word.hasSuffix("eed") && word.utf8.count > 4 && !story.isOn(index, .hyphenTail)
    }

    private static let stops: Set<String> = [".", ";", "!", "?", "\"", ":"]

    private func saysBefore(_ start: Int) -> Bool {
        var index = start - 1
        var steps = 0
        while index >= 0, steps < 6 {
            if story.isOn(index, .say) { return index == 0 || story.tokens[index - 1].isPunctuation }
            guard story.folded(index) != "that",
                story.isOn(index, [.title, .titlePart, .polite, .determiner]) || story.tokens[index].isCapitalized
            else {
                return false
            }
            index -= 1
            steps += 1
        }
        return false
    }

    private func readBefore(_ start: Int, _ signs: inout Mention.Signs) {
        var index = start - 1
        var steps = 0
        if story.folded(index) == ",", index > 0, story.tokens[index - 1].isCapitalized, story.tokens[index - 1].isWord,
            countries.entry([story.folded(index - 1)])?.use != .name
        {
            signs.insert(.enclosing)
        }
        while index >= 0, steps < 2, story.isOn(index, .determiner) || isModifier(index) {
            index -= 1
            steps += 1
        }
        if story.isOn(index, .locative) { signs.insert(.located) }
        if Self.parties.contains(story.folded(index)) || story.isOn(index, .verbForm) || story.folded(index) == "help" {
            signs.insert(.addressed)
        }
    }

    /// "the line to Bukhara is built": the verb belongs to what the name hangs on.
    private func hangs(_ start: Int) -> Bool {
        let before = story.isOn(start - 1, .determiner) ? start - 2 : start - 1
        return ["to", "of", "in", "at", "near", "from", "for", "on"].contains(story.folded(before))
            && (isModifier(before - 1) || opensSentence(before - 1))
            && !(story.folded(before) == "of" && story.isOn(before - 1, .placeNoun))
    }

    /// "Deliveries to": a noun that only opens its sentence.
    private func opensSentence(_ index: Int) -> Bool {
        index >= 0 && story.tokens[index].isWord && story.folded(index).hasSuffix("s")
            && (index == 0 || story.tokens[index].has(.emptyLineBefore)
                || [".", "”", "\""].contains(story.tokens[index - 1].form))
    }

    /// A small-letter word that can stand between "in the" and a name.
    private func isModifier(_ index: Int) -> Bool {
        index >= 0 && story.tokens[index].isWord && !story.tokens[index].isCapitalized
            && !story.isOn(index, [.preposition, .conjunction, .auxiliary, .say, .verbForm, .pronoun])
    }

    private static let parties: Set<String> = [
        "by", "with", "between", "on", "against", "urge", "urging", "asking", "help",
    ]
}
