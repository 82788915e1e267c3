import PledgedCore
import PledgedLanguage

extension Explainer {
    func happening(_ draft: TimelineDraft) -> Explanation {
        switch draft.origin {
        case .time(let time, let isNamedInside): dated(draft.happening, time, isNamedInside)
        case .deadline(let pledge): due(draft.happening, pledge)
        case .given: preconditionFailure("A reading's happenings come from its times and its pledges.")
        }
    }

    private func dated(_ happening: Happening, _ time: TimeExpression, _ isNamedInside: Bool) -> Explanation {
        let date = Field(
            name: "date",
            value: happening.date.description,
            steps: [Self.reckoning(time.basis)] + Self.side(time),
            words: anchor(time.phrase)
        )
        let named =
            isNamedInside
            ? Step(name: "inside", sentence: "Named in the anchor.")
            : Step(name: "before", sentence: "The anchor names nobody: the last named before it in the sentence.")
        let actors = Field(name: "actors", value: names(happening.actors), steps: [named], words: nil)
        return Explanation(
            source: Source(kind: .time, name: "time", purpose: "Words that say when, with the clause they date."),
            cues: [anchor(time.phrase)],
            fields: happening.actors.isEmpty ? [date] : [date, actors],
            confidence: happening.confidence
        )
    }

    private static func side(_ time: TimeExpression) -> [Step] {
        switch time.direction {
        case .past: [Step(name: "past", sentence: "It lies behind the article's date, or the clause's verb is past.")]
        case .future:
            [Step(name: "future", sentence: "It lies ahead of the article's date, or the clause looks ahead.")]
        case nil: []
        }
    }

    private func due(_ happening: Happening, _ pledge: Int) -> Explanation {
        let draft = work.drafts[pledge]
        let step = Step(name: "deadline", sentence: "The day on which pledge \(pledge + 1) of this article falls due.")
        let parties = Step(name: "parties", sentence: "Who is bound by it, and whom it is for.")
        let words = draft.deadline.map { anchor($0.phrase) }
        let date = Field(name: "date", value: happening.date.description, steps: [step], words: words)
        let actors = Field(name: "actors", value: names(happening.actors), steps: [parties], words: nil)
        return Explanation(
            source: Source(
                kind: .deadline,
                name: book.rules[draft.rule].name,
                purpose: "Each pledge with a deadline is an entry of the timeline."
            ),
            cues: words.map { [$0] } ?? [],
            fields: happening.actors.isEmpty ? [date] : [date, actors],
            confidence: happening.confidence
        )
    }
}
