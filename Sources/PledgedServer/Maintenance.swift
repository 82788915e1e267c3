public import PledgedAPI

/// What the daemon does for the server when someone asks.
public protocol Maintenance: Sendable {
    /// Builds the views anew from the log and puts them in the place of the old ones; never while other maintenance runs.
    ///
    /// - Throws: A ``Problem`` is answered as it is; any other error as an internal one, with its description.
    func rebuild() async throws -> RebuildReply
    /// Checks the log's chain, and the views against the log; never while other maintenance runs.
    ///
    /// - Throws: As ``rebuild()``.
    func verify() async throws -> VerifyReply
    /// How the daemon is.
    func health() async -> Health
}
