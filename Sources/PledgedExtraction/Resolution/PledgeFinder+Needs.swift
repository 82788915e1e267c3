import PledgedCore
import PledgedLanguage

/// What a rule needs beside its cue.
extension PledgeFinder {
    private func sentence(_ match: CueMatch) -> Span { story.sentences[match.sentence].span }

    /// "that ASU also open", "that it be", "that they should".
    private func isSubjunctive(_ match: CueMatch) -> Bool {
        for index in match.span.end..<min(match.span.end + 12, sentence(match).end) {
            if ["should", "be"].contains(story.folded(index)) { return true }
            let isVerb = story.isOn(index, .verb) || cast.mention(at: index - 1) != nil && words.isBaseVerb(index)
            if isVerb, !story.isOn(index - 1, [.determiner, .preposition]), index > match.span.end { return true }
            if story.isOn(index, [.auxiliary, .verbForm]), cast.mention(at: index) == nil { return false }
        }
        return false
    }

    /// "Kenya would train 300 nurses", in the wake of what somebody said: reported without a word of saying.
    private func isReportedFreely(_ match: CueMatch, _ act: ActScanner.Act, _ bound: Bearing) -> Bool {
        guard bound.subject.kind == .party, !bound.subject.isSpeaker, !act.isConditional else { return false }
        let own = sentence(match)
        guard !own.range.contains(where: { ["if", "could", "might", "unless"].contains(story.folded($0)) }) else {
            return false
        }
        return (max(0, match.sentence - 3)..<match.sentence).contains { place in
            story.sentences[place].span.range.contains { speakers.statement(at: $0)?.speaker != nil }
        }
    }

    func meetsNeeds(_ match: CueMatch, _ rule: CueRule, _ act: ActScanner.Act, _ bound: Bearing) -> Bool {
        let range = match.anchorStart..<act.end
        let facts = PledgeFacts(words: words, articleDate: articleDate)
        let hasNumber = range.contains { measures.quantity(at: $0) != nil }
        let hasDate = facts.deadline(Span(range), act: min(match.anchorStart + 1, match.act)) != nil
        for need in rule.needs {
            switch need {
            case .number: guard hasNumber else { return false }
            case .money:
                guard
                    range.contains(where: { measures.quantity(at: $0).map { measures.quantities[$0].isMoney } ?? false }
                    )
                else { return false }
            case .deadline: guard hasDate else { return false }
            case .numberOrDeadline: guard hasNumber || hasDate else { return false }
            case .speaker:
                let isReported = (hasNumber || hasDate) && isReportedFreely(match, act, bound)
                guard speakers.statement(at: match.anchorStart) != nil || isReported else { return false }
            case .party: guard bound.subject.kind == .party else { return false }
            case .headline: guard !Story.isProse(story.role(of: story.sentences[match.sentence])) else { return false }
            case .asked: guard !addressees(match, sentence(match)).actors.isEmpty else { return false }
            case .subjunctive: guard isSubjunctive(match) else { return false }
            case .quotation:
                guard let statement = speakers.statement(at: match.anchorStart), statement.isQuoted else {
                    return false
                }
            }
        }
        return true
    }
}
