import PledgedCore

/// Gives the passages after the header their roles, and finds the sign-off.
struct BodyReader {
    let text: SourceText
    let passages: ArraySlice<Passage>
    private(set) var blocks: [ArticleBlock] = []
    private(set) var evidence: HeaderEvidence
    private var isClosed = false
    private var hasProse = false

    init(_ text: SourceText, passages: ArraySlice<Passage>, evidence: HeaderEvidence) {
        self.text = text
        self.passages = passages
        self.evidence = evidence
    }

    mutating func read() {
        for index in passages.indices { read(at: index) }
    }

    private mutating func read(at index: Int) {
        let passage = passages[index]
        if let line = SignOff.line(passage.range, in: text), hasProse || passage.kind == .plain {
            add(.signOff, passage.range)
            isClosed = isClosed || line.closesText
            if let source = line.source { evidence.add(source: source, from: line.origin) }
            return
        }
        if hasProse, let extent = Boilerplate.extent(of: passage, in: text) {
            isClosed = isClosed || extent == .rest
            return add(.boilerplate, passage.range)
        }
        guard !isClosed else { return add(.boilerplate, passage.range) }
        addStory(passage, at: index)
    }

    private mutating func addStory(_ passage: Passage, at index: Int) {
        let role = role(of: passage, at: index)
        let isProse = role == .paragraph || role == .listItem
        hasProse = hasProse || isProse
        guard isProse, let end = TrailingSignOff(passage.range, in: text, isLast: isLast(index)) else {
            return add(role, passage.range)
        }
        add(role, text.trimmed(passage.range.lowerBound..<end.start))
        add(.signOff, text.trimmed(end.start..<passage.range.upperBound))
        if let source = end.source { evidence.add(source: source, from: .signOff) }
    }

    private func role(of passage: Passage, at index: Int) -> ArticleBlock.Role {
        switch passage.kind {
        case .header: return .header
        case .heading: return .heading
        case .caption: return .caption
        case .listItem: return Caption.matches(passage.range, in: text) ? .caption : .listItem
        case .plain: break
        }
        if Caption.matches(passage.range, in: text) { return .caption }
        return isHeading(passage, at: index) ? .heading : .paragraph
    }

    /// A short line without an end, with prose in a passage after it.
    private func isHeading(_ passage: Passage, at index: Int) -> Bool {
        guard passage.range.count <= Self.headingBytesMax, index + 1 < passages.endIndex else { return false }
        let line = text.line(passage.range)
        guard !SentenceEnd.ends(passage.range, in: text), line.split(separator: " ").count <= Self.headingWordsMax
        else { return false }
        guard line.first.map({ $0.isUppercase || $0.isNumber || "*_".contains($0) }) ?? false else { return false }
        return !line.hasSuffix(",") && !line.hasSuffix(";") && !line.contains("@")
            && passages[index + 1].range.count > passage.range.count
    }

    private func isLast(_ index: Int) -> Bool {
        passages[(index + 1)...].prefix(1).allSatisfy {
            SignOff.line($0.range, in: text) != nil || Boilerplate.extent(of: $0, in: text) != nil
        }
    }

    private mutating func add(_ role: ArticleBlock.Role, _ range: Range<Int>) {
        guard !range.isEmpty else { return }
        blocks.append(ArticleBlock(role: role, span: TextSpan(range)))
    }

    private static let headingBytesMax = 140
    private static let headingWordsMax = 14
}
