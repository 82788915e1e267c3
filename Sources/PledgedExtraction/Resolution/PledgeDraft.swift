import PledgedCore
import PledgedLanguage

/// A pledge on its way: who, what and when as places in the story, each with where it comes from.
struct PledgeDraft: Hashable, Sendable {
    var rule: Int
    /// The pattern's place in the rule; nil where the rule was found without one.
    var pattern: Int?
    var kind: Pledge.Kind
    var cue: Span
    /// The act without its cue.
    var act: Span
    var anchor: Span
    var by: [Int]
    var byText: Span?
    var to: [Int]
    /// Where another than the one bound says it.
    var statement: Statement?
    var quantity: QuantityExpression?
    var deadline: TimeExpression?
    var said: CalendarDate?
    var sentence: Int
    var confidence: Int
    var also: [Span] = []
    var isHeadline = false
    /// Who is bound, as the clause tells.
    var bearer: Subject
    /// Whom it is for, or who is asked, as the clause tells.
    var addressee: Subject
    /// The words that name the day on which it was said; nil where that is the article's.
    var saidWords: Span?
    /// The act's words that mean something, in the singular.
    var content: Set<String> = []
}
