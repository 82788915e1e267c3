import ArgumentParser
import FoundationEssentials
import PledgedAPI

/// Where the daemon takes decisions.
struct AdminOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The daemon's admin socket (default: '-admin' in the name of $PLEDGED_SOCKET, else of "
                + "\(SocketPath.standard)).",
            valueName: "path"
        ),
        completion: .file()
    ) var adminSocket: String?

    /// Connects for as long as `body` runs; a decision takes as long as it takes.
    ///
    /// - Throws: ``Failure``.
    func connected<Result>(_ body: (DaemonClient) async throws -> Result) async throws -> Result {
        let environment = ProcessInfo.processInfo.environment
        let readers = try SocketPath.resolve(nil, environment: environment)
        let path = try SocketPath.resolve(adminSocket ?? AdminSocketPath.beside(readers), environment: environment)
        return try await DaemonClient.connected(to: path, silenceMax: nil, body)
    }
}
