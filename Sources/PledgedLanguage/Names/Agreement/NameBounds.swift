/// Sets the borders of names right: titles, articles, quotes, a possessive's end and brackets lie outside.
struct NameBounds {
    private let clues: NameClues

    init(_ clues: NameClues) { self.clues = clues }

    /// The names within their true borders, those left out of which nothing is left.
    func settled(_ names: [FoundName]) -> [FoundName] {
        names.map(cutAtLine).flatMap(dividedAtPossessives).flatMap(dividedAtHyphen).compactMap(settled).map(withFamily)
            .map(asPlace)
            .filter(couldBeName)
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

    /// "Kil Byeong-" and "tae", "Kao Shih-" and "ting": the syllables of a given name stay together.
    private func withHyphenatedEnd(_ span: Span) -> Span {
        let tokens = clues.tokens
        guard span.end + 1 < tokens.count, tokens[span.end].form == "-", !tokens[span.end].has(.spaceBefore),
            !tokens[span.end + 1].has(.spaceBefore), tokens[span.end + 1].isWord
        else { return span }
        let (last, next) = (clues.marks[span.end - 1].words, clues.marks[span.end + 1].words)
        let areSyllables = last.contains(.koreanSyllable) && next.contains(.koreanSyllable)
        let isFamilyFirst =
            span.count == 2 && clues.marks[span.start].words.contains(.familyFirst)
            && !tokens[span.end + 1].isCapitalized && tokens[span.end + 1].form.utf8.count <= 6
            && !Signs.adjectives.contains(tokens[span.end + 1].form)
        return areSyllables || isFamilyFirst ? Span(span.start, span.end + 2) : span
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

    /// "Dakar-Bamako" names two places.
    private func dividedAtHyphen(_ name: FoundName) -> [FoundName] {
        let (start, end) = (name.span.start, name.span.end)
        guard let hyphen = name.span.range.first(where: { ["-", "–"].contains(clues.tokens[$0].form) }),
            hyphen > start, hyphen + 1 < end, isPlace(Span(start, hyphen)), isPlace(Span(hyphen + 1, end))
        else { return [name] }
        return [FoundName(Span(start, hyphen), .place), FoundName(Span(hyphen + 1, end), .place)]
    }

    /// Whether our lists know the whole of it as a place or a state.
    private func isPlace(_ span: Span) -> Bool {
        span.range.allSatisfy { token in
            clues.marks[token].holds([.place, .country], at: NameLabel.place(of: token, in: span))
        }
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
        if name.kind == .organization {
            if name.span.count > 1, Deeds.words.contains(clues.tokens[name.span.end - 1].lower) { return false }
            if isOffice(name.span) || isRemit(name.span) { return false }
        }
        return !name.span.range.allSatisfy {
            !clues.marks[$0].words.isDisjoint(with: [.calendar, .commonLetters])
                && clues.marks[$0].words.isDisjoint(with: [.given, .letters])
        }
    }

    /// "Consul General": nothing but a person's office.
    private func isOffice(_ span: Span) -> Bool {
        guard span.count > 1, clues.marks[span.end - 1].words.contains(.title) else { return false }
        return span.range.allSatisfy { token in
            let words = clues.marks[token].words
            return !words.isDisjoint(with: [.title, .titlePart, .demonym]) && words.isDisjoint(with: .body)
        }
    }

    /// "Minister of State for Foreign Trade": what an office is for, not who.
    private func isRemit(_ span: Span) -> Bool {
        let first = clues.runs[span.start].sentence.start
        guard span.start - 2 >= first, ["for", "of"].contains(clues.tokens[span.start - 1].lower),
            isMinister(span.start - 2)
                || span.start - 4 >= first && clues.tokens[span.start - 2].lower == "state"
                    && isMinister(span.start - 4)
        else { return false }
        return clues.marks[span.start].phrases == 0
            && span.range.allSatisfy { clues.marks[$0].words.isDisjoint(with: [.body, .legal]) }
    }

    private func isMinister(_ token: Int) -> Bool {
        ["minister", "ministers", "undersecretary"].contains(clues.tokens[token].lower)
    }

    // MARK: Signs of a kind

    /// "Minh Đạt & Sons" is a firm.
    private func withFamily(_ name: FoundName) -> FoundName {
        let (end, sentence) = (name.span.end, clues.runs[name.span.start].sentence)
        guard name.kind == .person || name.kind == .organization, end + 1 < sentence.end,
            clues.tokens[end].form == "&", Signs.families.contains(clues.tokens[end + 1].form)
        else { return name }
        return FoundName(Span(name.span.start, end + 2), .organization)
    }

    /// "Mount Ngoc Linh", "Khunjerab Pass": one word tells.
    private func asPlace(_ name: FoundName) -> FoundName {
        guard name.span.count > 1, name.kind == .person || name.kind == .organization,
            Signs.placeOpeners.contains(clues.tokens[name.span.start].form)
                || Signs.placeEnds.contains(clues.tokens[name.span.end - 1].form)
        else { return name }
        var place = name
        place.kind = .place
        place.scores[Int(Name.Kind.place.rawValue)] = name.scores.max() &+ 64
        return place
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

/// Words that tell the kind of a whole name.
private enum Signs {
    static let families: Set<String> = ["Sons", "Bros", "Bros.", "Brothers", "Co", "Co.", "Company", "Partners"]
    /// What hyphens join to a name: "Kim Jong Il-led".
    static let adjectives: Set<String> = [
        "based", "led", "backed", "born", "run", "style", "era", "owned", "linked", "made", "like", "funded",
    ]
    static let placeOpeners: Set<String> = ["Mount", "Mt.", "Lake", "Cape"]
    static let placeEnds: Set<String> = [
        "River", "Lake", "Mountain", "Mountains", "Island", "Islands", "Province", "District", "Avenue", "Boulevard",
        "Strait", "Peninsula", "Prefecture", "Canal", "Delta", "Village", "Pass", "Valley", "County",
    ]
}
