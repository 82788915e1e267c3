/// Sets the borders of names right: titles, articles, quotes, a possessive's end and brackets lie outside.
struct NameBounds {
    private let clues: NameClues

    init(_ clues: NameClues) { self.clues = clues }

    /// The names within their true borders, those left out of which nothing is left.
    func settled(_ names: [FoundName]) -> [FoundName] {
        names.map(cutAtLine).flatMap(dividedAtPossessives).compactMap(settled).filter(couldBeName)
    }

    private func settled(_ name: FoundName) -> FoundName? {
        var (start, end) = (name.span.start, name.span.end)
        while start < end, !isWhole(start), isOutside(start, name.kind, isLast: start + 1 == end) { start += 1 }
        while end > start, isOutsideAtEnd(end - 1) { end -= 1 }
        guard start < end else { return nil }
        var settled = name
        settled.span = balanced(Span(start, end))
        switch settled.kind {
        case .person: settled.span = withHyphenatedEnd(settled.span)
        case .organization: settled.span = withLegalForm(settled.span)
        case .place: settled.span = withArticle(settled.span)
        case .country: break
        }
        return settled.span.isEmpty ? nil : settled
    }

    private func isOutside(_ token: Int, _ kind: Name.Kind, isLast: Bool) -> Bool {
        if !clues.features[token].flags.contains(.word), !clues.tokens[token].has(.digits) { return true }
        if clues.tokens[token].lower == "the" { return true }
        guard kind == .person, !isLast else { return false }
        return !clues.marks[token].words.isDisjoint(with: [.title, .polite])
            && clues.marks[token].words.isDisjoint(with: [.given, .family, .familyFirst])
    }

    private func isOutsideAtEnd(_ token: Int) -> Bool {
        let word = clues.tokens[token]
        if word.has(.word) { return word.folded == "'s" }
        return !word.has(.digits) && word.form != ")"
    }

    /// Cut before a bracket that is not closed in it, or closed but not opened.
    private func balanced(_ span: Span) -> Span {
        var open: Int?
        for token in span.range {
            switch clues.tokens[token].form {
            case "(" where open == nil: open = token
            case ")":
                if open == nil { return Span(span.start, token) }
                open = nil
            default: break
            }
        }
        return Span(span.start, open ?? span.end)
    }

    /// "Kil Byeong-" and "tae": the syllables of a Korean given name stay together.
    private func withHyphenatedEnd(_ span: Span) -> Span {
        let tokens = clues.tokens
        guard span.end + 1 < tokens.count, tokens[span.end].form == "-", !tokens[span.end].has(.spaceBefore),
            !tokens[span.end + 1].has(.spaceBefore), tokens[span.end + 1].isWord,
            clues.marks[span.end + 1].words.contains(.koreanSyllable),
            clues.marks[span.end - 1].words.contains(.koreanSyllable)
        else { return span }
        return Span(span.start, span.end + 2)
    }

    /// A firm with the legal form behind it: "Lindqvist & Sønner AS".
    func withLegalForm(_ span: Span) -> Span {
        let sentence = clues.runs[span.start].sentence
        var end = span.end
        while end < sentence.end, isLegal(end) { end += 1 }
        if end + 1 < sentence.end, clues.tokens[end].form == ",", isLegal(end + 1) { end += 2 }
        return Span(span.start, end)
    }

    private func isLegal(_ token: Int) -> Bool {
        clues.marks[token].words.contains(.legal) && clues.tokens[token].isCapitalized
    }

    /// "the European Parliament's Committee on Budgets" holds two names, "People's Committee" one.
    private func dividedAtPossessives(_ name: FoundName) -> [FoundName] {
        for token in name.span.range.dropFirst() where clues.tokens[token].folded == "'s" {
            let owner = Span(name.span.start, token)
            guard token + 1 < name.span.end, clues.tokens[token + 1].isCapitalized, isOwner(owner) else { continue }
            var (first, second) = (name, name)
            first.span = owner
            second.span = Span(token + 1, name.span.end)
            return [first] + dividedAtPossessives(second)
        }
        return [name]
    }

    private func isOwner(_ span: Span) -> Bool {
        let known = GazetteerMarks.kinds(clues.marks[span.start].phrases)
        return span.count > 1 || !known.isDisjoint(with: [.country, .place, .organization, .letters])
    }

    private func withArticle(_ span: Span) -> Span {
        let sentence = clues.runs[span.start].sentence
        guard span.start > sentence.start, clues.tokens[span.start - 1].form == "The", isWhole(span.start - 1) else {
            return span
        }
        return Span(span.start - 1, span.end)
    }

    /// "The Hague": our lists know it with its article.
    private func isWhole(_ token: Int) -> Bool {
        !GazetteerMarks.kinds(clues.marks[token].phrases).isDisjoint(with: [.place, .organization])
    }

    // MARK: What is no name

    private func couldBeName(_ name: FoundName) -> Bool {
        if name.kind == .organization, name.span.count > 1, Deeds.words.contains(clues.tokens[name.span.end - 1].lower)
        {
            return false
        }
        return !name.span.range.allSatisfy { clues.marks[$0].words.contains(.calendar) }
    }

    // MARK: Lines

    /// A line that ends early does so on purpose, and no name goes on in the next: the longer part is the name.
    private func cutAtLine(_ name: FoundName) -> FoundName {
        guard let cut = name.span.range.dropFirst().first(where: { clues.tokens[$0].has(.lineBefore) }),
            lineLength(before: cut) < Self.wrappedMin
        else { return name }
        var name = name
        let (first, second) = (Span(name.span.start, cut), Span(cut, name.span.end))
        name.span = first.count >= second.count ? first : second
        return name
    }

    /// Writers who wrap lines make them longer than this, in bytes.
    private static let wrappedMin = 56

    /// How many bytes of the line lie before the token, as far as it matters.
    private func lineLength(before token: Int) -> Int {
        var first = token - 1
        let end = clues.tokens[first].bytes.upperBound
        while first > 0, !clues.tokens[first].has(.lineBefore),
            end - clues.tokens[first].bytes.lowerBound < Self.wrappedMin
        { first -= 1 }
        return end - clues.tokens[first].bytes.lowerBound
    }
}

/// What is named with capitals but can do nothing: laws, events, undertakings.
private enum Deeds {
    static let words: Set<String> = [
        "accord", "accords", "act", "agreement", "amendment", "anniversary", "award", "awards", "bill", "budget",
        "campaign", "communique", "compact", "constitution", "contract", "convention", "cup", "day", "deal",
        "declaration", "decree", "directive", "doctrine", "expo", "festival", "games", "guidelines", "law", "laws",
        "memorandum", "olympics", "pact", "pandemic", "plan", "prize", "project", "protocol", "resolution", "roadmap",
        "scheme", "strategy", "summit", "treaty", "war", "week", "workshop", "year",
    ]
}
