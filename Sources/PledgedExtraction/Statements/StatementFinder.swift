import PledgedCore
import PledgedLanguage

/// Finds who says what: "X said that ...", "..., X said", "according to X", and quotations that run on.
struct StatementFinder {
    let story: Story
    let cast: Cast
    let subjects: SubjectFinder

    /// In text order; where two overlap, the later is the nearer to its words.
    func statements() -> [Statement] {
        var found: [Statement] = []
        var lastSpeaker: (block: Int, actor: Int?)?
        var isOpen = false
        // Whoever "said:" with a colon goes on saying "we" until another speaks.
        var announcer: Int?
        for (index, sentence) in story.sentences.enumerated() where Story.isProse(story.role(of: sentence)) {
            let own = statements(in: index)
            found += own
            let startsInQuote = isOpen && lastSpeaker?.block == sentence.block
            let isAttributed = own.contains { $0.speaker != nil }
            if !isAttributed, startsInQuote || isQuoted(sentence.span), let last = lastSpeaker {
                let cue = sentence.span.start
                found.append(
                    Statement(speaker: last.actor, cue: cue, content: sentence.span, isQuoted: true, way: .running)
                )
            }
            if own.isEmpty, let announcer, isFirstPerson(sentence.span) {
                let cue = sentence.span.start
                found.append(
                    Statement(speaker: announcer, cue: cue, content: sentence.span, isQuoted: true, way: .announced)
                )
            }
            if let statement = own.last(where: { $0.speaker != nil }) {
                announcer =
                    story.folded(statement.cue + 1) == ":" || story.folded(sentence.span.end - 1) == ":"
                    ? statement.speaker : nil
            }
            if let speaker = own.last(where: { $0.speaker != nil })?.speaker { lastSpeaker = (sentence.block, speaker) }
            isOpen = quoteIsOpen(after: sentence.span, before: isOpen)
        }
        return found
    }

    // MARK: One sentence

    private func statements(in index: Int) -> [Statement] {
        let span = story.sentences[index].span
        var found: [Statement] = []
        for token in span.range {
            if story.isOn(token, .say), story.tokens[token].isWord, let statement = statement(at: token, span) {
                found.append(statement)
            } else if story.folded(token) == "according", story.folded(token + 1) == "to" {
                found.append(according(token, span))
            }
        }
        if found.isEmpty, let colon = colonStatement(span) { found.append(colon) }
        return found
    }

    private func statement(at cue: Int, _ span: Span) -> Statement? {
        // "the said port", "to say": no one speaks.
        if story.isOn(cue - 1, [.determiner, .preposition]) || story.folded(cue - 1) == "to" { return nil }
        let word = story.folded(cue)
        if word.hasSuffix("ing"), ["adding", "saying", "noting", "warning", "stressing"].contains(word) {
            let speaker = self.speaker(before: cue, span) ?? cast.actors(in: span.start..<cue).first
            return Statement(
                speaker: speaker,
                cue: cue,
                content: Span(cue + 1, span.end),
                isQuoted: false,
                way: .participle
            )
        }
        let isTrailing = trails(cue, span)
        let named = inverted(cue, span)
        let speaker = named ?? self.speaker(before: cue, span)
        let way: Statement.Way = named == nil ? .said : .inverted
        if isTrailing {
            let start = commaBefore(cue, span) ?? cue
            return Statement(
                speaker: speaker,
                cue: cue,
                content: Span(span.start, max(start, span.start)),
                isQuoted: hasQuote(span.start..<start),
                way: way
            )
        }
        return Statement(
            speaker: speaker,
            cue: cue,
            content: Span(cue + 1, span.end),
            isQuoted: hasQuote((cue + 1)..<span.end),
            way: way
        )
    }

    /// "..., X said on Tuesday.": little but a date follows.
    private func trails(_ cue: Int, _ span: Span) -> Bool {
        guard let comma = commaBefore(cue, span), comma > span.start + 2 else { return false }
        guard cast.actors(in: (comma + 1)..<cue).count <= 2 else { return false }
        let next = story.folded(cue + 1)
        // ", a director, said “there will be”": the words are still to come.
        if cue + 1 < span.end, ["\"", "“"].contains(next), story.tokens[cue + 1].has(.spaceBefore) { return false }
        if cue + 1 >= span.end || [".", ",", "\"", "”", ":", ";"].contains(next) { return true }
        if next == "that" { return false }
        // "..., said Annegret Lohse, who heads the office."
        if cast.mention(at: cue + 1) != nil || story.isOn(cue + 1, [.title, .titlePart])
            || story.tokens[cue + 1].isCapitalized
        {
            return comma == cue - 1 && endsAfterName(cue + 1, span)
        }
        return story.isOn(cue + 1, [.preposition, .opener]) && !story.isOn(cue + 1, [.determiner, .pronoun])
    }

    /// Only the speaker follows, with a title and a comment: "said Anna Berg, who".
    private func endsAfterName(_ start: Int, _ span: Span) -> Bool {
        var index = start
        while index < span.end,
            story.tokens[index].isCapitalized || story.isOn(index, [.title, .titlePart, .particle, .determiner])
                || ["of", "and", "'s", "-"].contains(story.folded(index))
        { index += 1 }
        return index >= span.end || [",", ".", "(", "\"", "”", ";"].contains(story.tokens[index].form)
            || story.isOn(index, .preposition)
    }

    private func commaBefore(_ cue: Int, _ span: Span) -> Int? {
        let limit = max(span.start, cue - 14)
        return stride(from: cue - 1, through: limit, by: -1).first { isComma($0) || isClosingQuote($0) }
    }

    private func isComma(_ index: Int) -> Bool { story.folded(index) == "," }

    private func isClosingQuote(_ index: Int) -> Bool {
        guard index > 0, ["\"", "”"].contains(story.tokens[index].form) else { return false }
        return !story.tokens[index].has(.spaceBefore)
    }

    private func hasQuote(_ range: Range<Int>) -> Bool {
        range.contains { ["\"", "“", "”"].contains(story.tokens[$0].form) }
    }

    /// "said Annegret Lohse": the speaker after the word.
    private func inverted(_ cue: Int, _ span: Span) -> Int? {
        guard ["said", "says", "added", "told", "noted"].contains(story.folded(cue)) else { return nil }
        guard isComma(cue - 1) || isClosingQuote(cue - 1) || cue == span.start else { return nil }
        let end = min(cue + 9, span.end)
        for index in (cue + 1)..<max(end, cue + 1) {
            if let actor = cast.actor(at: index) {
                if cast.kind(actor) == .person { return actor }
                // "said SK hynix President Kwak": go on to the person, unless none comes.
                let persons = cast.actors(in: index..<end).filter { cast.kind($0) == .person }
                return persons.first ?? actor
            }
            if [",", ".", "that"].contains(story.folded(index)) { break }
        }
        return nil
    }

    private func speaker(before cue: Int, _ span: Span) -> Int? {
        subjects.subject(of: cue, in: span).actors.first
    }

    private func according(_ cue: Int, _ span: Span) -> Statement {
        let speaker = cast.actors(in: cue..<min(cue + 12, span.end)).first
        let isFirst = cue <= span.start + 1
        let content = isFirst ? Span(cue + 2, max(span.end, cue + 2)) : Span(span.start, cue)
        return Statement(speaker: speaker, cue: cue, content: content, isQuoted: false, way: .according)
    }

    /// "State Secretary Vollbrecht: “...”".
    private func colonStatement(_ span: Span) -> Statement? {
        let head = span.range.prefix(8)
        guard let colon = head.first(where: { story.folded($0) == ":" }), colon + 1 < span.end,
            ["\"", "“"].contains(story.tokens[colon + 1].form)
        else { return nil }
        let speaker = cast.actors(in: span.start..<colon).last
        return Statement(
            speaker: speaker,
            cue: colon,
            content: Span(colon + 1, span.end),
            isQuoted: true,
            way: .colon
        )
    }

    // MARK: Quotations over several sentences

    private func isFirstPerson(_ span: Span) -> Bool {
        span.range.contains { ["we", "our", "i", "us"].contains(story.folded($0)) && !story.tokens[$0].isAllCapitals }
            || story.tokens[span.range].contains { $0.form == "I" }
    }

    private func isQuoted(_ span: Span) -> Bool {
        guard let first = span.range.first else { return false }
        return ["\"", "“"].contains(story.tokens[first].form)
    }

    private func quoteIsOpen(after span: Span, before isOpen: Bool) -> Bool {
        var isOpen = isOpen && !story.tokens[span.start].has(.emptyLineBefore)
        for index in span.range {
            switch story.tokens[index].form {
            case "“": isOpen = true
            case "”": isOpen = false
            case "\"": isOpen.toggle()
            default: break
            }
        }
        return isOpen
    }
}
