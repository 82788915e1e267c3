import PledgedCore

/// What stands before the first sentence of a story: where, when, and by whom it was filed.
struct Dateline: Hashable, Sendable {
    /// As written: "HIROSHIMA, Japan".
    var place: String?
    var date: StatedDate?
    /// The agency, as written in brackets or between slashes.
    var source: String?
    /// Where the story begins, in bytes of the text.
    var end: Int
}
