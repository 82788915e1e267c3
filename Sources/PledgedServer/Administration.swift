public import PledgedAPI

/// What the daemon does for whoever may decide: its own user, and root.
public protocol Administration: Sendable {
    /// Reads articles again; never while other maintenance runs.
    ///
    /// - Throws: A ``Problem`` is answered as it is; any other error as an internal one, with its description.
    func reread(_ request: RereadRequest) async throws -> RereadReply

    /// Tries again to apply the events that are in quarantine; never while other maintenance runs.
    ///
    /// - Throws: As ``reread(_:)``.
    func retryQuarantined() async throws -> RetryReply
}
