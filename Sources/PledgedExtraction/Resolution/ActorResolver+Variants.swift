import PledgedLanguage

/// Ways of writing one name that are told by its words alone, wherever it stands.
extension ActorResolver {
    /// "the Defense Department" is "the Department of Defense".
    mutating func joinTurnedNames() {
        var straight: [String: Int] = [:]
        for index in mentions.indices where mentions[index].kind == .organization {
            guard let turned = turned(mentions[index].span), straight[turned] == nil else { continue }
            straight[turned] = index
        }
        for index in mentions.indices where mentions[index].kind == .organization {
            if let other = straight[mentions[index].key] { join(index, other, .turned) }
        }
    }

    /// "defense department" of "Department of Defense", with or without a state before: nil for other names.
    private func turned(_ span: Span) -> String? {
        guard let joint = span.range.first(where: { story.folded($0) == "of" }), joint > span.start,
            ["department", "ministry"].contains(story.folded(joint - 1)), joint + 1 < span.end
        else { return nil }
        // "Ministry of Foreign Affairs" is turned into "Foreign Ministry".
        let end = story.folded(span.end - 1) == "affairs" && span.end - joint > 2 ? span.end - 1 : span.end
        return story.key(Span(joint + 1, end)) + " " + story.folded(joint - 1)
    }

    /// "the Security Council", "the Commission": the last words of the one longer name in the text that ends in them.
    mutating func joinLastWords() {
        var byTail: [String: [Int]] = [:]
        for index in mentions.indices where mentions[index].kind == .organization {
            for tail in tails(of: mentions[index].span) { byTail[tail, default: []].append(index) }
        }
        // "African Development Bank (AfDB)": what has letters of its own is no part of another name.
        let whole = Set(mentions.compactMap(\.longForm).map { groups.first(of: $0) })
        for index in mentions.indices where mentions[index].kind == .organization && isTail(mentions[index].span) {
            guard !whole.contains(groups.first(of: index)), let long = byTail[mentions[index].key] else { continue }
            let own = groups.first(of: index)
            let others = Set(long.map { groups.first(of: $0) }).subtracting([own])
            if others.count == 1, let other = others.first { join(index, other, .lastWords) }
        }
    }

    /// What may stand for a body's whole name: its words from a later one on, up to what "of" or "to" adds.
    private func tails(of span: Span) -> [String] {
        let cores = [
            span.end, span.range.first { ["of", "for", "to"].contains(story.folded($0)) } ?? span.end,
        ]
        return Set(cores).sorted().flatMap { end in
            ((span.start + 1)..<max(end, span.start + 1)).filter { !story.isOn($0, .closed) && isTail(Span($0, end)) }
                .map { story.key(Span($0, end)) }
        }
    }

    /// A name that ends in the kind of body that it is, as part of a longer one would.
    private func isTail(_ span: Span) -> Bool {
        story.isOn(span.end - 1, [.body, .bodyOf, .loneBody])
            && (!story.isOn(span.start, .knownBody) || story.isOn(span.start, .loneBody))
            && !span.range.contains { ["of", "for", "to"].contains(story.folded($0)) }
    }

    /// "Timothy Cook" and "Tim Cook": one surname, and one first name that begins the other.
    mutating func joinNicknames() {
        var bySurname: [String: [Int]] = [:]
        for index in mentions.indices where mentions[index].kind == .person && mentions[index].span.count > 1 {
            bySurname[story.folded(mentions[index].span.end - 1), default: []].append(index)
        }
        for surname in bySurname.keys.sorted() {
            guard let persons = bySurname[surname] else { continue }
            for (place, index) in persons.enumerated() {
                let other = persons[..<place].first { areOne(mentions[$0].span, mentions[index].span) }
                if let other { join(index, other, .nickname) }
            }
        }
    }

    private func areOne(_ one: Span, _ other: Span) -> Bool {
        let (a, b) = (story.folded(one.start), story.folded(other.start))
        guard min(a.count, b.count) >= 3, a.hasPrefix(b) || b.hasPrefix(a) else { return false }
        // Initials between may be left out, a name may not.
        let middles = [middle(of: one), middle(of: other)]
        return middles[0] == middles[1] || middles.contains([])
    }

    /// The words between first name and surname, initials left out.
    private func middle(of name: Span) -> [String] {
        ((name.start + 1)..<(name.end - 1)).filter { story.isSpelledOut($0) }.map(story.folded)
    }
}

extension Story {
    /// A word of a name that is more than an initial.
    fileprivate func isSpelledOut(_ index: Int) -> Bool {
        tokens[index].isWord && tokens[index].form.unicodeScalars.count { $0.properties.isAlphabetic } > 1
    }
}
