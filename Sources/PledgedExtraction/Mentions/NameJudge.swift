import PledgedLanguage

/// Judges over the whole text what each name names, and adds the names that titles and headings share with it.
struct NameJudge {
    let story: Story
    let countries: CountryTable

    func judged(_ found: [Mention]) -> [Mention] {
        let reader = NameSigns(story: story, countries: countries)
        var mentions = found
        for index in mentions.indices { mentions[index].signs = reader.signs(of: mentions[index]) }
        markLists(&mentions)
        let groups = Dictionary(grouping: mentions.indices) { mentions[$0].key }
        for (_, members) in groups.sorted(by: { ($0.value.first ?? 0) < ($1.value.first ?? 0) }) {
            settle(members, &mentions)
        }
        settleLists(&mentions)
        return mentions + headlines(mentions)
    }

    /// A name that stands in a row with bodies is one: "Intel, Bosch and NXP".
    private func markLists(_ mentions: inout [Mention]) {
        for index in mentions.indices.dropFirst() {
            let (left, right) = (mentions[index - 1], mentions[index])
            guard left.sentence == right.sentence, isJoint(left.span.end, right.span.start) else { continue }
            // "The UK and Kenya will": both act.
            if right.signs.contains(.acts), !left.signs.contains(.located), left.kind != .unknown, left.kind != .place {
                mentions[index - 1].signs.insert(.acts)
            }
            // "in Japan and Korea", "from Libya, Syria and Yemen": all of them are scenes, or origins.
            if left.signs.contains(.located), !right.signs.contains(.acts), case .country = right.kind {
                mentions[index].signs.insert(.located)
            }
            if left.signs.contains(.located), right.kind == .unknown || right.kind == .place {
                mentions[index].signs.insert(.located)
                mentions[index].signs.remove(.acts)
            }
            if left.kind == .organization, right.kind == .unknown {
                mentions[index].signs.insert(.firm)
            } else if right.kind == .organization, left.kind == .unknown {
                mentions[index - 1].signs.insert(.firm)
            } else if right.kind == .unknown, left.signs.contains(.firm) {
                mentions[index].signs.insert(.firm)
            }
        }
    }

    /// Once bodies are known, so are their neighbours in a row: "Bosch, Infineon and NXP".
    private func settleLists(_ mentions: inout [Mention]) {
        for index in mentions.indices.dropFirst() { settle(mentions[index - 1], &mentions[index]) }
        for index in mentions.indices.dropLast().reversed() { settle(mentions[index + 1], &mentions[index]) }
    }

    private func settle(_ known: Mention, _ mention: inout Mention) {
        guard mention.kind == .unknown, known.kind == .organization, known.sentence == mention.sentence else { return }
        let (left, right) = known.span < mention.span ? (known.span, mention.span) : (mention.span, known.span)
        if isJoint(left.end, right.start) {
            mention.kind = .organization
            mention.trail = .row
        }
    }

    private func isJoint(_ start: Int, _ end: Int) -> Bool {
        guard start < end, end - start <= 3 else { return false }
        return (start..<end).allSatisfy { [",", "and", "or", "&", "the", "'s"].contains(story.folded($0)) }
    }

    private func settle(_ members: [Int], _ mentions: inout [Mention]) {
        let signs = members.reduce(into: Mention.Signs()) { $0.formUnion(mentions[$1].signs) }
        let isLocatedOnly = members.allSatisfy { mentions[$0].signs.contains(.located) }
        let kinds = Set(members.map { mentions[$0].kind })
        if kinds.contains(.person), members.contains(where: { announcesItself(mentions[$0]) }) {
            for index in members where mentions[index].kind == .person {
                mentions[index].kind = .organization
                mentions[index].trail.insert(.pronounIt)
            }
            return
        }
        let known = [Mention.Kind.person, .organization].first(where: kinds.contains)
        for index in members {
            switch mentions[index].kind {
            case .unknown:
                let finding =
                    known.map { NameKinds.Finding($0, .sameName) }
                    ?? guess(members.map { mentions[$0] }, signs, isLocatedOnly)
                (mentions[index].kind, mentions[index].trail) = (finding.kind, finding.trail)
            case .place:
                mentions[index].kind = place(mentions[index], signs)
                mentions[index].trail = signs.contains(.acts) ? .acts : .speaks
            case .person, .organization, .country, .thing: break
            }
        }
    }

    private func guess(
        _ members: [Mention],
        _ signs: Mention.Signs,
        _ isLocatedOnly: Bool
    ) -> NameKinds.Finding {
        typealias Finding = NameKinds.Finding
        let words = members[0].span.count
        if signs.contains(.firm) { return Finding(.organization, .firmNoun) }
        if (2...4).contains(words), members.contains(where: hasRelativeWho) { return Finding(.person, .who) }
        if isLocatedOnly { return Finding(.place) }
        if words == 1, members.allSatisfy({ $0.signs.contains(.opens) }), isCommonShape(members[0].key) {
            return Finding(.unknown)
        }
        let doing = Self.trail(signs)
        let hasLetters = words > 1 && story.tokens[members[0].span.range].contains { $0.isAllCapitals }
        if hasLetters, !doing.isEmpty { return Finding(.organization, doing) }
        let isShouted = story.tokens[members[0].span.range].allSatisfy { $0.isAllCapitals || !$0.isWord }
        if signs.contains(.speaks), (2...4).contains(words), !isShouted, !signs.contains(.owns) || hasPronoun(members) {
            return isBodyByPronoun(members)
                ? Finding(.organization, [.speaks, .pronounIt])
                : Finding(.person, hasPronoun(members) ? [.speaks, .pronounWho] : .speaks)
        }
        if !doing.isEmpty { return Finding(.organization, doing) }
        if signs.contains(.owns), !signs.contains(.located) { return Finding(.organization, .owns) }
        return isShouted && members.count > 1 ? Finding(.organization, .letters) : Finding(.unknown)
    }

    /// What the signs say that the name does, or that is done to it.
    private static func trail(_ signs: Mention.Signs) -> NameTrail {
        var trail: NameTrail = []
        if signs.contains(.acts) { trail.insert(.acts) }
        if signs.contains(.speaks) { trail.insert(.speaks) }
        if signs.contains(.addressed) { trail.insert(.addressed) }
        return trail
    }

    /// A plural or an abstract noun that opens a sentence: "Voters", "Shipping".
    private func isCommonShape(_ word: String) -> Bool {
        if ["ing", "tion", "ment", "ness", "ity"].contains(where: word.hasSuffix) { return true }
        return word.hasSuffix("s") && !["ss", "us", "is", "as", "os", "ys"].contains { word.hasSuffix($0) }
    }

    /// "Shimizu Eiji, who heads …".
    private func hasRelativeWho(_ mention: Mention) -> Bool {
        story.folded(mention.span.end) == "," && story.folded(mention.span.end + 1) == "who"
    }

    /// "he", "she" or "who" soon after the name.
    private func hasPronoun(_ members: [Mention]) -> Bool {
        members.contains { follows($0, ["he", "she", "who", "his", "her"]) }
    }

    private func isBodyByPronoun(_ members: [Mention]) -> Bool {
        members.contains { follows($0, ["it", "its", "which"]) } && !hasPronoun(members)
    }

    /// "… today announced that it will invest": how a firm's own news begins; nobody who announces is "it".
    private func announcesItself(_ mention: Mention) -> Bool {
        guard mention.title == nil else { return false }
        var index = mention.span.end
        if story.folded(index) == "(" {
            let bracket = (index..<min(index + 8, story.tokens.count)).first { story.folded($0) == ")" }
            guard let bracket else { return false }
            index = bracket + 1
        }
        func skip(_ words: Set<String>) { while words.contains(story.folded(index)) { index += 1 } }
        skip(["today", "has", "have", "also", "recently", "just", ","])
        guard ["announced", "announces"].contains(story.folded(index)) else { return false }
        index += 1
        skip(["today", "that", ","])
        return ["it", "its"].contains(story.folded(index))
    }

    private func follows(_ mention: Mention, _ words: Set<String>) -> Bool {
        let end = min(story.sentences[mention.sentence].span.end, mention.span.end + 14)
        return (mention.span.end..<max(end, mention.span.end)).contains { words.contains(story.folded($0)) }
    }

    /// A city or region is a party only where it acts.
    private func place(_ mention: Mention, _ signs: Mention.Signs) -> Mention.Kind {
        if !signs.isDisjoint(with: [.acts, .speaks]), !mention.signs.contains(.located) { return .organization }
        return .place
    }

    // MARK: Titles and headings

    /// Names in titles and headings, where capitals tell nothing: those that the text knows, and the states.
    private func headlines(_ mentions: [Mention]) -> [Mention] {
        var known: [String: Mention.Kind] = [:]
        var wordsMax = countries.wordsMax
        for mention in mentions {
            switch mention.kind {
            case .person, .organization, .country:
                known[mention.key] = mention.kind
                wordsMax = max(wordsMax, mention.span.count)
            case .place, .thing, .unknown: break
            }
        }
        var found: [Mention] = []
        for (index, sentence) in story.sentences.enumerated() where !Story.introducesNames(story.role(of: sentence)) {
            // Behind the author whom the title has been found to name.
            var start = mentions.last { $0.sentence == index }?.span.end ?? sentence.span.start
            while start < sentence.span.end {
                if let mention = headline(at: start, sentence.span.end, index, known, min(wordsMax, 12)) {
                    found.append(mention)
                    start = mention.span.end
                } else {
                    start += 1
                }
            }
        }
        return found
    }

    private func headline(
        at start: Int,
        _ limit: Int,
        _ sentence: Int,
        _ known: [String: Mention.Kind],
        _ wordsMax: Int
    ) -> Mention? {
        guard story.tokens[start].isCapitalized else { return nil }
        for count in stride(from: min(wordsMax, limit - start), to: 0, by: -1) {
            let span = Span(start, start + count)
            let key = story.key(span)
            let entry = countries.entry(story.tokens[span.range].map(\.folded))
            let kind = known[key] ?? entry.flatMap { $0.use == .name ? .country($0.country) : nil }
            guard let kind, story.tokens[span.end - 1].isWord else { continue }
            var mention = Mention(span: span, kind: kind, sentence: sentence, key: key)
            mention.trail = known[key] == nil ? .state : .sameName
            mention.signs = NameSigns(story: story, countries: countries).signs(of: mention)
            if !Story.isProse(story.role(of: story.sentences[sentence])) { mention.signs.insert(.headline) }
            return mention
        }
        return nil
    }
}
