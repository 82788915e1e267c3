/// An expression of time found by its grammar alone.
struct TimePhrase: Hashable, Sendable {
    var value: TimeValue
    /// Token after the last one.
    var end: Int
    /// Whether the words name a length: "over three years".
    var isDuration = false
}
