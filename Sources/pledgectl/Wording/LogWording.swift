import PledgedLog

/// Says in words what a check of a log found.
enum LogWording {
    /// A few lines, harmless for a terminal, each ended by a line feed.
    static func paragraph(_ report: LogReport) -> String {
        var lines = ["\(report.isWhole ? "whole" : "DAMAGED"): \(PlainText.name(report.folder))"]
        lines.append("  segments  \(Figures.grouped(report.segments))")
        lines.append("  entries   \(Figures.grouped(report.entries))")
        lines.append("  events    \(Figures.grouped(report.events))")
        lines.append("  bytes     \(Figures.grouped(report.bytes))")
        lines.append("  last hash \(report.lastHash)")
        if report.redactedEntries > 0 {
            let count = Figures.count(report.redactedEntries, "entry", "entries")
            lines.append("  redacted  \(count), as events in the log say")
        }
        if report.unfinishedRedactions > 0 {
            let count = Figures.count(report.unfinishedRedactions, "entry", "entries")
            lines.append("  to redact \(count): was interrupted; the next start of the daemon finishes it")
        }
        if report.checkpoints > 0 {
            let last = report.lastCheckpoint.map { last in
                ", the last before \(Moments.position(last.position)), \(Moments.moment(last.time))"
            }
            lines.append("  checkpoints \(Figures.grouped(report.checkpoints)) hold\(last ?? "")")
        }
        if let last = report.lastCheckpoint { lines.append("  signed with \(PlainText.line(last.key))") }
        if let fault = report.checkpointFault { lines.append("  checkpoint  \(PlainText.line(fault))") }
        if report.unfinishedBytes > 0 {
            lines.append("  unfinished \(Figures.grouped(report.unfinishedBytes)) bytes: \(unfinished)")
        }
        if !report.tornFiles.isEmpty {
            lines.append("  torn      \(report.tornFiles.map(PlainText.name).joined(separator: ", "))")
        }
        if let damage = report.damage { lines.append("  damage    \(PlainText.line(damage.description))") }
        return lines.map { $0 + "\n" }.joined()
    }

    private static let unfinished = "being written, or torn by a crash; then the next start cuts them off"

    /// What to do about a checkpoint that does not hold.
    static func advice(onCheckpoint fault: String) -> String {
        """
        \(PlainText.line(fault)) The chain of hashes alone is whole: entries were cut off, or the log or its checkpoints \
        exchanged. Keep a copy of the folder as it is, then put back what is missing with 'pledgectl log repair'.
        """
    }

    /// What to do about damage.
    static func advice(_ damage: LogDamage, in report: LogReport) -> String {
        """
        The log is damaged at \(PlainText.line(damage.description)) The \(Figures.count(report.entries, "entry", "entries")) \
        before it are whole; what follows was not checked. Mend it with 'pledgectl log repair --from COPY': it \
        takes what is damaged from a copy, and keeps what it replaces.
        """
    }
}
