/// How a pledge stands on a day.
///
/// The first seven exclude each other; ``restated`` and ``revised`` are true besides.
public enum PledgeStatus: String, Codable, Sendable, CaseIterable {
    /// Not due within ``dueDays`` days, or without a deadline.
    case open
    /// Due within ``dueDays`` days.
    case due
    /// The deadline's last day is over, and nobody has said what became of it.
    case overdue
    /// By a person's decision.
    case fulfilled, withdrawn, broken
    /// No pledge at all, by a person's decision.
    case dismissed
    /// Told more than once.
    case restated
    /// Told with another number, date or scope than before.
    case revised

    /// How long before its deadline's last day a pledge is ``due``.
    public static let dueDays = 90
}
