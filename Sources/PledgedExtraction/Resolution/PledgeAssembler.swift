import PledgedCore
import PledgedLanguage

/// Brings the tellings of one undertaking together and writes pledges as they go out.
struct PledgeAssembler {
    let story: Story
    let cast: Cast

    /// The undertakings, each once, in text order.
    func undertakings(_ drafts: [PledgeDraft]) -> [PledgeDraft] {
        let drafts = drafts.map { draft in
            var draft = draft
            draft.content = content(draft.act)
            return draft
        }
        var kept: [PledgeDraft] = []
        for draft in drafts where !draft.isHeadline {
            if let index = kept.indices.suffix(Self.tellingsMax).first(where: { isSame(kept[$0], draft) }) {
                merge(draft, into: &kept[index])
            } else {
                kept.append(draft)
            }
        }
        for draft in drafts where draft.isHeadline { addHeadline(draft, to: &kept) }
        return kept.sorted { $0.anchor < $1.anchor }
    }

    // MARK: Tellings

    /// How many pledges back another telling is looked for.
    static let tellingsMax = 300

    private func isSame(_ one: PledgeDraft, _ other: PledgeDraft) -> Bool {
        guard (one.kind == .request) == (other.kind == .request), one.sentence != other.sentence else { return false }
        guard one.by.contains(where: other.by.contains) || one.by.isEmpty && other.by.isEmpty else { return false }
        let common = overlap(one, other)
        if let a = one.quantity, let b = other.quantity { return a.value == b.value && common >= 0.2 }
        if let a = one.deadline?.date, let b = other.deadline?.date, a != b { return false }
        return common >= 0.6
    }

    private func merge(_ draft: PledgeDraft, into kept: inout PledgeDraft) {
        let isFuller = score(draft) > score(kept)
        if isFuller {
            var fuller = draft
            fuller.also = kept.also + [kept.anchor]
            kept = fuller
        } else {
            kept.also.append(draft.anchor)
        }
    }

    private func score(_ draft: PledgeDraft) -> Int {
        (draft.quantity == nil ? 0 : 100) + (draft.deadline == nil ? 0 : 100) + draft.anchor.count
    }

    private func addHeadline(_ draft: PledgeDraft, to kept: inout [PledgeDraft]) {
        let matching = kept.indices.filter { kept[$0].kind != .request && overlap(kept[$0], draft) >= 0.25 }
        let best = matching.max { overlap(kept[$0], draft) < overlap(kept[$1], draft) }
        if let best {
            kept[best].also.append(draft.anchor)
        } else if !kept.contains(where: { $0.kind != .request && $0.by.contains(where: draft.by.contains) }) {
            kept.append(draft)
        }
    }

    /// The share of the shorter act's content words that the other has.
    private func overlap(_ one: PledgeDraft, _ other: PledgeDraft) -> Double {
        let shorter = min(one.content.count, other.content.count)
        return shorter == 0 ? 0 : Double(one.content.intersection(other.content).count) / Double(shorter)
    }

    private func content(_ span: Span) -> Set<String> {
        Set(
            span.range.filter { !story.isOn($0, .closed) && !story.tokens[$0].isPunctuation }.map {
                Self.stem(story.folded($0))
            }
        )
    }

    private static func stem(_ word: String) -> String {
        word.count > 3 && word.hasSuffix("s") ? String(word.dropLast()) : word
    }

    // MARK: Writing

    func pledge(_ draft: PledgeDraft) -> Pledge {
        Pledge(
            kind: draft.kind,
            by: draft.by.map { cast.actors[$0].label },
            byText: draft.byText.map(story.document.text),
            to: draft.to.map { cast.actors[$0].label },
            speaker: draft.statement?.speaker.map { cast.actors[$0].label },
            action: story.document.text(draft.act),
            quantity: draft.quantity?.quantity,
            deadline: draft.deadline?.date,
            said: draft.said,
            cue: story.document.text(draft.cue),
            anchor: anchor(draft.anchor),
            also: draft.also.map(anchor),
            confidence: draft.confidence
        )
    }

    func anchor(_ span: Span) -> Anchor {
        Anchor(span: TextSpan(story.document.byteRange(span)), quote: story.document.text(span))
    }
}
