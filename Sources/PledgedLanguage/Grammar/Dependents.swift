/// The arcs of a document from above: what depends on each word.
public struct Dependents: Sendable {
    /// For each word, where its dependents begin in `words`; one more entry than words.
    private let starts: [Int]
    private let words: [Int]

    /// One arc for each token of a document.
    public init(_ arcs: [Arc]) {
        var starts = [Int](repeating: 0, count: arcs.count + 1)
        for arc in arcs { if let head = arc.head { starts[head + 1] += 1 } }
        for index in arcs.indices { starts[index + 1] += starts[index] }
        var words = [Int](repeating: 0, count: starts.last ?? 0)
        var next = starts
        for (word, arc) in arcs.enumerated() {
            guard let head = arc.head else { continue }
            words[next[head]] = word
            next[head] += 1
        }
        self.starts = starts
        self.words = words
    }

    /// The words that depend on `word`, in text order; none where there are no arcs.
    public subscript(word: Int) -> ArraySlice<Int> {
        word + 1 < starts.count ? words[starts[word]..<starts[word + 1]] : []
    }
}
