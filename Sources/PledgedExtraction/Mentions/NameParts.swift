import PledgedLanguage

/// Cuts a run of capitalised words into the names in it: a state or a body, a title, a person.
struct NameParts {
    struct Part {
        var span: Span
        var title: Span?
        var owner: Mention.Owner?
        /// The state that an adjective before the name tells: "Dutch".
        var nation: String?
        /// The part stands before a title: "ASML" in "ASML Vice President".
        var isBody = false
        /// The part must be a person.
        var isPerson = false
        /// The state that it names, by a phrase: "UK Government".
        var country: String?
    }

    private let story: Story
    private let countries: CountryTable
    private(set) var parts: [Part] = []

    init(_ run: Span, story: Story, countries: CountryTable) {
        self.story = story
        self.countries = countries
        cut(run)
    }

    private mutating func cut(_ run: Span) {
        var run = run
        if let states = governmentsOf(run) {
            parts += states
            return
        }
        if let phrase = governmentPhrase(run) {
            parts.append(phrase)
            return
        }
        let nation = countryPrefix(run)
        if let nation, nation.end < run.end {
            let rest = Span(nation.end, run.end)
            if let person = person(in: rest) {
                if nation.entry.use != .demonym { parts.append(Part(span: Span(run.start, nation.end))) }
                add(person, owner: .country(nation.entry.country))
                return
            }
            if isTitleOnly(rest) {
                if nation.entry.use != .demonym { parts.append(Part(span: Span(run.start, nation.end))) }
                return
            }
            // "Japanese Ministry of ...", "Dutch ASML" but "Japan Business Federation", "Indonesian Navy".
            let isOf = rest.count > 1 && ["of", "for"].contains(story.folded(rest.start + 1))
            let standsAlone = !story.isOn(rest.end - 1, [.body, .legal])
            if nation.entry.use == .demonym, isOf || standsAlone { run = rest }
        }
        if let person = person(in: run) {
            add(person, owner: nil)
            // "Foreign Minister Retno Marsudi of Indonesia"
            if ["of", "for"].contains(story.folded(person.name.end)), person.name.end + 1 < run.end {
                parts.append(Part(span: Span(person.name.end + 1, run.end)))
            }
            return
        }
        if isTitleOnly(run) { return }
        if let body = bodyAfterTitle(run) {
            parts.append(Part(span: body))
            return
        }
        if let split = bodyBeforePerson(run) {
            parts.append(Part(span: Span(run.start, split)))
            let (title, _) = titleBefore(run.start)
            parts.append(
                Part(span: Span(split, run.end), title: title, owner: .name(at: run.start), isPerson: true)
            )
            return
        }
        var part = Part(span: run)
        part.nation = nation?.entry.country
        (part.title, part.owner) = titleBefore(run.start)
        if part.title == nil { (part.title, part.owner) = titleAfter(run.end) }
        if part.title == nil { (part.title, part.owner) = titleOfBefore(run.start) }
        if part.owner == nil || part.owner == .lastBody, let body = ownerOf(run) { part.owner = body }
        parts.append(part)
    }

    // MARK: States

    private typealias Nation = (end: Int, entry: CountryTable.Entry)

    /// The longest name of a state, or its adjective, that the run begins with.
    private func countryPrefix(_ run: Span) -> Nation? {
        var count = min(run.count, countries.wordsMax)
        while count > 0 {
            let words = (run.start..<(run.start + count)).map(story.folded)
            if let entry = countries.entry(words) { return (run.start + count, entry) }
            count -= 1
        }
        return nil
    }

    /// "UK Government", "Japanese government", "Government of Iraq".
    private func governmentPhrase(_ run: Span) -> Part? {
        if let nation = countryPrefix(run), nation.entry.use != .seat {
            let isLast = nation.end == run.end
            let next = isLast ? run.end : nation.end
            if story.folded(next) == "government", isLast || next + 1 == run.end {
                return Part(span: Span(run.start, next + 1), country: nation.entry.country)
            }
        }
        guard ["government", "governments"].contains(story.folded(run.start)), story.folded(run.start + 1) == "of"
        else {
            return nil
        }
        var start = run.start + 2
        if story.folded(start) == "the" { start += 1 }
        guard start < run.end, let nation = countryPrefix(Span(start, run.end)), nation.end == run.end else {
            return nil
        }
        return Part(span: run, country: nation.entry.country)
    }

    /// "Governments of Iraq and the United States and WMF": what "of" joins, each for itself.
    private func governmentsOf(_ run: Span) -> [Part]? {
        guard story.folded(run.start) == "governments", story.folded(run.start + 1) == "of" else { return nil }
        var parts: [Part] = []
        var start = run.start + 2
        while start < run.end {
            let end = (start..<run.end).first { ["and", ","].contains(story.folded($0)) } ?? run.end
            let first = story.folded(start) == "the" ? start + 1 : start
            if first < end { parts.append(Part(span: Span(first, end))) }
            start = end + 1
        }
        return parts.isEmpty ? nil : parts
    }

    // MARK: Persons

    private struct Person {
        /// A body before the title.
        var body: Span?
        var title: Span?
        var name: Span
    }

    private mutating func add(_ person: Person, owner: Mention.Owner?) {
        var owner = owner
        if let body = person.body {
            parts.append(Part(span: body, isBody: true))
            owner = .name(at: body.start)
        }
        var part = Part(span: person.name, title: person.title, owner: owner, isPerson: true)
        var end = person.name.end
        while end < story.tokens.count, Self.postNominals.contains(story.tokens[end].form) { end += 1 }
        if part.title == nil { (part.title, part.owner) = titleBefore(person.name.start) }
        if part.title == nil { (part.title, part.owner) = titleAfter(end) }
        if part.title == nil { (part.title, part.owner) = titleOfBefore(person.name.start) }
        if let rank = part.title, isRank(rank) {
            // "Maj. Gen. Gary Volesky, commander of": a rank is no office; the office stands around it.
            let offices = [titleAfter(end), titleOfBefore(rank.start), titleBefore(rank.start)]
            if let office = offices.first(where: { $0.0 != nil }) { (part.title, part.owner) = office }
        }
        if part.owner == nil || part.owner == .lastBody, let body = ownerOf(person.name) { part.owner = body }
        if part.owner == nil, let title = part.title { part.owner = ownerAround(title, name: person.name) }
        parts.append(part)
    }

    /// "Debaraj Swain of the Janata Dal": the body behind the name.
    private func ownerOf(_ name: Span) -> Mention.Owner? {
        guard ["of", "from"].contains(story.folded(name.end)) else { return nil }
        let start = story.folded(name.end + 1) == "the" ? name.end + 2 : name.end + 1
        guard start < story.tokens.count, story.tokens[start].isCapitalized else { return nil }
        return .name(at: start)
    }

    /// A title inside the run with a name behind it.
    private func person(in run: Span) -> Person? {
        guard let last = lastTitle(in: run), last + 1 < run.end else { return nil }
        var start = portfolioEnd(last + 1, run.end)
        if start > last + 1 || start >= run.end {
            // "Commissioner for Competition Neelie Kroes": the first name tells where the person begins.
            if let given = ((last + 1)..<run.end).first(where: { story.isOn($0, .given) }) { start = given }
        }
        if ["of", "for"].contains(story.folded(last + 1)) {
            let isPersonal = story.isOn(start, [.given, .familyFirst])
            // "High Commissioner for Refugees", "Officer of FPT Semiconductor": an office of a body, and nobody in it.
            guard isPersonal || start > last + 2 && run.end - start >= 2 else { return nil }
            guard isPersonal || !story.isOn(start - 1, [.preposition, .conjunction, .determiner]) else { return nil }
        }
        guard start < run.end, run.end - start <= 6, !story.isOn(run.end - 1, [.body, .legal, .thing]) else {
            return nil
        }
        // "Royal Flying Doctor Service of Kenya": a body, and no doctor.
        guard !story.isOn(start, [.body, .legal]) || story.isOn(start, [.given, .familyFirst]) else { return nil }
        let name = Span(start, nameEnd(start, run.end))
        guard story.tokens[start].isCapitalized || story.isOn(start, .particle) else { return nil }
        var titleStart = run.range.first { story.isOn($0, [.title, .titlePart, .polite]) } ?? last
        // "Competitiveness Minister": a minister's field, whatever it is.
        if ["minister", "ministers"].contains(story.folded(last)), titleStart > run.start,
            !(run.start..<titleStart).contains(where: { story.isOn($0, [.body, .bodyOf, .legal]) })
        {
            titleStart = run.start
        }
        let isCut = titleStart > run.start && !story.isOn(titleStart - 1, [.bodyOf])
        let body = isCut ? Span(run.start, titleStart) : nil
        let titleEnd = (titleStart..<start).first { story.isOn($0, .polite) } ?? start
        let title = titleEnd > titleStart ? Span(titleStart, titleEnd) : nil
        return Person(body: body, title: title, name: name)
    }

    /// Before "of Kenya" and letters such as "MP".
    private func nameEnd(_ start: Int, _ limit: Int) -> Int {
        var end = ((start + 1)..<max(limit, start + 1)).first { ["of", "for"].contains(story.folded($0)) } ?? limit
        while end > start + 1, Self.postNominals.contains(story.tokens[end - 1].form) { end -= 1 }
        return end
    }

    private static let postNominals: Set<String> = [
        "MP", "MEP", "MSP", "MLA", "MLC", "MHA", "QC", "KC", "SC", "AO", "AM", "AC", "OAM", "CBE", "OBE", "MBE", "PhD",
    ]

    /// The last title of a run; not the one within a name, as in "Najib Tun Razak".
    private func lastTitle(in run: Span) -> Int? {
        let titles = run.range.filter { story.isOn($0, [.title, .polite]) }
        guard let last = titles.last else { return nil }
        guard let outer = titles.dropLast().last, story.isOn(last, .polite), last > outer + 1 else { return last }
        let isWithin = ((outer + 1)..<last).contains {
            !story.isOn($0, [.title, .titlePart, .conjunction, .preposition])
        }
        return isWithin ? outer : last
    }

    /// "of Science and Technology" after a title.
    private func portfolioEnd(_ start: Int, _ limit: Int) -> Int {
        guard ["of", "for"].contains(story.folded(start)) else { return start }
        var end = start + 1
        while end < limit {
            let isSmall = ["and", ",", "of", "the", "&"].contains(story.folded(end))
            let isField = story.isOn(end, [.titlePart, .body, .place, .common, .thing])
            guard isSmall || isField || countries.entry([story.folded(end)]) != nil else { break }
            end += 1
        }
        return end
    }

    /// "Prime Minister", "Secretary of State": an office and nobody in it.
    private func isTitleOnly(_ run: Span) -> Bool {
        guard let last = run.range.last(where: { story.isOn($0, [.title, .polite]) }) else { return false }
        let isOffice = run.range.allSatisfy { index in
            story.isOn(index, [.title, .titlePart, .polite, .common, .body]) || index > last
                || !story.tokens[index].isCapitalized || index == run.start && isBloc(index)
        }
        return isOffice && (last + 1 == run.end || portfolioEnd(last + 1, run.end) == run.end)
    }

    /// "European Commissioner", "UN Envoy".
    private func isBloc(_ index: Int) -> Bool {
        (story.folded(index) == "european" || story.isOn(index, .knownBody)) && story.folded(index + 1) != "high"
    }

    /// "Chairman of the Australian Centre for ...": the body.
    private func bodyAfterTitle(_ run: Span) -> Span? {
        guard let last = run.range.last(where: { story.isOn($0, .title) }), last - run.start <= 4,
            ["of", "for"].contains(story.folded(last + 1)),
            run.range.prefix(last - run.start).allSatisfy({ story.isOn($0, [.title, .titlePart]) })
        else { return nil }
        var start = last + 2
        if story.folded(start) == "the" { start += 1 }
        guard start < run.end, !(story.folded(last) == "commissioner") else { return nil }
        return Span(start, run.end)
    }

    /// "People's Committee Hồ Thanh Bình": where the person begins.
    private func bodyBeforePerson(_ run: Span) -> Int? {
        guard run.count >= 3, story.folded(run.end - 1) != "city" else { return nil }
        return ((run.start + 1)..<(run.end - 1)).first { index in
            story.isOn(index - 1, .body) && story.isOn(index, [.familyFirst, .given])
                && !story.isOn(run.end - 1, [.body, .legal, .thing]) && run.end - index <= 4
        }
    }

    // MARK: Titles in small letters

    /// "finance chief", "industries minister," before a name.
    private func titleBefore(_ start: Int) -> (Span?, Mention.Owner?) {
        var end = start
        while story.isOn(end - 1, .polite) { end -= 1 }
        if story.folded(end - 1) == "," { end -= 1 }
        guard story.isOn(end - 1, [.title, .personNoun]), !story.tokens[end - 1].isPunctuation else {
            return chairOf(start)
        }
        var first = end - 1
        while first > 0, isTitleWord(first - 1), !story.tokens[first].has(.emptyLineBefore) { first -= 1 }
        while first < end, ["and", ",", "-"].contains(story.folded(first)) { first += 1 }
        guard first < end else { return (nil, nil) }
        let title = Span(first, end)
        return (title, ownerBefore(first) ?? .lastBody)
    }

    private func isTitleWord(_ index: Int) -> Bool {
        if story.isOn(index, [.title, .titlePart]) { return true }
        let word = story.folded(index)
        if word == "-" || word == "and" { return story.isOn(index - 1, [.title, .titlePart]) }
        return word == "," && story.isOn(index - 1, .titlePart) && story.isOn(index + 1, .titlePart)
    }

    /// "Chairman of the municipal" before "People's Committee X".
    private func chairOf(_ start: Int) -> (Span?, Mention.Owner?) {
        var index = start - 1
        while index >= 0, start - index <= 4, story.tokens[index].isWord, !story.tokens[index].isCapitalized {
            if story.folded(index) == "of", story.isOn(index - 1, .title) {
                var first = index - 1
                while first > 0, isTitleWord(first - 1) { first -= 1 }
                return (Span(first, index), .name(at: start))
            }
            index -= 1
        }
        return (nil, nil)
    }

    /// "The secretary general of the bishops' conference, Nunzio Galantino,": office and body before the name.
    private func titleOfBefore(_ start: Int) -> (Span?, Mention.Owner?) {
        guard story.folded(start - 1) == ",", !story.tokens[start].has(.emptyLineBefore) else { return (nil, nil) }
        for index in stride(from: start - 2, through: max(1, start - 14), by: -1) {
            let token = story.tokens[index]
            if [",", ".", ";", ":"].contains(token.form) || token.isPunctuation && token.form.hasPrefix("\"") { break }
            if story.isOn(index, [.say, .auxiliary]), !token.isCapitalized { break }
            guard ["of", "at", "for"].contains(token.folded), story.isOn(index - 1, .title) else { continue }
            var first = index - 1
            while first > 0, isTitleWord(first - 1), !story.tokens[first].has(.emptyLineBefore) { first -= 1 }
            while first < index, ["and", ",", "-"].contains(story.folded(first)) { first += 1 }
            // "The Commissioner for Trade and Security, Anna Berg,": with the field.
            if Self.portfolioHolders.contains(story.folded(index - 1)), portfolioEnd(index, start - 1) == start - 1 {
                return (Span(first, start - 1), ownerBefore(first) ?? .lastBody)
            }
            guard let owner = ownerAfter(index) else { continue }
            return (Span(first, index), owner)
        }
        return (nil, nil)
    }

    private static let portfolioHolders: Set<String> = ["minister", "secretary", "commissioner", "envoy"]

    /// "Maj", "Emeritus Professor": what a person is called, and no office.
    private func isRank(_ title: Span) -> Bool {
        title.range.allSatisfy { story.isOn($0, .rank) || story.tokens[$0].isPunctuation }
    }

    /// Who stands before a title: "Kenya's", "its", "ASML".
    private func ownerBefore(_ start: Int) -> Mention.Owner? {
        guard start > 0, story.document.sentence(holding: start) == story.document.sentence(holding: start - 1) else {
            return nil
        }
        var index = start - 1
        // "Venezuela's leftist President"
        if ["'s", "'"].contains(story.folded(index - 1)), story.tokens[index].isWord,
            !story.tokens[index].isCapitalized,
            !story.isOn(index, .closed)
        {
            index -= 1
        }
        let isOwned = story.folded(index) == "'s" || story.folded(index) == "'"
        if story.folded(index) == "'s" || story.folded(index) == "'" { index -= 1 }
        guard index >= 0 else { return nil }
        for first in stride(from: max(0, index - countries.wordsMax + 1), through: index, by: 1) {
            if let entry = countries.entry((first...index).map(story.folded)), story.tokens[index].isCapitalized {
                return .country(entry.country)
            }
        }
        if ["its", "their"].contains(story.folded(index)) { return .its }
        if isOwned, story.isOn(index, [.bodyNoun, .firm]), !story.tokens[index].isCapitalized {
            return .described(at: index)
        }
        guard story.tokens[index].isWord, story.tokens[index].isCapitalized, !story.isOn(index, .opener) else {
            return nil
        }
        return .name(at: index)
    }

    /// What stands before or inside a title that the run itself gives.
    private func ownerAround(_ title: Span, name: Span) -> Mention.Owner? {
        ownerBefore(title.start) ?? .lastBody
    }

    /// ", head of the Department" after a name; the title without the body, and where the body stands.
    private func titleAfter(_ end: Int) -> (Span?, Mention.Owner?) {
        guard story.folded(end) == "," else { return (nil, nil) }
        var first = end + 1
        if story.isOn(first, .numberWord) || story.tokens.indices.contains(first) && story.tokens[first].isNumber {
            guard story.folded(first + 1) == "," else { return (nil, nil) }
            first += 2
        }
        if ["a", "an", "the", "who", "is"].contains(story.folded(first)) { first += 1 }
        if let office = officeOfBody(first) { return office }
        // ", the EIB's vice-president"
        var owner: Mention.Owner?
        if let joint = (first..<min(first + 6, story.tokens.count)).first(where: { story.folded($0) == "'s" }),
            story.tokens[first..<joint].allSatisfy({ $0.isCapitalized })
        {
            owner = ownerBefore(joint + 1)
            first = joint + 1
        }
        let limit = min(first + 8, story.tokens.count)
        var sawTitle = false
        var index = first
        while index < limit {
            if story.isOn(index, .title) { sawTitle = true }
            if ["of", "at", "for", "with", "to", "in"].contains(story.folded(index)) { break }
            if story.tokens[index].isPunctuation, story.folded(index) != "-" { break }
            guard
                story.isOn(index, [.title, .titlePart, .common, .body]) || !story.tokens[index].isCapitalized
                    || sawTitle || countries.entry([story.folded(index)]) != nil
            else { return (nil, nil) }
            if story.isOn(index, [.say, .auxiliary]) { break }
            index += 1
        }
        guard sawTitle, index > first, index < limit || index == story.tokens.count else { return (nil, nil) }
        // ", junior minister Anna Berg said": the title of another.
        guard !story.tokens[index - 1].isCapitalized || story.isOn(index - 1, [.title, .titlePart, .common, .body])
        else { return (nil, nil) }
        return (Span(first, roleEnd(index)), owner ?? ownerAfter(index))
    }

    /// ", the State Department Spokesperson,": a body and its office in capitals.
    private func officeOfBody(_ first: Int) -> (Span?, Mention.Owner?)? {
        var end = first
        while end < story.tokens.count, end - first < 7, story.tokens[end].isCapitalized { end += 1 }
        guard end - first >= 2, end < story.tokens.count, story.folded(end) == ",", story.isOn(end - 1, .title) else {
            return nil
        }
        var start = end - 1
        while start > first, story.isOn(start - 1, [.title, .titlePart]), !story.isOn(start - 1, .body) { start -= 1 }
        guard start > first, story.isOn(start - 1, [.body, .legal]) else { return nil }
        return (Span(start, end), .name(at: first))
    }

    /// "managing director for country programmes": with a field in small letters.
    private func roleEnd(_ index: Int) -> Int {
        guard ["of", "for", "to"].contains(story.folded(index)) else { return index }
        var end = index + 1
        while end < story.tokens.count, end - index <= 5, story.tokens[end].isWord, !story.tokens[end].isCapitalized,
            !story.isOn(end, [.auxiliary, .say, .verbForm]), !["at", "in", "on", "of"].contains(story.folded(end))
        {
            end += 1
        }
        return end < story.tokens.count && story.tokens[end].isPunctuation && end > index + 1 ? end : index
    }

    private func ownerAfter(_ index: Int) -> Mention.Owner? {
        guard ["of", "at", "for", "with"].contains(story.folded(index)) else { return nil }
        var place = index + 1
        while place < story.tokens.count, place - index <= 4, !story.tokens[place].isCapitalized,
            story.tokens[place].isWord
        {
            place += 1
        }
        guard place < story.tokens.count, story.tokens[place].isCapitalized else { return nil }
        return .name(at: place)
    }
}
