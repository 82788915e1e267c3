/// Makes the names of a document agree: the second pass, over what the first found sentence by sentence.
///
/// Mentions with the same words share the kind that most speaks for; what was named once is found everywhere, persons
/// by a part of their name too; capitals in headlines are read by what the body says; states are those on our list.
struct NameAgreement {
    private let document: Document
    private let clues: NameClues
    private let gazetteer: Gazetteer
    private var table: PhraseTable

    init(_ document: Document, _ clues: NameClues, _ gazetteer: Gazetteer) {
        self.document = document
        self.clues = clues
        self.gazetteer = gazetteer
        table = PhraseTable(clues.features)
    }

    /// The names that the document holds, in text order.
    ///
    /// - Parameter found: in text order, not overlapping.
    /// - Returns: the names, in text order, not overlapping.
    mutating func names(_ found: [FoundName]) -> [Name] {
        let bounds = NameBounds(clues)
        var names = linked(NamesInLists(clues).agreed(joined(bounds.settled(found))))
        names = withoutCommonLetters(names)
        for name in names where !isHeadline(name.span) { count(name) }
        for name in names where isHeadline(name.span) && table[name.span]?.count ?? 0 == 0 { count(name) }
        for name in names where !isHeadline(name.span) { addParts(name) }
        names = filled(names)
        return names.map { Name($0.span, kind($0)) }
    }

    private func isHeadline(_ span: Span) -> Bool { clues.runs[span.start].isHeadline }

    private mutating func count(_ name: FoundName) {
        table.update(name.span) { entry in
            entry.scores &+= name.scores
            entry.count += 1
        }
    }

    // MARK: Names in names

    /// With embassies and the like as one name with the state that they are in: "Vietnamese Embassy in Japan".
    private func joined(_ names: [FoundName]) -> [FoundName] {
        var result: [FoundName] = []
        for name in names {
            if let last = result.last, last.kind == .organization, isMission(last.span), name.kind != .person,
                name.span.start - last.span.end == 1 + (isArticle(last.span.end + 1) ? 1 : 0),
                isIn(last.span.end)
            {
                result[result.count - 1].span = last.span.union(name.span)
            } else {
                result.append(name)
            }
        }
        return result
    }

    private func isMission(_ span: Span) -> Bool {
        span.range.contains { ["embassy", "consulate", "consulate-general"].contains(clues.tokens[$0].folded) }
    }

    private func isArticle(_ token: Int) -> Bool { clues.tokens[token].lower == "the" }
    private func isIn(_ token: Int) -> Bool { ["in", "to"].contains(clues.tokens[token].lower) }

    // MARK: Letters in brackets

    /// With the letters in brackets behind long names, which share what speaks for each kind.
    private func linked(_ names: [FoundName]) -> [FoundName] {
        let links = BracketLinks(clues)
        var result: [FoundName] = []
        for name in names {
            var name = name
            if let last = result.last, last.span.end > name.span.start { continue }
            if let last = result.last, links.letters(after: last.span) == name.span.start, name.span.count == 1 {
                // The long form says more than the letters do.
                name.scores &+= last.scores &* 3
                result[result.count - 1].scores = name.scores
            }
            result.append(name)
            if let letters = links.letters(after: name.span), !names.contains(at: letters) {
                result.append(FoundName(Span(letters, letters + 1), name.kind, scores: name.scores &* 3))
            }
        }
        return result
    }

    /// Without letters that are short for common words somewhere in the document.
    private mutating func withoutCommonLetters(_ names: [FoundName]) -> [FoundName] {
        let links = BracketLinks(clues)
        for name in names where name.span.count == 1 && links.isCommon(name.span.start) {
            table.update(name.span) { $0.isCommon = true }
        }
        return names.filter { table[$0.span]?.isCommon != true }
    }

    // MARK: Parts of names

    private mutating func addParts(_ name: FoundName) {
        let parts = NameParts(clues)
        switch table[name.span]?.kind ?? name.kind {
        case .person:
            for part in parts.parts(ofPerson: name.span) { table.update(part) { $0.isPersonPart = true } }
        case .organization:
            let (whole, first) = parts.parts(ofBody: name.span)
            if let whole {
                table.update(whole) { entry in
                    entry.scores &+= name.scores
                    entry.count += 1
                }
            }
            if let first { table.update(first) { $0.isBodyPart = true } }
        case .place, .country: break
        }
    }

    // MARK: Finding what was named elsewhere

    private func filled(_ names: [FoundName]) -> [FoundName] {
        var result: [FoundName] = []
        var index = 0
        for sentence in document.sentences {
            var token = sentence.span.start
            while token < sentence.span.end {
                while index < names.count, names[index].span.end <= token { index += 1 }
                let next = index < names.count ? names[index] : nil
                if let known = known(at: token, sentence.span, next) {
                    result.append(known)
                    token = known.span.end
                } else if let next, next.span.start <= token {
                    if next.span.start == token { result.append(next) }
                    token = max(token + 1, next.span.start == token ? next.span.end : token + 1)
                } else {
                    token += 1
                }
            }
        }
        return result
    }

    /// The name that is known elsewhere and stands at `token`, where it does not cut `next` apart.
    private func known(at token: Int, _ sentence: Span, _ next: FoundName?) -> FoundName? {
        let isParticle = clues.marks[token].words.contains(.particle)
        guard clues.tokens[token].isCapitalized || isParticle else { return nil }
        let match = table.longest(at: token, limit: sentence.end) { span, entry in
            if let next, next.span.overlaps(span) { return supersedes(span, entry, next) }
            return isFillable(span, entry, in: sentence)
        }
        guard let match else { return nil }
        let kind =
            match.entry.isPersonPart && match.entry.kind == nil ? Name.Kind.person : match.entry.kind ?? .organization
        let span = kind == .organization ? NameBounds(clues).withLegalForm(match.span) : match.span
        return FoundName(span, kind)
    }

    /// Whether a known phrase takes the place of what was found here.
    private func supersedes(_ span: Span, _ entry: PhraseTable.Entry, _ next: FoundName) -> Bool {
        if span == next.span { return false }
        if entry.isPersonPart, span.end == next.span.end, span.start < next.span.start { return true }
        guard entry.count > 0 else { return false }
        // A headline's capitals hide where a name ends; the body knows.
        if isHeadline(next.span), next.span.contains(span), table[next.span]?.count ?? 0 <= 1 {
            return !isCommon(span) && entry.count > 1
        }
        return span.contains(next.span) && span.count > next.span.count && span.start <= next.span.start
    }

    private func isFillable(_ span: Span, _ entry: PhraseTable.Entry, in sentence: Span) -> Bool {
        guard clues.tokens[span.end - 1].isCapitalized || span.count > 1 else { return false }
        if span.count > 1 { return entry.count > 0 || entry.isPersonPart }
        guard entry.count > 0 || entry.isPersonPart else { return false }
        return !isCommon(span) && isBorder(span.start - 1, sentence) && isBorder(span.end, sentence)
    }

    /// Whether the word says nothing by itself.
    private func isCommon(_ span: Span) -> Bool {
        guard span.count == 1 else { return false }
        let common: WordClass = [.opener, .title, .calendar, .demonym, .thing]
        return !clues.marks[span.start].words.isDisjoint(with: common) || clues.signs[span.start].contains(.lowerCase)
            || clues.tokens[span.start].form.utf8.count < 2
    }

    /// Whether a name can end here: no capitalised word goes on with it.
    private func isBorder(_ token: Int, _ sentence: Span) -> Bool {
        guard sentence.contains(token) else { return true }
        if clues.runs[token].isHeadline { return true }
        if clues.tokens[token].form == "-" { return false }
        guard clues.tokens[token].isCapitalized else { return true }
        return !clues.marks[token].words.isDisjoint(with: [.title, .polite, .opener, .demonym, .calendar, .titlePart])
    }

    // MARK: Kinds

    private func kind(_ name: FoundName) -> Name.Kind {
        let entry = table[name.span]
        var kind = entry?.kind ?? name.kind
        let classes = gazetteer.classes(of: name.span, in: document)
        if let entry, entry.isPersonPart, kind != .person, classes.isDisjoint(with: [.country, .place]),
            !clues.signs[name.span.start].contains(.afterIn)
        {
            kind = .person
        }
        if let entry, entry.isBodyPart, !entry.isPersonPart, kind == .person || kind == .place,
            classes.isDisjoint(with: [.country, .place])
        {
            kind = .organization
        }
        if kind == .person, entry?.isPersonPart != true, isWhere(name.span) { kind = .place }
        if classes.contains(.country), !classes.contains(.unsureCountry) { return .country }
        return kind == .country && !classes.contains(.country) ? .place : kind
    }
}

extension NameAgreement {
    /// "Truckers in Kayes": one unknown word behind "in" is a place.
    private func isWhere(_ span: Span) -> Bool {
        guard span.count == 1, span.start > clues.runs[span.start].sentence.start else { return false }
        return ["in", "near", "outside"].contains(clues.tokens[span.start - 1].lower)
            && clues.marks[span.start].words.isDisjoint(with: [.given, .family, .familyFirst, .vietnameseSyllable])
    }
}

extension [FoundName] {
    /// Whether one of them, in text order, holds the token.
    func contains(at token: Int) -> Bool {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].span.end <= token { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low].span.contains(token)
    }
}
