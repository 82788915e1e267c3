import PledgedCore

/// The text of a file, and what its user should know about how it was decoded.
struct DecodedText: Hashable, Sendable {
    /// Without byte-order mark, otherwise as it came.
    var text: String
    var notes: [ArticleNote] = []
}
