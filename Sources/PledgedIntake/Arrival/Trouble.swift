/// What failed for now about one file.
struct Trouble: Hashable, Sendable {
    /// What failed, and why, for people.
    var sentence: String
    /// How often in a row.
    var attempts: Int
}
