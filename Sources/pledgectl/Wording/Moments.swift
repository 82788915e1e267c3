import PledgedCore

/// Instants and positions as people read them.
enum Moments {
    /// "2024-07-09 08:15:00 UTC".
    static func moment(_ time: Timestamp) -> String {
        let text = time.description
        return "\(text.prefix(10)) \(text.dropFirst(11).prefix(8)) UTC"
    }

    /// "position 42", or "the start" where there is no event yet.
    static func position(_ position: LogPosition?) -> String {
        position.map { "position \($0.offset)" } ?? "the start"
    }

    /// "1.2 s", "340 ms".
    static func duration(microseconds: Int64) -> String {
        microseconds < 1_000_000
            ? "\(Figures.number(Double(microseconds / 100) / 10)) ms"
            : "\(Figures.number(Double(microseconds / 100_000) / 10)) s"
    }

    /// Enough of an article's id to tell it from the others.
    static func short(_ article: ArticleID) -> String { String(article.hexadecimal.prefix(12)) }
}
