/// A stretch of text that stands by itself: a paragraph, a heading, a field line.
struct Passage: Hashable, Sendable {
    /// What the markup says of it; plain text says nothing.
    enum Kind: Hashable, Sendable {
        case plain
        /// 1 for the title.
        case heading(level: Int)
        case listItem
        case caption
        /// Front matter, field lines.
        case header
    }

    /// Without white space at its ends, never empty.
    var range: Range<Int>
    var kind: Kind
    /// Passages with no blank line between them have the same group.
    var group: Int
}
