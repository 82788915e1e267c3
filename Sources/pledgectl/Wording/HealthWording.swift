import PledgedAPI

/// Says in words how the daemon is.
enum HealthWording {
    /// A few lines, harmless for a terminal, each ended by a line feed.
    static func paragraph(_ health: Health) -> String {
        var lines = ["\(health.status.rawValue): pledged \(health.version), since \(Moments.moment(health.started))"]
        let (log, views) = (Moments.position(health.logPosition), Moments.position(health.viewsPosition))
        lines.append("  log at \(log), views at \(views)")
        if let folder = health.dropFolder { lines.append("  drop folder \(folder)") }
        for part in health.parts { lines += self.lines(part) }
        return lines.map { PlainText.name($0) + "\n" }.joined()
    }

    private static func lines(_ part: Health.Part) -> [String] {
        let reason = part.reason.map { ": \(PlainText.line($0))" } ?? ""
        let figures = part.figures.sorted { $0.key < $1.key }.map { "\($0.key) \(Figures.grouped($0.value))" }
        let state = "  \(part.name) is \(part.status.rawValue)\(reason)"
        return figures.isEmpty ? [state] : [state, "    \(figures.joined(separator: ", "))"]
    }
}
