import PledgedCore

/// Makes an article of a manuscript: decides its header, and gives every passage its role.
struct ArticleAssembler {
    private let text: SourceText
    private var passages: [Passage]
    private var evidence: HeaderEvidence
    private var blocks: [ArticleBlock] = []

    init(_ manuscript: Manuscript) {
        text = manuscript.text
        var head = HeadReader(manuscript)
        head.read()
        evidence = head.evidence
        blocks = zip(head.roles, manuscript.passages).map { ArticleBlock(role: $0, span: TextSpan($1.range)) }
        passages = Array(manuscript.passages[head.roles.count...])
    }

    /// The article, but for its identity and the notes on its decoding.
    mutating func article(id: ArticleID, fileName: String) -> Article {
        let dateline = takeDateline()
        var body = BodyReader(text, passages: passages[...], evidence: evidence)
        body.read()
        evidence = body.evidence
        blocks = (blocks + body.blocks + (dateline.map { [$0] } ?? [])).sorted { $0.span < $1.span }
        DateInText.add(to: &evidence, passages: passages, in: text)
        FileNameDate(fileName)?.add(to: &evidence)
        let language = LanguageGuess.language(of: text, blocks: blocks) ?? evidence.language
        return Article(
            id: id,
            header: header(language: language),
            text: text.string(text.whole),
            blocks: blocks,
            notes: notes(language: language)
        )
    }

    /// Splits the dateline off the first paragraph that has one; a deck may stand before it.
    private mutating func takeDateline() -> ArticleBlock? {
        let plain = passages.indices.prefix(Self.datelinePassagesMax).filter { passages[$0].kind == .plain }
        for (order, index) in plain.enumerated() {
            let range = passages[index].range
            guard let dateline = DatelineParser(text, in: range).dateline() else { continue }
            // Further down, a place alone is more likely a speaker or a heading.
            let isSure =
                dateline.date != nil || dateline.source != nil || dateline.place.map(KnownPlaces.contains) ?? false
            guard order == 0 || isSure else { continue }
            dateline.add(to: &evidence)
            let rest = text.trimmed(dateline.end..<range.upperBound)
            if rest.isEmpty { passages.remove(at: index) } else { passages[index].range = rest }
            return ArticleBlock(role: .dateline, span: TextSpan(text.trimmed(range.lowerBound..<dateline.end)))
        }
        return nil
    }

    private func header(language: String?) -> ArticleHeader {
        ArticleHeader(
            date: evidence.day,
            title: evidence.title,
            place: evidence.place,
            source: evidence.source,
            language: language,
            period: evidence.period
        )
    }

    private func notes(language: String?) -> [ArticleNote] {
        var notes: [ArticleNote] = []
        if evidence.day == nil, evidence.period == nil { notes.append(.noDate) }
        if let language, language != "en" { notes.append(.notEnglish) }
        return notes
    }

    private static let datelinePassagesMax = 3
}
