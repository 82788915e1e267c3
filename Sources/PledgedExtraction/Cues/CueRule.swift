import PledgedCore

/// One way in which English binds a party or asks something of it, with the sentences that show it.
struct CueRule: Sendable {
    /// Where the party bound, or asking, is found.
    enum Bearer: String, Sendable, CaseIterable {
        /// The subject of the cue.
        case subject
        /// Whose the noun is: "Japan's plan".
        case owner
        /// "by X", after the cue.
        case agent
        /// Who says the words: "It is vital that".
        case speaker
    }

    /// What else must be there.
    enum Need: String, Sendable, CaseIterable {
        case number, money, deadline
        case numberOrDeadline = "number-or-deadline"
        /// It is said by somebody, and not the writer's own word.
        case speaker
        /// The one bound is a party by name or description.
        case party
        case headline, quotation
        /// The one asked is a party by name or description.
        case asked
        /// "that X do", "that X should do", not "that X did".
        case subjunctive
    }

    let name: String
    let file: String
    /// Where the rule begins, counted from 1.
    let line: Int
    /// What the rule is for.
    let purpose: String
    let kind: Pledge.Kind
    let bearer: Bearer
    let needs: Set<Need>
    let patterns: [CuePattern]
    let matching: [RuleExample]
    let missing: [RuleExample]
}
