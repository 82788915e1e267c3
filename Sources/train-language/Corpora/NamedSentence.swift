/// One sentence with its names marked.
struct NamedSentence: Hashable, Sendable {
    var words: [String] = []
    /// "O", or "B-" or "I-" and a label, one for each word.
    var labels: [String] = []
    /// Whether a new document begins with it.
    var startsDocument = false
}
