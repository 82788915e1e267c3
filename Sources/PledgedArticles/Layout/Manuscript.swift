/// A file's readable text, cut into passages, and what its markup or its header block has told already.
struct Manuscript: Sendable {
    let text: SourceText
    /// In text order, not overlapping; all but white space lies in one.
    var passages: [Passage]
    var evidence: HeaderEvidence
}

extension Manuscript {
    /// The manuscript with `title` as its first passage.
    func titled(_ title: String) -> Manuscript {
        let heading = SourceText(title)
        let line = heading.line(heading.whole)
        let offset = line.utf8.count + 2
        let body = text.string(text.whole)
        let first = Passage(range: 0..<line.utf8.count, kind: .heading(level: 1), group: -2)
        let moved = passages.map { passage in
            var passage = passage
            passage.range = (passage.range.lowerBound + offset)..<(passage.range.upperBound + offset)
            return passage
        }
        return Manuscript(
            text: SourceText(body.isEmpty ? line : line + "\n\n" + body),
            passages: [first] + moved,
            evidence: evidence
        )
    }
}
