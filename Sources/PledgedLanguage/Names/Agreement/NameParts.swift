/// What a text calls a person or a body after having named it in full.
struct NameParts {
    private let clues: NameClues

    init(_ clues: NameClues) { self.clues = clues }

    /// The family name and the given name of a person, whichever comes first.
    func parts(ofPerson span: Span) -> [Span] {
        let groups = self.groups(span)
        guard groups.count > 1, let first = groups.first, let last = groups.last else { return [] }
        var parts = [last]
        if isAlone(first) { parts.append(first) }
        // "van der Meulen", "bin Salman".
        var index = groups.count - 1
        while index > 1, isParticle(groups[index - 1]) { index -= 1 }
        if index < groups.count - 1 { parts.append(groups[index].union(last)) }
        return parts.filter { isAlone($0) || isParticle(Span($0.start, $0.start + 1)) && $0.count > 1 }
    }

    private func isParticle(_ part: Span) -> Bool {
        part.count == 1 && clues.marks[part.start].words.contains(.particle)
    }

    /// An organisation without its legal form, and its first word where that is a name of its own.
    func parts(ofBody span: Span) -> (whole: Span?, first: Span?) {
        var end = span.end
        while end > span.start + 1, isLegal(end - 1) { end -= 1 }
        let whole = end < span.end && end - span.start >= 1 ? Span(span.start, end) : nil
        let first =
            end - span.start > 1 ? groups(Span(span.start, end)).first.flatMap { isOwnName($0) ? $0 : nil } : nil
        return (whole, first)
    }

    /// The words of a name; those that hyphens join are one.
    private func groups(_ span: Span) -> [Span] {
        var groups: [Span] = []
        var start = span.start
        for token in span.range {
            let next = token + 1
            let isJoined =
                next < span.end && (clues.tokens[next].form == "-" || clues.tokens[token].form == "-")
            if !isJoined {
                groups.append(Span(start, next))
                start = next
            }
        }
        return groups
    }

    /// Whether the part could stand alone: no initial, no small word.
    private func isAlone(_ part: Span) -> Bool {
        let token = clues.tokens[part.start]
        return token.isCapitalized && token.form.utf8.count > 1 && !token.has(.abbreviation)
            && clues.marks[part.start].words.isDisjoint(with: [.opener, .calendar, .title, .body])
    }

    private func isLegal(_ token: Int) -> Bool {
        clues.marks[token].words.contains(.legal) || clues.tokens[token].form == ","
            || clues.tokens[token].form == "."
    }

    private func isOwnName(_ part: Span) -> Bool {
        let token = part.start
        let common: WordClass = [
            .country, .place, .demonym, .opener, .title, .titlePart, .body, .thing, .placeHead, .calendar, .legal,
        ]
        return clues.tokens[token].isCapitalized && clues.marks[token].words.isDisjoint(with: common)
            && clues.marks[token].phrases == 0 && !clues.signs[token].contains(.lowerCase)
            && clues.tokens[token].form.utf8.count > 2
    }
}
