import PledgedLanguage

/// A place where a rule's pattern fits.
struct CueMatch: Hashable, Sendable {
    /// The rule's place in the list of rules.
    let rule: Int
    /// The pattern's place in the rule; nil where the rule was found without one.
    let pattern: Int?
    /// All that the pattern covers.
    let span: Span
    /// Where the anchor begins.
    let anchorStart: Int
    /// Where the act or the thing promised begins: the last word of the pattern.
    let act: Int
    let addressee: Span?
    let sentence: Int
}
