import PledgedLanguage

/// Finds where a promised act ends, and where a second act under the same cue begins.
struct ActScanner {
    let words: WordClasses
    /// Where the cues of the sentence begin: behind "and" each begins a pledge of its own.
    var cueStarts: Set<Int> = []
    /// Where an act is cut off that goes on by a sentence's tree.
    var trees: SentenceTrees?

    private var story: Story { words.story }
    private var cast: Cast { words.cast }
    private var measures: Measures { words.measures }

    static let actMax = 60
    private static let appositionMax = 9

    struct Act: Hashable, Sendable {
        var end: Int
        /// Where further verbs under the same cue stand.
        var joints: [Int] = []
        var isConditional = false
    }

    /// The act that begins at `start`, the verb or noun that it begins with.
    ///
    /// Quotation marks that open before `anchor` end it; `gerund` says that further acts under the cue are gerunds too.
    func act(from start: Int, anchor: Int, in sentence: Span, gerund: Bool) -> Act {
        var act = Act(end: sentence.end)
        var quotes = 0
        var brackets = 0
        var index = start + 1
        let limit = min(sentence.end, start + Self.actMax)
        while index < limit {
            let form = story.tokens[index].form
            switch form {
            case "(", "[": brackets += 1
            case ")", "]": brackets = max(0, brackets - 1)
            case "“": quotes += 1
            case "”":
                if quotes == 0 { return closed(act, index, start) }
                quotes -= 1
            case "\"":
                if quotes > 0 {
                    quotes -= 1
                } else if opensQuote(index) {
                    quotes += 1
                } else {
                    return closed(act, index, start)
                }
            default:
                if brackets == 0, ends(at: index, form, sentence, start, gerund, &act) {
                    return closed(act, index, start)
                }
            }
            index += 1
        }
        return closed(act, index, start)
    }

    private func opensQuote(_ index: Int) -> Bool {
        story.tokens[index].has(.spaceBefore) && index + 1 < story.tokens.count
            && !story.tokens[index + 1].has(.spaceBefore)
    }

    /// Without marks and stray small words at the end.
    private func closed(_ act: Act, _ end: Int, _ start: Int) -> Act {
        var act = act
        var end = end
        while end > start + 1, isStray(end - 1) { end -= 1 }
        act.end = end
        act.joints.removeAll { $0 >= end }
        return act
    }

    private func isStray(_ index: Int) -> Bool {
        let token = story.tokens[index]
        if token.isPunctuation {
            return ![")", "”", "\"", "%", "’"].contains(token.form) || token.form == "\"" && opensQuote(index)
        }
        return ["and", "but", "or", "also", "as", "such"].contains(token.folded)
    }

    private func ends(
        at index: Int,
        _ form: String,
        _ sentence: Span,
        _ start: Int,
        _ gerund: Bool,
        _ act: inout Act
    ) -> Bool {
        switch form {
        case ";": return endsAtSemicolon(index, sentence, gerund, &act)
        case ".", "!", "?", ":", "—", "–", "--", "...", "…": return true
        case ",": return endsAtComma(index, sentence, start, gerund, &act)
        case "-": return story.tokens[index].has(.spaceBefore)
        default: break
        }
        let word = story.folded(index)
        switch word {
        case "and", "or", "but": return endsAtJoint(index, sentence, gerund, &act)
        case "while", "whereas", "although", "though", "after", "because", "according", "unless", "amid", "despite",
            "since":
            if word != "after" { return true }
            // "after Tết": a feast, and no clause.
            if story.tokens[index + 1].isCapitalized, !startsClause(index + 1, sentence) { return false }
            // "retire after finishing the term"
            if words.end(of: .kind(.gerund), at: index + 1, index + 2) != nil { return false }
            return measures.time(at: index) == nil && !isTimeAhead(index + 1)
        case "as": return endsAtAs(index, &act)
        case "if", "provided", "should", "once", "when":
            let isEven = ["even", "as", "whether"].contains(story.folded(index - 1))
            if ["if", "provided", "should"].contains(word), !isEven { act.isConditional = true }
            return false
        // "Kenya said", and not the second word of "United States".
        default: return story.isOn(index, .say) && cast.actor(at: index - 1) != nil && cast.mention(at: index) == nil
        }
    }

    /// "assist with the centre; take part in training; and continue": the acts of a list go on.
    private func endsAtSemicolon(_ index: Int, _ sentence: Span, _ gerund: Bool, _ act: inout Act) -> Bool {
        var next = index + 1
        if story.folded(next) == "and" { next += 1 }
        while next < sentence.end, story.isOn(next, .adverb), cast.mention(at: next) == nil { next += 1 }
        guard next < sentence.end, !cueStarts.contains(next), isVerbJoint(next, gerund) else { return true }
        act.joints.append(next)
        return false
    }

    private func isTimeAhead(_ index: Int) -> Bool { (index..<(index + 3)).contains { measures.time(at: $0) != nil } }

    private func endsAtAs(_ index: Int, _ act: inout Act) -> Bool {
        let before = story.folded(index - 1)
        if ["long", "far"].contains(before), story.folded(index - 2) == "as" { act.isConditional = true }
        if ["well", "long", "soon", "far", "much", "many", "such"].contains(before) { return false }
        // "as the country aims to": a promise of its own begins there.
        if cueStarts.contains(where: { $0 > index && $0 <= index + 5 }) { return true }
        return !Self.afterAs.contains(story.folded(index + 1))
    }

    private static let afterAs: Set<String> = [
        "planned", "announced", "well", "part", "promised", "many", "much", "its", "a", "an", "scheduled", "soon",
        "long",
        "far", "the", "ceo", "of",
    ]

    // MARK: Commas

    private func endsAtComma(_ index: Int, _ sentence: Span, _ start: Int, _ gerund: Bool, _ act: inout Act) -> Bool {
        let next = index + 1
        guard next < sentence.end else { return true }
        // "by March 31, 2027"
        if let time = measures.time(at: index), measures.times[time].span.contains(Span(index, next + 1)) {
            return false
        }
        if isAside(index, sentence) { return false }
        // "families, including those of miners"
        if story.folded(next) == "including" { return false }
        // "a three-year, $5 million programme"
        if measures.quantity(at: next) != nil, index > 2, story.folded(index - 2) == "-" { return false }
        if story.folded(next) == "with", cueStarts.contains(next + 1) { return true }
        if ["if", "provided", "but", "should"].contains(story.folded(next)) {
            if story.folded(next) == "but" { return !["only", "if"].contains(story.folded(next + 1)) }
            act.isConditional = true
            return false
        }
        if ["and", "or"].contains(story.folded(next)) { return endsAtJoint(next, sentence, gerund, &act) }
        if isVerbJoint(next, gerund) {
            act.joints.append(next)
            return false
        }
        let stop = nextComma(after: index, sentence)
        if story.folded(next) == "with", (next..<stop).contains(where: { Self.stresses.contains(story.folded($0)) }) {
            return false
        }
        // "18 laboratories, four of them national, to be ready by 2026": the date stands behind an aside.
        if stop < sentence.end, story.folded(stop) == ",", story.folded(stop + 1) == "to",
            holdsDeadline(stop..<nextComma(after: stop, sentence)), !holdsDeadline(start..<index),
            !isSaying(next..<stop)
        {
            return false
        }
        if isApposition(index, stop) { return false }
        // Its second comma.
        let limit = max(start + 1, index - Self.appositionMax - 1)
        if let first = (limit..<max(index, limit)).last(where: { story.folded($0) == "," }), isApposition(first, index)
        {
            return false
        }
        // What follows is needed for its number or its date.
        if holdsDeadline(next..<stop), !holdsDeadline(start..<index), !isSaying(next..<stop) { return false }
        return !isListItem(index, stop, sentence) && !joinsModifiers(index, sentence)
    }

    /// "a batch of Tamiflu, a medicine, to treat two million people": what it is for stands behind an aside.
    private func isApposition(_ comma: Int, _ second: Int) -> Bool {
        guard story.folded(second) == ",", story.folded(second + 1) == "to", second - comma - 1 <= Self.appositionMax
        else { return false }
        // "bring down inflation, which stood at 3 per cent, to 2 per cent"
        if story.folded(comma + 1) == "which" {
            return story.isOn(second + 2, .determiner) || measures.quantity(at: second + 2) != nil
        }
        return ["a", "an", "the"].contains(story.folded(comma + 1)) && words.isBaseVerb(second + 2)
            && !isSaying((comma + 1)..<second)
    }

    /// "collective, unprecedented language": the comma between two words that describe what comes behind them.
    private func joinsModifiers(_ comma: Int, _ sentence: Span) -> Bool {
        let isPlain = { (index: Int) in
            story.tokens[index].isWord && !story.tokens[index].isCapitalized && !story.isOn(index, .closed)
        }
        // Behind the second of them stands what both describe.
        guard let trees, isPlain(comma - 1), isPlain(comma + 1), !story.isOn(comma - 1, .pluralNoun),
            isPlain(comma + 2) || story.folded(comma + 2) == "-"
        else { return false }
        return trees[sentence].joinsModifiers(comma)
    }

    /// "a deal that, once in force, will", "respond, militarily, within two days": a comma that only sets words apart.
    private func isAside(_ comma: Int, _ sentence: Span) -> Bool {
        if ["that", "which"].contains(story.folded(comma - 1)) { return true }
        let isAdverb = { (index: Int) in story.isOn(index, .adverb) || story.folded(index).hasSuffix("ly") }
        if isAdverb(comma + 1), story.folded(comma + 2) == "," { return comma + 3 < sentence.end }
        if isAdverb(comma - 1), story.folded(comma - 2) == "," { return true }
        // The second comma after "that, once in force".
        let limit = max(sentence.start, comma - 8)
        for index in stride(from: comma - 1, to: limit, by: -1) where story.folded(index) == "," {
            if ["that", "which"].contains(story.folded(index - 1)) { return true }
            // "families, including those of miners, on the design"
            return story.folded(index + 1) == "including" && story.isOn(comma + 1, .preposition)
        }
        return false
    }

    private static let stresses: Set<String> = ["focus", "emphasis", "view", "aim", "priority"]

    private func nextComma(after index: Int, _ sentence: Span) -> Int {
        ((index + 1)..<sentence.end).first { [",", ";", ".", "—", "”", "\""].contains(story.tokens[$0].form) }
            ?? sentence.end
    }

    func holdsDeadline(_ range: Range<Int>) -> Bool {
        range.contains { index in
            measures.time(at: index).map { measures.times[$0].isDeadline && !measures.times[$0].isAttributive } ?? false
        }
    }

    private func isSaying(_ range: Range<Int>) -> Bool {
        range.contains { story.isOn($0, [.say, .breaker]) || story.isOn($0, .auxiliary) }
    }

    /// "storage, chips and steel": nouns in a row, with "and" soon after.
    private func isListItem(_ comma: Int, _ stop: Int, _ sentence: Span) -> Bool {
        let next = comma + 1
        guard stop - next <= 6, !story.isOn(next, [.breaker, .pronoun, .preposition, .conjunction]) else {
            return false
        }
        guard !(next..<stop).contains(where: { story.isOn($0, [.auxiliary, .say, .breaker]) }) else { return false }
        let reach = min(stop + 5, sentence.end)
        let hasAnd = (next..<reach).contains { ["and", "or"].contains(story.folded($0)) }
        return hasAnd && !["a", "the", "an", "one", "its"].contains(story.folded(next))
    }

    // MARK: And

    private func endsAtJoint(_ index: Int, _ sentence: Span, _ gerund: Bool, _ act: inout Act) -> Bool {
        var next = index + 1
        while next < sentence.end, story.isOn(next, .adverb), cast.mention(at: next) == nil { next += 1 }
        guard next < sentence.end else { return true }
        if cueStarts.contains(next) { return true }
        // "120 shelters will be built and 65,000 households connected".
        if let quantity = measures.quantity(at: next), measures.quantities[quantity].span.start == next,
            isParticipleAhead(next, sentence)
        {
            act.joints.append(next)
            return false
        }
        if story.isOn(next, [.modal, .say]) || story.isOn(next, .auxiliary) && !isVerbJoint(next, gerund) {
            return true
        }
        if ["said", "that"].contains(story.folded(next)) { return true }
        let verb = story.folded(next) == "to" ? next + 1 : next
        if isVerbJoint(verb, gerund) {
            act.joints.append(verb)
            return false
        }
        if story.isOn(next, .verbForm), !story.isOn(next, .verb), !story.folded(next).hasSuffix("s"),
            story.isOn(next + 1, .closed)
        {
            return true
        }
        return startsClause(next, sentence)
    }

    private func isParticipleAhead(_ index: Int, _ sentence: Span) -> Bool {
        guard let quantity = measures.quantity(at: index) else { return false }
        let next = measures.quantities[quantity].span.end
        return next < sentence.end && story.folded(next).hasSuffix("ed") && story.isOn(next + 1, .preposition)
    }

    /// A verb in the form that the cue asks for, with something behind it that an act has.
    private func isVerbJoint(_ index: Int, _ gerund: Bool) -> Bool {
        guard index + 1 < story.tokens.count, story.tokens[index].isWord else { return false }
        if gerund {
            return words.end(of: .kind(.gerund), at: index, index + 1) != nil
                && story.isOn(index + 1, [.determiner, .preposition])
        }
        guard story.isOn(index, .verb), !story.tokens[index].isCapitalized else { return false }
        let next = index + 1
        if [",", ".", "of", "and", "or"].contains(story.folded(next)) { return false }
        if story.isOn(next, [.determiner, .pronoun]) || story.tokens[next].has(.digits) { return true }
        if story.folded(index) == "have" { return false }
        if measures.quantity(at: next) != nil { return true }
        if story.isOn(next, .numberWord)
            || ["up", "out", "in", "on", "to", "for", "with", "at", "as", "back", "down"].contains(story.folded(next))
        {
            return !story.isOn(index, .common)
        }
        if cast.mention(at: next) != nil || story.isOn(index - 1, .adverb) || story.folded(index - 1) == "to" {
            return true
        }
        // A bare noun behind it: "waive import duties", "maintain stocks"; not "land grants".
        return !story.isOn(index, .common) && story.tokens[next].isWord && !story.isOn(next, .closed)
    }

    /// A noun phrase and its verb: a new clause.
    private func startsClause(_ index: Int, _ sentence: Span) -> Bool {
        let limit = min(index + 7, sentence.end)
        for place in index..<limit {
            if story.tokens[place].isPunctuation, !["'", "-", "(", ")"].contains(story.tokens[place].form) {
                return false
            }
            if place > index, story.isOn(place, [.modal, .be, .have, .say]), !story.folded(place).hasPrefix("'") {
                return true
            }
            if story.isOn(place, .preposition), place > index { return false }
        }
        return false
    }
}
