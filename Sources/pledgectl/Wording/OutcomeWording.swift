import PledgedCore

/// Says in words what became of a dropped file.
enum OutcomeWording {
    /// A few lines, harmless for a terminal, each ended by a line feed.
    static func paragraph(_ outcome: OutcomeRow) -> String {
        let name = PlainText.name(outcome.file.name)
        var lines = ["\(outcome.kind.rawValue) \(name): \(PlainText.line(outcome.sentence))"]
        lines.append("  when      \(Moments.moment(outcome.recorded)), \(Moments.position(outcome.position))")
        if let article = outcome.article { lines.append("  article   \(article)") }
        if let revises = outcome.revises { lines.append("  revises   \(revises)") }
        if let reason = outcome.reason { lines.append("  reason    \(reason.rawValue)") }
        lines.append("  size      \(Figures.count(Int(outcome.file.size), "byte"))")
        return lines.map { $0 + "\n" }.joined()
    }
}
