import PledgedCore

/// Reads the lines above the story: which is the title, which states the date, which only says that this is a release.
struct HeadReader {
    /// A line above the story that may be the title.
    private struct Candidate {
        let passage: Int
        let line: String
        /// The markup calls it the title.
        let isMarked: Bool
    }

    private let text: SourceText
    private let passages: [Passage]
    private(set) var evidence: HeaderEvidence
    /// One for each passage above the story.
    private(set) var roles: [ArticleBlock.Role] = []
    private var candidates: [Candidate] = []
    /// The group of a line that held contact details: what stands under it does too.
    private var contactGroup: Int?

    init(_ manuscript: Manuscript) {
        text = manuscript.text
        passages = manuscript.passages
        evidence = manuscript.evidence
    }

    /// Reads until the story begins; what follows is for ``BodyReader``.
    mutating func read() {
        while roles.count < passages.count, roles.count < Self.passagesMax, let role = role(of: roles.count) {
            roles.append(role)
        }
        // Nothing but short lines: only the first of them is above the text.
        if roles.count == min(passages.count, Self.passagesMax) || candidates.count > Self.candidatesMax {
            keepFirstCandidate()
        }
        chooseTitle()
    }

    /// Nil where the story begins.
    private mutating func role(of index: Int) -> ArticleBlock.Role? {
        let passage = passages[index]
        switch passage.kind {
        case .header: return .header
        case .caption: return .caption
        case .listItem: return nil
        case .heading(let level): return candidate(index, isMarked: level == 1)
        case .plain: break
        }
        guard isAboveStory(passage) else { return nil }
        return furniture(index) ?? story(index)
    }

    private func isAboveStory(_ passage: Passage) -> Bool { passage.range.count <= Self.bytesMax }

    /// The role of a line that is neither title nor text, with what it says taken as evidence.
    private mutating func furniture(_ index: Int) -> ArticleBlock.Role? {
        let range = passages[index].range
        let line = text.line(range)
        if SignOff.isOrnament(line) { return .header }
        if Caption.matches(range, in: text) { return .caption }
        if let field = HeaderField(line), field.meaning != nil, line.utf8.count <= Self.fieldBytesMax {
            field.add(to: &evidence)
            return .header
        }
        if isContact(line, group: passages[index].group) { return .header }
        if let date = DateLine(text, in: range) {
            date.add(to: &evidence)
            return .header
        }
        if ReleaseBanner.matches(line) { return .header }
        if let byline = Byline(line) {
            byline.add(to: &evidence)
            return .header
        }
        guard NewsAgency.isKnown(line) else { return nil }
        // Under a byline stands whom the writer works for; a dateline's own word for it is better.
        evidence.add(source: line, from: .signOff)
        return .header
    }

    private mutating func story(_ index: Int) -> ArticleBlock.Role? {
        let range = passages[index].range
        if DatelineParser(text, in: range).dateline() != nil || isProse(range) || Salutation.matches(text.line(range)) {
            return nil
        }
        // A line that announces what follows is no title.
        return text.line(range).hasSuffix(":") ? .header : candidate(index, isMarked: false)
    }

    private mutating func candidate(_ index: Int, isMarked: Bool) -> ArticleBlock.Role {
        let line = MarkdownMarks.stripped(text.line(passages[index].range))
        candidates.append(Candidate(passage: index, line: line, isMarked: isMarked))
        return .heading
    }

    /// A whole sentence, or more than a title can hold.
    private func isProse(_ range: Range<Int>) -> Bool {
        if range.count > Self.titleBytesMax { return true }
        guard SentenceEnd.ends(range, in: text) else { return false }
        let line = text.line(range)
        let words = line.split(separator: " ")
        let isQuestion = line.hasSuffix("?") || line.hasSuffix("!")
        if SentenceEnd.endsInAbbreviation(range, in: text), words.count <= Self.titleWordsMax { return false }
        let hasTitle = candidates.contains { !Self.isKicker($0.line) }
        // A short sentence right above the date is a title, or the deck under one.
        if words.count <= Self.titleWordsMax, isAboveDate(range) || !hasTitle && isQuestion { return false }
        // "The following was released today:"
        return hasTitle || !line.hasSuffix(":") || words.count > Self.titleWordsMax
    }

    /// A short sentence right above the date is the title.
    private func isAboveDate(_ range: Range<Int>) -> Bool {
        let next = roles.count + 1
        return next < passages.count && DateLine(text, in: passages[next].range) != nil
    }

    /// "Contact: …", an address or a number, and the lines under it.
    private mutating func isContact(_ line: String, group: Int) -> Bool {
        let folded = line.lowercased()
        let isContact = ["contact", "media contact", "press contact", "tel:", "phone:", "email:", "e-mail:", "mobile:"]
            .contains {
                folded.hasPrefix($0)
                    && (folded.dropFirst($0.count).first.map { !$0.isLetter && $0 != " " } ?? true
                        || folded.hasSuffix(":") || $0.hasSuffix(":"))
            }
        let isAddress = line.contains("@") && line.split(separator: " ").count <= 8
        if isContact || isAddress { contactGroup = group }
        return isContact || isAddress || contactGroup == group && !candidates.isEmpty
    }

    private static let passagesMax = 40
    private static let candidatesMax = 6
    private static let bytesMax = 600
    private static let fieldBytesMax = 300
    private static let titleBytesMax = 260
    private static let titleWordsMax = 18
}

extension HeadReader {
    private mutating func keepFirstCandidate() {
        guard let first = candidates.first else { return }
        candidates = [first]
        roles.removeSubrange((first.passage + 1)...)
    }

    /// Marks the title among the candidates, and takes it as evidence.
    private mutating func chooseTitle() {
        if let title = evidence.title {
            if let same = candidates.first(where: { Self.key($0.line) == Self.key(title) }) {
                roles[same.passage] = .title
            }
            return
        }
        guard let title = title() else {
            // Addresses above a letter.
            for candidate in candidates { roles[candidate.passage] = .header }
            return
        }
        roles[title.passage] = .title
        evidence.suggest(title: title.line)
        for candidate in candidates where candidate.passage < title.passage { roles[candidate.passage] = .header }
    }

    private func title() -> Candidate? {
        if let marked = candidates.first(where: \.isMarked) { return marked }
        if roles.count < passages.count,
            Salutation.matches(text.line(text.front(passages[roles.count].range, countMax: 200)))
        {
            return candidates.first { $0.line.split(separator: " ").count > 4 && !$0.line.contains(where: \.isNumber) }
        }
        // A masthead gives way to what stands below it.
        return candidates.indices.first { !isMasthead($0) }.map { candidates[$0] } ?? candidates.last
    }

    /// An issuer's name, a series with its number, or a line that the date stands right below while the title is
    /// yet to come.
    private func isMasthead(_ index: Int) -> Bool {
        guard index + 1 < candidates.count else { return false }
        let (candidate, next) = (candidates[index], candidates[index + 1])
        if IssuerName.matches(candidate.line) || Self.isKicker(candidate.line) || Self.isNumbered(candidate.line) {
            return true
        }
        if Self.isNote(candidate.line) || Self.isOfficeHolder(candidate.line) { return true }
        let group = passages[candidate.passage].group
        let isAttached =
            candidate.passage + 1 < roles.count && roles[candidate.passage + 1] == .header
            && passages[candidate.passage + 1].group == group
        return isAttached && passages[next.passage].group != group
    }

    /// "HEALTH", "World": a section's name.
    private static func isKicker(_ line: String) -> Bool {
        let words = line.split(separator: " ").count
        return words == 1 || words == 2 && line == line.uppercased()
    }

    /// A remark on how to use the text: "(For use of information media, not an official record)".
    private static func isNote(_ line: String) -> Bool { line.hasPrefix("(") && line.hasSuffix(")") }

    /// "THE HON BRONTE ALDERTON MP", "MINISTER FOR WATER": whose release it is.
    private static func isOfficeHolder(_ line: String) -> Bool {
        let words = line.split { !$0.isLetter }.map(String.init)
        guard words.count <= 8, !line.contains(where: \.isLowercase) else { return false }
        return words.contains { ["HON", "MP", "MINISTER", "SENATOR", "HONOURABLE", "MINISTERS"].contains($0) }
    }

    /// "PR No. 118", "Issue 24/118"
    private static func isNumbered(_ line: String) -> Bool {
        let words = line.lowercased().split { " .:/#".contains($0) }
        return zip(words, words.dropFirst()).contains { name, number in
            ["no", "nr", "issue", "vol", "volume", "bulletin"].contains(name) && number.allSatisfy(\.isNumber)
        } || !line.contains(where: \.isLowercase) && words.last?.allSatisfy(\.isNumber) == true && words.count < 4
    }

    private static func key(_ title: String) -> [String] {
        title.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
