import PledgedCore
import PledgedLanguage

extension Explainer {
    func pledge(_ pledge: Pledge, _ draft: PledgeDraft) -> Explanation {
        let rule = book.rules[draft.rule]
        let fields = [
            kind(draft, rule), by(pledge, draft), to(draft), speaker(draft), quantity(draft), deadline(draft),
            said(draft), also(draft), confidence(draft),
        ]
        return Explanation(
            source: source(of: rule, draft.pattern),
            cues: [anchor(draft.cue)],
            fields: fields.compactMap { $0 },
            confidence: pledge.confidence
        )
    }

    private func source(of rule: CueRule, _ pattern: Int?) -> Source {
        let pattern = pattern.map { rule.patterns[$0] }
        return Source(
            kind: .rule,
            name: rule.name,
            purpose: rule.purpose,
            file: rule.file,
            line: pattern?.line ?? rule.line,
            entry: pattern?.text
        )
    }

    // MARK: Fields

    private func kind(_ draft: PledgeDraft, _ rule: CueRule) -> Field {
        let step: Step =
            switch (rule.kind, draft.kind) {
            case (let own, let kind) where own == kind: Step(name: "rule", sentence: "The rule's own kind.")
            case (_, .offer):
                Step(name: "conditional", sentence: "A bare 'will' or 'would' under a condition is an offer.")
            case (_, .plan): Step(name: "unmeasured", sentence: "An aim without a number or a date is a plan.")
            case (_, .target): Step(name: "measured", sentence: "What is expected by number or date is a target.")
            default: Step(name: "one-party", sentence: "An agreement of one party is its commitment.")
            }
        return Field(name: "kind", value: draft.kind.rawValue, steps: [step], words: nil)
    }

    private func by(_ pledge: Pledge, _ draft: PledgeDraft) -> Field {
        let nobody = Step(name: "nobody", sentence: "The clause names nobody that is bound.")
        let steps = draft.bearer.trail.steps + treePath(draft.bearer.path)
        return Field(
            name: "by",
            value: draft.by.isEmpty ? pledge.byText ?? "" : names(draft.by),
            steps: steps.isEmpty ? [nobody] : steps,
            words: draft.bearer.span.map(anchor)
        )
    }

    /// The way from the cue to its subject, with the relations that the treebanks name.
    ///
    /// As in "pledging (advcl) < agreed (root) > leaders (nsubj)": up to a head, down to what hangs on it.
    private func treePath(_ path: [TreeStep]) -> [Step] {
        guard let first = path.first else { return [] }
        func word(_ step: TreeStep) -> String { "\(story.tokens[step.token].form) (\(step.arc.relation.label))" }
        var sentence = word(first)
        for (step, next) in zip(path, path.dropFirst()) {
            sentence += step.arc.head == next.token ? " < " : " > "
            sentence += word(next)
        }
        return [Step(name: "tree-path", sentence: sentence)]
    }

    private func to(_ draft: PledgeDraft) -> Field? {
        guard !draft.to.isEmpty else { return nil }
        return Field(
            name: "to",
            value: names(draft.to),
            steps: draft.addressee.trail.steps,
            words: draft.addressee.span.map(anchor)
        )
    }

    private func speaker(_ draft: PledgeDraft) -> Field? {
        guard let statement = draft.statement, let speaker = statement.speaker else { return nil }
        let words = anchor(statement.cue)
        return Field(name: "speaker", value: names([speaker]), steps: [statement.way.step], words: words)
    }

    private func quantity(_ draft: PledgeDraft) -> Field? {
        guard let expression = draft.quantity, let quantity = expression.quantity else { return nil }
        let step = Step(
            name: "first-counted",
            sentence: "The first number of the anchor that counts something, lengths of time and conversions last."
        )
        return Field(
            name: "quantity",
            value: "\(Self.number(quantity.value)) \(quantity.unit)",
            steps: [step],
            words: anchor(expression.span)
        )
    }

    /// Without a fraction where there is none.
    private static func number(_ value: Double) -> String {
        value.magnitude < 1e15 && value == value.rounded() ? "\(Int64(value))" : "\(value)"
    }

    private func deadline(_ draft: PledgeDraft) -> Field? {
        guard let time = draft.deadline, let date = time.date else { return nil }
        let bound =
            time.relation == .by
            ? Step(name: "bounded", sentence: "A date that bounds the act: 'by', 'until', 'within'.")
            : Step(name: "ahead", sentence: "The clause's first date that lies ahead; none bounds the act.")
        return Field(
            name: "deadline",
            value: date.description,
            steps: [bound, Self.reckoning(time.basis)],
            words: anchor(time.phrase)
        )
    }

    private func said(_ draft: PledgeDraft) -> Field? {
        guard let day = draft.said else { return nil }
        let step =
            draft.saidWords == nil
            ? Step(name: "article", sentence: "No day is named beside the cue: the article's.")
            : Step(name: "named", sentence: "A day named in the sentence that is not ahead.")
        return Field(name: "said", value: day.description, steps: [step], words: draft.saidWords.map(anchor))
    }

    private func also(_ draft: PledgeDraft) -> Field? {
        guard let first = draft.also.first else { return nil }
        let step = Step(
            name: "retold",
            sentence: "Told of the same party elsewhere, with the same number or most of the same words."
        )
        return Field(name: "also", value: "\(draft.also.count)", steps: [step], words: anchor(first))
    }

    private func confidence(_ draft: PledgeDraft) -> Field {
        let sentence =
            switch draft.bearer.kind {
            case .party where draft.bearer.isSpeaker: "Whoever says 'we' is bound, or the body behind."
            case .party: "The one bound is a party by name, pronoun or description."
            case .group: "The one bound is a group without a name."
            case .thing where draft.by.isEmpty: "A thing stands where the one bound should, and nobody is behind it."
            case .thing: "A thing stands where the one bound should; another was taken for it."
            case .none where draft.by.isEmpty: "Nobody is named as bound."
            case .none: "Nobody is named as bound; the speaker or the topic was taken."
            }
        let step = Step(name: "bearer", sentence: sentence)
        return Field(name: "confidence", value: "\(draft.confidence)", steps: [step], words: nil)
    }

    /// What a date was reckoned from.
    static func reckoning(_ basis: TimeExpression.Basis) -> Step {
        switch basis {
        case .absolute: Step(name: "absolute", sentence: "The date stands by itself.")
        case .relative: Step(name: "relative", sentence: "Reckoned from the article's date.")
        case .anaphoric: Step(name: "anaphoric", sentence: "Reckoned from the date named last before.")
        }
    }
}
