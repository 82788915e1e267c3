import PledgedCore

/// Says in words what changed about a pledge.
enum ChangeWording {
    /// One line, harmless for a terminal.
    static func line(_ change: ChangeRow, _ palette: Palette = Palette(isColored: false)) -> String {
        let pledge = change.pledge
        let name = change.change.rawValue
        let padding = String(repeating: " ", count: max(0, nameWidth - name.utf8.count))
        let painted = ink(change.change).map { palette.paint(name, $0) } ?? name
        return "\(change.cursor.day)  \(painted)\(padding)  pledge \(pledge.id.offset)  \(words(change))"
    }

    private static let nameWidth = ChangeRow.Kind.allCases.map(\.rawValue.utf8.count).max() ?? 0

    private static func words(_ change: ChangeRow) -> String {
        let pledge = change.pledge
        let due = pledge.deadline.map { " [due \($0)]" } ?? ""
        let status = change.change == .resolved ? " [\(pledge.status.rawValue)]" : ""
        let revisions = change.revisions.map(PledgeWords.change).joined(separator: "; ")
        let tail = revisions.isEmpty ? "" : " (\(revisions))"
        return PlainText.line("\(PledgeWords.parties(pledge)): \(pledge.quote)\(due)\(status)\(tail)")
    }

    private static func ink(_ kind: ChangeRow.Kind) -> Palette.Ink? {
        switch kind {
        case .becameOverdue: .bad
        case .becameDue, .revised: .doubtful
        case .resolved: .good
        case .dismissed, .gone: .faint
        case .new, .restated, .reopened, .joined, .parted, .corrected: nil
        }
    }
}
