/// What the intake is doing.
public enum IntakeState: Hashable, Sendable {
    /// The watch is not armed yet, or the files present at the start are not listed yet.
    case starting
    case watching
    /// The drop folder cannot be watched; the sentence says why, and what to do.
    case degraded(String)
    /// The admission takes nothing for now; the sentence says why.
    case paused(String)
    case stopped
}
