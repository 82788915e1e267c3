public import PledgedCore

/// The header that says at which position an answer is true.
public enum PositionHeader {
    public static let name = "Pledged-Position"

    /// The last event that a view reflects whose next event to apply is at `next`; nil where it reflects none.
    public static func last(before next: LogPosition) -> LogPosition? {
        next == .start ? nil : LogPosition(offset: next.offset - 1)
    }
}
