import PledgedCore

/// Holds the entries that are redacted against the events that say so, as a whole log goes by.
///
/// The file of redactions is not believed: what it says without an event is damage.
struct RedactionAudit {
    private var redacted: [LogPosition: EntryFrame.RedactionState] = [:]
    private var said: Set<LogPosition> = []

    /// Takes the next entry.
    mutating func take(_ frame: EntryFrame) {
        if frame.redaction != .none { redacted[frame.position] = frame.redaction }
        guard frame.count == 1, frame.events.suffix(60).holds(Self.mark) else { return }
        do throws(LogError) {
            for event in try EventLog.decode(frame) { said.formUnion(event.redactions.keys) }
        } catch {
            // It says nothing to this version; what it was to vouch for is reported.
        }
    }

    private static let mark = Array("article.redacted".utf8)

    /// All entries were there.
    func finish(_ report: inout LogReport) {
        report.redactedEntries = redacted.keys.count { said.contains($0) }
        report.unfinishedRedactions = redacted.values.count { $0 == .unfinished }
        let silent = redacted.filter { $0.value == .finished && !said.contains($0.key) }.keys.min()
        if let silent {
            report.damage = LogDamage(
                file: report.folder,
                line: 0,
                byte: 0,
                what: "words of the entry at position \(silent.offset) were taken out, and no event in the log says so"
            )
        }
    }
}
