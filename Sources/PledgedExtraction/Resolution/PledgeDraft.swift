import PledgedCore
import PledgedLanguage

/// A pledge on its way: who, what and when as places in the story.
struct PledgeDraft: Hashable, Sendable {
    var rule: Int
    var kind: Pledge.Kind
    var cue: Span
    /// The act without its cue.
    var act: Span
    var anchor: Span
    var by: [Int]
    var byText: Span?
    var to: [Int]
    var speaker: Int?
    var quantity: Quantity?
    var deadline: EDTFDate?
    var said: CalendarDate?
    var sentence: Int
    var confidence: Int
    var also: [Span] = []
    var isHeadline = false
    /// The act's words that mean something, in the singular.
    var content: Set<String> = []
}
