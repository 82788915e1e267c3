/// How the program ends, for scripts that call it.
enum Ending: Int32, Sendable {
    case done = 0
    /// The answer is no: rejected, damaged, unknown, unreadable.
    case no = 1
    case usage = 2
    case unreachable = 3
    /// The daemon understood and refused.
    case refused = 4
}
