import PledgedLanguage

/// Tells of each word of a story whether it can stand where a pattern wants a kind of word.
struct WordClasses {
    let story: Story
    let cast: Cast
    let measures: Measures

    /// The end of what fits `shape` at `index`; nil where nothing does.
    func end(of shape: CueElement.Shape, at index: Int, _ limit: Int) -> Int? {
        guard index < limit else { return nil }
        switch shape {
        case .words(let words): return words.contains(story.folded(index)) ? index + 1 : nil
        case .kind(let kind): return end(of: kind, at: index, limit)
        case .gap, .addressee, .anchor: return nil
        }
    }

    private func end(of kind: CueElement.Class, at index: Int, _ limit: Int) -> Int? {
        switch kind {
        case .amount: return amountEnd(index, limit)
        case .time: return timeEnd(index, limit)
        case .party:
            guard let mention = cast.mention(at: index), cast.actor(at: index) != nil else { return nil }
            return cast.mentions[mention].span.start == index ? min(cast.mentions[mention].span.end, limit) : nil
        case .verb, .gerund, .number, .noun, .adjective, .adverb, .determiner, .be, .have, .ownAct, .word:
            return isWord(index, kind) ? index + 1 : nil
        }
    }

    private func isWord(_ index: Int, _ kind: CueElement.Class) -> Bool {
        let token = story.tokens[index]
        switch kind {
        case .verb: return isBaseVerb(index)
        case .gerund:
            return token.folded.hasSuffix("ing") && token.folded.utf8.count > 4
                && !Self.noGerunds.contains(token.folded)
        case .number: return token.has(.digits) || story.isOn(index, .numberWord)
        case .noun: return isNounLike(index)
        case .adjective: return token.isWord && !story.isOn(index, .closed) || token.form == "-"
        case .adverb: return story.isOn(index, .adverb) || story.isOfManner(index)
        case .determiner: return story.isOn(index, .determiner)
        case .be: return story.isOn(index, .be)
        case .have: return story.isOn(index, .have)
        case .ownAct: return story.isOn(index, .ownAct)
        case .word: return token.isWord
        case .amount, .time, .party: return false
        }
    }

    private static let noGerunds: Set<String> = [
        "during", "nothing", "something", "anything", "everything", "according", "king",
    ]

    /// On the list, or of a shape that base forms have and nouns after "to" seldom.
    func isBaseVerb(_ index: Int) -> Bool {
        guard index < story.tokens.count else { return false }
        let token = story.tokens[index]
        if story.isOn(index, .verb) { return true }
        guard token.isWord, !token.isCapitalized, token.folded.utf8.count > 2, story.lists[index].isEmpty else {
            return false
        }
        let word = token.folded
        let isInflected =
            word.hasSuffix("ing") || word.hasSuffix("ed") && !word.hasSuffix("eed") || word.hasSuffix("ly")
            || (word.hasSuffix("s") && !word.hasSuffix("ss")) || word.hasSuffix("tion") || word.hasSuffix("ity")
            || Self.adjectiveEndings.contains(where: word.hasSuffix)
        return !isInflected
    }

    private static let adjectiveEndings = ["ic", "ical", "inal", "onal", "ial", "ous", "ful", "less", "able", "ible"]

    private func isNounLike(_ index: Int) -> Bool {
        let token = story.tokens[index]
        if token.has(.digits) || story.isOn(index, [.determiner, .numberWord]) { return true }
        if token.isPunctuation { return Self.openings.contains(token.form) }
        return token.isWord && !story.isOn(index, .closed)
    }

    private func amountEnd(_ index: Int, _ limit: Int) -> Int? {
        var start = index
        while start < limit, start - index < 5, measures.quantity(at: start) == nil,
            Self.modifiers.contains(story.folded(start))
        {
            start += 1
        }
        guard start < limit, let quantity = measures.quantity(at: start),
            measures.quantities[quantity].number.end > start
        else { return nil }
        return min(max(measures.quantities[quantity].span.end, start + 1), limit)
    }

    private static let modifiers: Set<String> = [
        "a", "an", "some", "about", "around", "up", "to", "at", "least", "more", "than", "nearly", "almost", "over",
        "another", "further", "additional", "no", "fewer", "less", "roughly", "approximately", "as", "many", "much",
        "the", "between", "extra", "total", "of", "its", "their", "first", "only", "well", "just", "each", "-", "next",
    ]

    private func timeEnd(_ index: Int, _ limit: Int) -> Int? {
        var start = index
        while start < limit, start - index < 3, ["on", "in", "at", "late", "early"].contains(story.folded(start)) {
            start += 1
        }
        guard start < limit, let time = measures.time(at: start) else { return nil }
        return min(measures.times[time].span.end, limit)
    }

    private static let openings: Set<String> = ["\"", "“", "$", "€", "£"]
    private static let barriers: Set<String> = [",", ".", ";", ":", "!", "?", "—", "–", "\"", "“", "”"]
    private static let walls: Set<String> = [".", ";", ":", "!", "?", "—", "\"", "“", "”"]

    /// What a gap does not cross.
    func isBarrier(_ index: Int) -> Bool {
        story.tokens[index].isPunctuation && Self.barriers.contains(story.tokens[index].form)
    }

    /// A word of saying; not "the state", nor the second word of "United States".
    private func isSaying(_ index: Int) -> Bool {
        story.isOn(index, .say) && cast.mention(at: index) == nil && !story.isOn(index - 1, .determiner)
    }

    /// "the minister as well as his colleagues".
    private func isAsWellAs(_ index: Int) -> Bool {
        story.folded(index + 1) == "well" || story.folded(index - 1) == "well"
    }

    /// What the party asked does not reach over.
    func isWall(_ index: Int) -> Bool {
        story.tokens[index].isPunctuation && Self.walls.contains(story.tokens[index].form)
            || story.isOn(index, .modal) || isSaying(index)
            || ["that", "which", "who", "because", "while", "to"].contains(story.folded(index))
            || story.folded(index) == "as" && !isAsWellAs(index)
    }
}
