/// What goes wrong, and how often: the commonest first.
struct ErrorTable: Hashable {
    private var counts: [String: Int] = [:]

    mutating func count(_ error: String) { counts[error, default: 0] += 1 }

    /// At most `countMax` lines; errors that are equally common in the order of their text.
    func lines(countMax: Int) -> String {
        counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(countMax).map { "  \($0.value)\t\($0.key)" }
            .joined(separator: "\n")
    }
}
