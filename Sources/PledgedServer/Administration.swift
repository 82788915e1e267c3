public import PledgedAPI

/// What the daemon does for whoever may decide: its own user, and root.
public protocol Administration: Sendable {
    /// Reads articles again; never while other maintenance runs.
    ///
    /// - Throws: A ``Problem`` is answered as it is; any other error as an internal one, with its description.
    func reread(_ request: RereadRequest) async throws -> RereadReply

    /// Records what a person decided.
    ///
    /// - Parameters:
    ///   - request: What is decided, and why.
    ///   - user: The number of the user who decides, as the kernel says.
    /// - Returns: Where the decision lies, once it is in the views.
    /// - Throws: As ``reread(_:)``; a problem of kind `not-found` or `already-decided` where nothing was recorded.
    func decide(_ request: DecisionRequest, user: UInt32) async throws -> DecisionReply

    /// Takes an article's words out of the log and of all that is made of it; never while other maintenance runs.
    ///
    /// - Parameters:
    ///   - request: Whose words, and why.
    ///   - by: Who asked, by the kernel's word.
    /// - Returns: What was done.
    /// - Throws: As ``reread(_:)``.
    func redact(_ request: RedactRequest, by: String) async throws -> RedactReply

    /// Tries again to apply the events that are in quarantine; never while other maintenance runs.
    ///
    /// - Throws: As ``reread(_:)``.
    func retryQuarantined() async throws -> RetryReply
}
