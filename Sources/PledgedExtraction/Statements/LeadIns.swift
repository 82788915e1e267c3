import PledgedCore
import PledgedLanguage

/// Gives bullets that begin with their verb the subject of the line that leads them in: "The department will:".
struct LeadIns: Sendable {
    private struct Lead: Sendable {
        var subject: Subject
        /// It ends in "will:", so that a bare verb is a promise.
        var isModal: Bool
    }

    private var bySentence: [Int: Lead] = [:]

    init(story: Story, subjects: SubjectFinder) {
        var lead: Lead?
        var lastBlock = -1
        for (index, sentence) in story.sentences.enumerated() {
            let isItem = story.role(of: sentence) == .listItem
            if isItem, sentence.block != lastBlock { bySentence[index] = lead }
            if !isItem { lead = Self.lead(sentence.span, story, subjects) }
            lastBlock = sentence.block
        }
    }

    private static func lead(_ span: Span, _ story: Story, _ subjects: SubjectFinder) -> Lead? {
        guard span.count > 1, story.folded(span.end - 1) == ":" else { return nil }
        let last = span.end - 2
        let isModal = story.isOn(last, .modal)
        let subject =
            isModal
            ? subjects.subject(of: last, in: span)
            : subjects.subject(of: span.end - 1, in: span)
        guard subject.kind != .none else { return nil }
        return Lead(subject: subject, isModal: isModal)
    }

    func subject(of sentence: Int) -> Subject? { bySentence[sentence]?.subject }

    /// A bullet "recruit 3,400 nurses" under "will:", as a match of the rule for "will".
    func bareAct(in index: Int, rules: [CueRule], words: WordClasses) -> CueMatch? {
        guard let lead = bySentence[index], lead.isModal, let rule = rules.firstIndex(where: { $0.name == "will" })
        else { return nil }
        let span = words.story.sentences[index].span
        guard let first = span.range.first(where: { words.story.tokens[$0].isWord }), words.isBaseVerb(first) else {
            return nil
        }
        return CueMatch(
            rule: rule,
            pattern: nil,
            span: Span(first, first + 1),
            anchorStart: first,
            act: first,
            addressee: nil,
            sentence: index
        )
    }
}
