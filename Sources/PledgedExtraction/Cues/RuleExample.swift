/// A sentence that a rule must, or must not, find a pledge in.
struct RuleExample: Sendable {
    let sentence: String
    let file: String
    let line: Int
}
