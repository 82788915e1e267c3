/// Why a command ends otherwise than well: what happened, to what, and what to do about it.
struct Failure: Error, Hashable, Sendable {
    let status: Ending
    /// Nil where everything has been said already, line by line.
    let message: String?

    init(_ status: Ending, _ message: String?) {
        self.status = status
        self.message = message
    }
}
